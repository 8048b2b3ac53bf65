// SPDX-License-Identifier: EUPL-1.2
import type { PapersWords } from './papers-nl.ts'

export const papersEn: PapersWords = {
  title: 'Papers of the board',
  intro:
    'Every paper comes from the registers of today or of a day that you choose, with its source and the entry of the log. What nobody knows is given as unknown.',
  all: 'All papers',
  asOf: 'As of (empty: today)',
  names: {
    pack: 'Board pack',
    five_questions: 'Five questions of the supervisory board',
    checklist: 'Eight points for directors and supervisors',
    management_review: 'Management review',
    audit_report: 'Audit report',
    own_file: 'My file as a director',
    insurer: 'Questions of the insurer',
  },
  what: {
    pack: 'two pages, then the annex',
    five_questions: 'with the answer from the registers',
    checklist: 'what you go through before you say that you oversee',
    management_review: 'by point what the registers say about it',
    audit_report: 'audits, findings, measures and the plan',
    own_file: 'your appointments, trainings, votes and meetings',
    insurer: 'for directors’ and officers’ liability insurance',
  },
  forms: { pdf: 'PDF', xlsx: 'Tables (XLSX)', pptx: 'Slides (PPTX)' },
}
