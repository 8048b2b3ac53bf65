// SPDX-License-Identifier: EUPL-1.2
import type { OwnWords } from './own-nl.ts'

export const ownEn: OwnWords = {
  title: 'Your work',
  more: 'All of the register',
  late: (on) => `was due before ${on}`,
  before: (on) => `before ${on}`,
  noDay: 'without a date',
  blocks: {
    unowned: 'Actions without an owner',
    unowned_finding: 'Findings without an owner',
    action: 'Actions in your name',
    finding: 'Open findings in your name',
    risk: 'Your risks',
    asset: 'Your devices',
    zone: 'Your zones',
    process: 'Your processes',
    backup: 'Your backups',
  },
  report: {
    title: 'Report something odd',
    intro:
      'A screen that behaves strangely, a mail that is not right, somebody you do not know at a machine: report it. Better ten times for nothing than once too late.',
    what: 'What did you see?',
    whatHelp: 'In your own words; one sentence is enough.',
    where: 'Where?',
    whereHelp: 'Hall, machine, room or program',
    photo: 'Photo',
    contact: 'How can we reach you?',
    contactHelp: 'May stay empty.',
    send: 'Send',
    empty: 'Write in one sentence what you saw.',
    thanks: 'Thank you. Your report has arrived.',
    number: (code) => `Your number: ${code}`,
    next: 'Your report is now with those who look after security. If it is urgent, call your manager too. Switch nothing off and delete nothing.',
    another: 'Report something else',
  },
}
