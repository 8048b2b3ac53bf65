// SPDX-License-Identifier: EUPL-1.2

export const weighingNl = {
  title: 'Weging van een leverancier',
  law: 'De wet vraagt per rechtstreekse leverancier de zwakke plekken, de kwaliteit van wat hij levert en zijn manier van ontwikkelen te wegen (NIS2-richtlijn, artikel 21, lid 3).',
  critical: (score: number, low: number, high: number) =>
    low === high
      ? `Hoe kritiek: ${score} van 100.`
      : `Hoe kritiek: ${score} van 100, tussen ${low} en ${high} omdat niet alles bekend is.`,
  weighed: [
    ['weaknesses', 'Zwakke plekken'],
    ['product_quality', 'Kwaliteit van wat hij levert'],
    ['development_practice', 'Manier van ontwikkelen'],
    ['foreign_influence', 'Invloed van buiten'],
  ],
  notWeighed: 'Nog niet gewogen.',
  unknown: 'onbekend',
  none: 'niets op schrift',
  delivers: 'Levert',
  processes: 'Processen die erop steunen',
  zones: 'Zones die hij bereikt',
  remote: 'Toegang op afstand',
  switching: 'Een ander neemt het over in',
  days: (days: number) => `${days} dagen`,
  certificates: 'Certificaten',
  standing: {
    valid: 'nagekeken',
    partly: 'dekt een deel',
    unchecked: 'niet nagekeken',
    not_covering: 'dekt het niet',
    expired: 'verlopen',
  },
  contract: 'Contract',
  noContract: 'geen contract',
  missing: (open: number, all: number) => `${open} van ${all} bepalingen ontbreken`,
  questionnaire: 'Vragenlijsten',
  onRecord: 'Wat op schrift staat',
  formula: 'Hoe kritiek, en waarom',
  factor: 'Factor',
  weight: 'Gewicht',
  value: 'Waarde',
  half: 'Wat niet bekend is, telt voor de helft mee.',
  factors: {
    process: 'Wat stilvalt',
    substitutability: 'Vervangbaarheid',
    zone: 'Zones',
    remote_access: 'Toegang op afstand',
    delivers: 'Wat hij levert',
    data: 'Persoonsgegevens',
    concentration: 'Anderen leunen erop',
  },
  signed: 'Gewogen door',
  by: 'Naam',
  date: 'Datum',
  drawn: (size: number) => `Opgemaakt uit de registers bij regel ${size} van het logboek.`,
} as const

type Told<Of> = Of extends string
  ? string
  : Of extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Name in keyof Of]: Told<Of[Name]> }

export const weighingEn: Told<typeof weighingNl> = {
  title: 'Weighing of a supplier',
  law: 'The law asks to weigh, of each direct supplier, its weaknesses, the quality of its products and its development practice (NIS2 directive, Article 21(3)).',
  critical: (score, low, high) =>
    low === high
      ? `How critical: ${score} of 100.`
      : `How critical: ${score} of 100, between ${low} and ${high} because not everything is known.`,
  weighed: [
    ['weaknesses', 'Weaknesses'],
    ['product_quality', 'Quality of what it delivers'],
    ['development_practice', 'Development practice'],
    ['foreign_influence', 'Influence from outside'],
  ],
  notWeighed: 'Not weighed yet.',
  unknown: 'unknown',
  none: 'nothing on record',
  delivers: 'Delivers',
  processes: 'Processes that lean on it',
  zones: 'Zones it reaches',
  remote: 'Remote access',
  switching: 'Another takes over in',
  days: (days) => `${days} days`,
  certificates: 'Certificates',
  standing: {
    valid: 'checked',
    partly: 'covers a part',
    unchecked: 'not checked',
    not_covering: 'does not cover it',
    expired: 'expired',
  },
  contract: 'Contract',
  noContract: 'no contract',
  missing: (open, all) => `${open} of ${all} clauses missing`,
  questionnaire: 'Questionnaires',
  onRecord: 'What is on record',
  formula: 'How critical, and why',
  factor: 'Factor',
  weight: 'Weight',
  value: 'Value',
  half: 'What is not known counts by half.',
  factors: {
    process: 'What stops',
    substitutability: 'How fast another takes over',
    zone: 'Zones',
    remote_access: 'Remote access',
    delivers: 'What it delivers',
    data: 'Personal data',
    concentration: 'Others lean on it',
  },
  signed: 'Weighed by',
  by: 'Name',
  date: 'Date',
  drawn: (size) => `Drawn up from the registers at line ${size} of the log.`,
}
