// SPDX-License-Identifier: EUPL-1.2

/** Words of the glossary page; loaded with it. */
export const glossaryNl = {
  title: 'Woordenlijst',
  intro:
    'Elk woord in één zin, met het woord van de andere taal. Op andere pagina’s staan onder zulke woorden puntjes: wijs ze aan of ga er met Tab naartoe.',
  search: 'Zoek een woord',
  none: 'Geen woord gevonden. Zoek op een deel van het woord, in het Nederlands of Engels.',
  count: (shown: number, all: number) => `${shown} van ${all} woorden`,
  columns: ['Woord', 'Wat het is', 'Engels'],
  difference: 'IT en OT: hetzelfde woord, een andere wereld',
  differenceIntro:
    'IT bewaart en verwerkt gegevens. OT laat machines bewegen. Wie de regels van de een op de ander legt, legt de fabriek stil of laat haar open. Dit zijn de verschillen waarop een bestuurder kan letten.',
  differenceColumns: ['Waarover', 'IT: kantoor', 'OT: fabriek', 'Vraag dus'],
  differences: [
    [
      'Wat het zwaarst telt',
      'Dat gegevens geheim blijven.',
      'Dat mensen veilig zijn en de lijn draait.',
      'Wat gebeurt er met mensen en machines als dit systeem uitvalt of liegt?',
    ],
    [
      'Hoe lang iets meegaat',
      'Drie tot vijf jaar.',
      'Vijftien tot dertig jaar.',
      'Welke besturing krijgt geen updates meer, en wat beschermt haar dan?',
    ],
    [
      'Bijwerken',
      'Elke maand, vaak vanzelf.',
      'In een gepland venster, na een proef, soms nooit.',
      'Wanneer is het volgende venster, en wat doen we tot die tijd?',
    ],
    [
      'Stilzetten',
      'Even herstarten kan bijna altijd.',
      'Een herstart kost product, uren en soms een machine.',
      'Wie mag besluiten om te stoppen, en wat kost een uur?',
    ],
    [
      'Onderzoeken',
      'Scannen mag.',
      'Een scan kan een besturing doen vastlopen; luister alleen mee.',
      'Is dit gemeten door te luisteren of door te vragen?',
    ],
    [
      'Wie erin mag',
      'Eigen mensen, met een account per persoon.',
      'Ook de bouwer van de machine, vaak op afstand, soms met een gedeeld account.',
      'Welke leverancier kan nu bij onze machines, en wie zet die deur open?',
    ],
    [
      'Beveiligen',
      'Software op elk apparaat.',
      'Muren ertussen: zones en bewaakte verbindingen.',
      'Hoe komt iemand van kantoor naar de lijn, en wat houdt hem tegen?',
    ],
    [
      'Terugkomen',
      'Bestanden terugzetten.',
      'Ook recepten, programma’s van besturingen en instellingen van machines.',
      'Wanneer hebben wij een besturing voor het laatst echt teruggezet?',
    ],
    [
      'Wie het weet',
      'De IT-afdeling.',
      'Onderhoud, productie en de leverancier.',
      'Zitten zij samen aan tafel als wij hierover besluiten?',
    ],
  ],
}

export type GlossaryWords = typeof glossaryNl
