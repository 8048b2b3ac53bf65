// SPDX-License-Identifier: EUPL-1.2

export const trainingNl = {
  title: 'Training van het bestuur',
  intro:
    'Wie in het bestuur zit, volgt binnen twee jaar een training en laat dat zien met een certificaat. Daarop staan uw naam, de data, de onderwerpen en de opleider, in het Nederlands of het Engels.',
  none: 'Er is nog geen bestuurder of commissaris benoemd. Leg eerst vast wie er in het bestuur zitten.',
  noneLink: 'Naar de benoemingen',
  seat: (role: string, since: string) => `${role} sinds ${since}`,
  due: (date: string) => `Certificaat uiterlijk ${date}`,
  noTerm: 'De wet stelt hier geen datum.',
  left: (days: number) =>
    days > 60
      ? `nog ${Math.floor(days / 30.4)} maanden`
      : days === 1
        ? 'nog 1 dag'
        : `nog ${days} dagen`,
  late: (days: number) => (days === 1 ? '1 dag te laat' : `${days} dagen te laat`),
  status: {
    fulfilled: 'Voldaan',
    running: 'Loopt',
    overdue: 'Te laat',
    no_duty: 'Geen plicht',
    unknown: 'Datum niet bekend',
  },
  rules: {
    sitting: 'al in functie toen de wet inging',
    appointed_later: 'twee jaar na de benoeming',
    no_term: 'zonder termijn in dit land',
    appointment_unknown: 'datum van benoeming onbekend',
    not_executive: 'voert het bestuur niet uit',
  } as Readonly<Record<string, string>>,
  certificates: 'Certificaten',
  noCertificates: 'Er is nog geen certificaat.',
  points: {
    name: 'Naam',
    dates: 'Begin- en einddatum',
    topics: 'Onderwerpen',
    provider: 'Opleider',
    language: 'Nederlands of Engels',
    file: 'Bestand',
  },
  verdicts: { met: 'klopt', missing: 'ontbreekt', differs: 'wijkt af' },
  lacking: (topics: string) => `niet: ${topics}`,
  check: 'Voorleggen ter controle',
  checkHelp: 'Een tweede persoon vergelijkt de velden met het bestand.',
  fillFirst: 'Vul eerst aan wat ontbreekt.',
  waits: 'Wacht op een tweede persoon.',
  toFile: 'Bestand openen',
  add: 'Certificaat toevoegen',
  file: 'Bestand van het certificaat',
  fileHelp: 'Pdf of foto. Het wordt bewaard onder zijn digest en is later na te rekenen.',
  language: 'Taal van het certificaat',
  languageHelp: 'Nederlands of Engels is wat het besluit vraagt.',
  clear: 'Bestand weghalen',
  languages: [
    ['nl', 'Nederlands'],
    ['en', 'Engels'],
    ['de', 'Duits'],
    ['fr', 'Frans'],
  ] as readonly (readonly [string, string])[],
  added: 'Bewaard. Leg het nu voor ter controle.',
}

export type TrainingWords = typeof trainingNl
