// SPDX-License-Identifier: EUPL-1.2

export const papersNl = {
  title: 'Stukken van het bestuur',
  intro:
    'Elk stuk komt uit de registers van vandaag of van een dag die u kiest, met de bron en de regel van het logboek erbij. Wat niemand weet, staat er als onbekend.',
  all: 'Alle stukken',
  asOf: 'Stand van (leeg: vandaag)',
  names: {
    pack: 'Bestuursrapport',
    five_questions: 'Vijf vragen van de raad van commissarissen',
    checklist: 'Acht punten voor bestuurders en commissarissen',
    management_review: 'Directiebeoordeling',
    audit_report: 'Auditrapport',
    own_file: 'Mijn dossier als bestuurder',
    insurer: 'Vragen van de verzekeraar',
  } as Readonly<Record<string, string>>,
  what: {
    pack: 'twee bladzijden, dan de bijlage',
    five_questions: 'met het antwoord uit de registers',
    checklist: 'wat u nagaat voordat u zegt dat u toezicht houdt',
    management_review: 'per onderdeel wat de registers erover zeggen',
    audit_report: 'audits, bevindingen, maatregelen en het plan',
    own_file: 'uw benoemingen, opleidingen, stemmen en vergaderingen',
    insurer: 'voor een bestuurdersaansprakelijkheidsverzekering',
  } as Readonly<Record<string, string>>,
  forms: { pdf: 'PDF', xlsx: 'Tabellen (XLSX)', pptx: 'Dia’s (PPTX)' } as Readonly<
    Record<string, string>
  >,
}

export type PapersWords = typeof papersNl
