// SPDX-License-Identifier: EUPL-1.2

export const awarenessNl = {
  title: 'Opletten en melden',
  intro:
    'Mensen zien vaak als eersten dat er iets niet klopt. Hier staat wat u doet opdat zij het melden, en of het werkt.',
  empty:
    'Een campagne is alles wat u doet opdat mensen opletten: een toolboxmeeting, een poster, een phishingtest. Begin klein: één onderwerp, één groep, één maand. Wat telt is of er daarna meer wordt gemeld, niet hoe weinig er wordt geklikt.',
  new: 'Campagne plannen',
  campaigns: 'Campagnes',
  none: '–',
  unknown: 'niet bekend',
  columns: {
    name: 'Campagne',
    when: 'Wanneer',
    who: 'Voor wie',
    how: 'Hoe bereikt',
    reached: 'Bereikt',
    lessons: 'Les',
  },
  reached: (reached: number, invited: number) => `${reached} van ${invited}`,
  noLessons: 'nog geen les vastgelegd',
  lessons: {
    title: 'Wat wij leerden',
    none: 'Hier komt wat een incident, een oefening of een campagne leerde, met het werk dat eruit kwam. Er is nog niets voorbij waarvan iets te leren viel.',
    without: (count: number) =>
      count === 1
        ? 'Van één is nog geen les vastgelegd.'
        : `Van ${count} is nog geen les vastgelegd.`,
    from: 'Waarvan',
    lesson: 'Les',
    notYet: 'nog niet vastgelegd',
    work: 'Wat eruit kwam',
    noWork: 'geen actie',
    open: 'nog open',
    done: 'gedaan',
    about: 'Risico’s en maatregelen',
  },
  reports: {
    title: 'Wat er gemeld wordt',
    year: (count: number, people: number) =>
      `In de laatste twaalf maanden ${count === 0 ? 'meldde niemand iets vreemds' : count === 1 ? 'kwam één melding van iets vreemds binnen' : `kwamen ${count} meldingen van iets vreemds binnen`}. Er ${people === 1 ? 'staat één mens' : `staan ${people} mensen`} in het register.`,
    month: 'Maand',
    count: 'Meldingen',
    table: 'Meldingen per maand',
    link: 'Naar de meldingen',
    figure: 'Naar de kengetallen',
    help: 'Weinig meldingen zijn zelden goed nieuws. Maak melden makkelijk en laat zien wat er met een melding gebeurt.',
  },
  drills: {
    title: 'Phishingtests',
    empty:
      'Er is nog geen phishingtest. Plan een campagne van het soort phishingtest en lees daarna de uitkomsten in.',
    columns: {
      name: 'Test',
      when: 'Wanneer',
      delivered: 'Afgeleverd',
      opened: 'Geopend',
      clicked: 'Geklikt',
      reported: 'Gemeld',
    },
    share: (part: number, percent: string) => `${part} (${percent})`,
    bring: 'Uitkomsten inlezen',
    again: 'Opnieuw inlezen',
    base: 'Percentages zijn van de afgeleverde berichten. Bij een kleine groep zeggen ze weinig.',
    private: 'Wie wat deed is alleen te zien voor wie de test houdt, en voor de persoon zelf.',
  },
  bring: {
    choose: 'Kies het CSV-bestand',
    hint: 'of sleep het hierheen',
    read: (name: string) => `${name}: zo is het gelezen`,
    column: 'Kolom in het bestand',
    absent: 'staat er niet in',
    names: {
      who: 'Persoon of e-mail',
      sent: 'Verstuurd',
      opened: 'Geopend',
      clicked: 'Geklikt',
      reported: 'Gemeld',
      date: 'Datum',
    },
    counts: (of: { readonly delivered: number; readonly known: number }) =>
      `${of.delivered} afgeleverd, van wie ${of.known} in het register.`,
    notSent: (count: number) =>
      count === 1 ? 'Aan 1 is niets verstuurd.' : `Aan ${count} is niets verstuurd.`,
    unknown: (count: number) =>
      count === 1
        ? '1 staat niet in het register, en telt wel mee:'
        : `${count} staan niet in het register, en tellen wel mee:`,
    line: (line: number) => `regel ${line}`,
    problem: (of: { readonly line: number | null; readonly found: string }) =>
      `${of.line === null ? '' : `Regel ${of.line}: `}niet te lezen, er stond ${of.found}.`,
    keep: 'Vastleggen',
    kept: (count: number) => `Vastgelegd, met ${count} uitkomsten van personen.`,
    cancel: 'Niet nu',
    tooLarge: 'Dit bestand is te groot. Neem één test tegelijk.',
  },
}

export type AwarenessWords = typeof awarenessNl
