// SPDX-License-Identifier: EUPL-1.2

export const applicabilityNl = {
  title: 'Verklaring van toepasselijkheid',
  intro:
    'Wat van een norm voor u geldt en wat niet, met de reden, en waar het staat. Een nummer is een wegwijzer: wie eraan voldoet, voldoet daarmee niet aan de eis.',
  all: 'De tien zorgplichten',
  framework: 'Norm',
  ours: 'De 80 eisen van de zorgplichten',
  show: 'Toon',
  shows: {
    all: 'Alles',
    yes: 'Geldt',
    no: 'Geldt niet',
    open: 'Nog te beantwoorden',
    contradicted: 'Tegengesproken',
    stale: 'Bewijs verlopen of zonder datum',
    unproven: 'Zonder bewijs',
  },
  find: 'Zoek op nummer of woord',
  shown: (count: number, all: number) => `${count} van ${all} regels`,
  none: 'Niets voldoet hieraan.',
  summary: (of: { readonly yes: number; readonly no: number; readonly open: number }) =>
    `${of.yes} ${of.yes === 1 ? 'geldt' : 'gelden'}, ${of.no} niet, ${of.open} nog te beantwoorden.`,
  columns: {
    ref: 'Nummer',
    requirement: 'Eis',
    applies: 'Geldt',
    level: 'Niveau',
    rests: 'Rust op',
    proof: 'Bewijs',
    owner: 'Eigenaar',
    numbers: 'Nummers elders',
  },
  applies: {
    yes: 'ja',
    partly: 'deels',
    no: 'nee',
    unanswered: 'nog niet beantwoord',
    unmapped: 'aan geen eis gekoppeld',
  },
  rests: { said: 'gezegd', shown: 'aangetoond', tested: 'getest' },
  fresh: (count: number) => `${count} geldig`,
  ending: (count: number) => `${count} loopt af`,
  off: (count: number) => `${count} verlopen of zonder datum`,
  noProof: 'geen',
  contradicted: (count: number) => `tegengesproken (${count})`,
  nobody: 'niemand',
  take: 'Meenemen',
  csv: 'Verklaring als CSV',
  xlsx: 'Verklaring als Excel',
  measures: 'Lijst van maatregelen (Excel)',
  answers: 'Alle antwoorden (Excel)',
  oscal: 'Voor andere programma’s (OSCAL)',
  models: {
    catalog: 'catalogus',
    'component-definition': 'componenten',
    'assessment-results': 'uitkomsten',
    'plan-of-action-and-milestones': 'plan van aanpak',
  },
  own: 'Eigen normen',
  ownHelp:
    'Een norm die u zelf inlaadt, staat hiernaast in de keuzelijst. Schouw leest OSCAL (catalogus, profiel, koppeling) en bibliotheken van CISO Assistant.',
  noOwn: 'U hebt nog geen eigen norm ingeladen.',
  counts: (requirements: number, mapped: number) =>
    `${requirements} eisen, ${mapped} gekoppeld aan de zorgplichten`,
  bring: 'Norm kiezen',
  bringHint: 'of sleep het bestand hierheen; eerst ziet u wat eruit komt',
  trial: 'Dit zou er gebeuren',
  actions: { create: 'nieuw', change: 'nieuwe uitgave', same: 'staat er al' },
  requirements: (count: number) => `${count} eisen`,
  mappings: (set: number, same: number) =>
    `${set} koppelingen nieuw of anders, ${same} ongewijzigd`,
  leftOut: (count: number) =>
    count === 1 ? 'Eén onderdeel is overgeslagen:' : `${count} onderdelen zijn overgeslagen:`,
  problems: (count: number) =>
    count === 1 ? 'Eén ding klopt niet met de vorm:' : `${count} dingen kloppen niet met de vorm:`,
  line: (line: number) => `regel ${line}`,
  expected: 'Verwacht',
  found: 'Stond er',
  keep: 'Laad in',
  kept: 'Ingeladen. De norm staat in de keuzelijst.',
}

export type ApplicabilityWords = typeof applicabilityNl
