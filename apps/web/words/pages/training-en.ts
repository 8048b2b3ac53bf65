// SPDX-License-Identifier: EUPL-1.2
import type { TrainingWords } from './training-nl.ts'

export const trainingEn: TrainingWords = {
  title: 'Training of the board',
  intro:
    'Whoever sits on the board follows a training within two years and shows it with a certificate. It states your name, the dates, the subjects and the provider, in Dutch or English.',
  none: 'No director or supervisory director is appointed yet. Record first who sits on the board.',
  noneLink: 'To the appointments',
  seat: (role, since) => `${role} since ${since}`,
  due: (date) => `Certificate by ${date}`,
  noTerm: 'The law sets no date here.',
  left: (days) =>
    days > 60
      ? `${Math.floor(days / 30.4)} months left`
      : days === 1
        ? '1 day left'
        : `${days} days left`,
  late: (days) => (days === 1 ? '1 day late' : `${days} days late`),
  status: {
    fulfilled: 'Fulfilled',
    running: 'Running',
    overdue: 'Late',
    no_duty: 'No duty',
    unknown: 'Date not known',
  },
  rules: {
    sitting: 'held the seat when the law came into force',
    appointed_later: 'two years from appointment',
    no_term: 'without a term in this country',
    appointment_unknown: 'date of appointment unknown',
    not_executive: 'does not manage the company',
  },
  certificates: 'Certificates',
  noCertificates: 'There is no certificate yet.',
  points: {
    name: 'Name',
    dates: 'First and last day',
    topics: 'Subjects',
    provider: 'Provider',
    language: 'Dutch or English',
    file: 'File',
  },
  verdicts: { met: 'as asked', missing: 'missing', differs: 'differs' },
  lacking: (topics) => `not: ${topics}`,
  check: 'Put forward for checking',
  checkHelp: 'A second person compares the fields with the file.',
  fillFirst: 'Fill in what is missing first.',
  waits: 'Waits for a second person.',
  toFile: 'Open the file',
  add: 'Add a certificate',
  file: 'File of the certificate',
  fileHelp: 'PDF or photo. It is kept under its digest and can be checked later.',
  language: 'Language of the certificate',
  languageHelp: 'The decree asks for Dutch or English.',
  clear: 'Remove the file',
  languages: [
    ['nl', 'Dutch'],
    ['en', 'English'],
    ['de', 'German'],
    ['fr', 'French'],
  ],
  added: 'Kept. Now put it forward for checking.',
}
