// SPDX-License-Identifier: EUPL-1.2
import type { ReportPointWords } from './report-point-words.ts'

export const reportPointEn: ReportPointWords = {
  at: (organisation, name) => `${organisation} · ${name}`,
  anonymous: 'You need not give your name. Photos go without their location.',
  files: 'Photo or saved mail',
  code: 'Your code',
  codeHelp: 'Write this code down or take a photo of it. With it you read later what was done.',
  follow: 'What was done with my report?',
  look: 'Look',
  states: {
    received: 'Your report is in. Nobody has looked at it yet.',
    looked_at: 'It is being looked at.',
    closed: 'Your report has been dealt with. Thank you.',
  },
  noFeedback: 'Nothing has been written back yet.',
  feedback: 'Answer',
  gone: {
    title: 'This link does not work any more',
    text: 'Ask for the new one at work, or tell your manager.',
  },
  points: 'Report points',
  pointsIntro:
    'One page without an account, behind a QR code on the wall. Whoever sees something odd reports it in half a minute; you see it among the incidents with the state Reported.',
  pointName: 'Where does it hang',
  pointHelp: 'For example: hall 2, canteen, quay',
  make: 'Make a report point',
  made: (day) => `made on ${day}`,
  ended: 'closed',
  end: 'Close',
  poster: 'Poster',
  posterOnce:
    'The link is on the screen only now. Print the poster; once you close this, you make a new report point later.',
  posterPdf: 'Save as PDF',
  print: 'Print',
  close: 'Close the poster',
}
