// SPDX-License-Identifier: EUPL-1.2

/** Words of the first board and the first risks. */
export const firstNl = {
  board: {
    title: 'Wie zit er in uw bestuur?',
    intro:
      'Eén regel per persoon is genoeg. Vanaf de benoeming loopt de termijn voor de training; u ziet hem meteen.',
    name: 'Naam',
    role: 'Functie',
    roles: [
      ['executive_director', 'Uitvoerend bestuurder'],
      ['non_executive_director', 'Niet-uitvoerend bestuurder'],
      ['supervisory_director', 'Commissaris'],
    ] as readonly (readonly [string, string])[],
    from: 'Benoemd op',
    email: 'E-mailadres',
    emailHelp: 'Mag leeg blijven. Vult u het in, dan maakt Schouw meteen een uitnodiging.',
    add: 'Toevoegen',
    due: (date: string) => `Certificaat van de training uiterlijk ${date}.`,
    noDuty: 'Voor deze functie geldt de trainingsplicht niet.',
    noTerm: 'De wet stelt hier geen datum.',
    added: 'Toegevoegd',
    waits:
      'Een benoeming geldt zodra een bestuurder haar goedkeurt. De eerste bestuurder die zijn uitnodiging aanneemt, treedt daarmee aan.',
    link: 'Geef deze link zelf door; hij staat hier één keer:',
    mailed: 'De uitnodiging is verstuurd.',
    toTraining: 'Naar de training van het bestuur',
    toPath: 'Naar de volgende stap',
  },
  risk: {
    title: 'Wat kan u stilleggen?',
    intro: 'Drie vragen per risico. Een schatting is genoeg; u scherpt haar later aan.',
    what: 'Wat gebeurt er?',
    whatHelp: 'In één zin, of kies een voorbeeld.',
    ideas: [
      'Gijzelsoftware legt kantoor en fabriek stil',
      'Iemand misbruikt de toegang op afstand van een leverancier',
      'Een besturing valt uit en er is geen reservekopie',
      'Iemand verandert ongemerkt een recept of instelling',
    ] as readonly string[],
    how: 'Hoe lang ligt u dan stil?',
    low: 'Op zijn best, in uren',
    high: 'Op zijn slechtst, in uren',
    cost: 'Wat kost een uur stilstand, in euro’s?',
    comes: (range: string) => `Dat komt op ${range} per keer.`,
    odd: 'Vul drie getallen in; het eerste niet groter dan het tweede.',
    grounds: (low: string, high: string, cost: string) =>
      `${low} tot ${high} uur stilstand maal ${cost} per uur`,
    save: 'Risico vastleggen',
    kept: 'Vastgelegd',
    toRisks: 'Naar alle risico’s',
    toPath: 'Naar de volgende stap',
  },
}

export type FirstWords = typeof firstNl
