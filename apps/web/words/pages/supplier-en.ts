// SPDX-License-Identifier: EUPL-1.2
import type { SupplierWords } from './supplier-nl.ts'

export const supplierEn: SupplierWords = {
  title: (organisation) => `Questions from ${organisation}`,
  gone: {
    title: 'This link does not work',
    text: 'It has expired, was revoked or is not whole. Ask your customer for a new one.',
  },
  hello: (name, supplier) => `${name}, ${supplier}`,
  intro:
    'Your customer weighs the risks of its suppliers. What you type is kept at once; you can stop and go on later with the same link.',
  until: (day) => `Please answer by ${day}.`,
  who: 'Your name',
  whoHelp: 'So that colleagues know who filled in what.',
  start: 'Begin',
  progress: (done, all) => `${done} of ${all} answered`,
  section: 'Part',
  next: 'Next part',
  previous: 'Previous part',
  explanation: 'Explanation',
  before: (answer) => `Last time: ${answer}`,
  still: 'Still so',
  changed: 'Other than last time',
  saving: 'Keeping',
  saved: 'Kept',
  unsaved: 'Not kept. We try again.',
  merged: (writer) => `${writer} wrote here too. Both texts stand.`,
  by: (writer) => `Last: ${writer}`,
  file: 'Add proof',
  fileHelp: 'PDF, picture, Word, Excel, CSV, JSON or XML, 25 MB at most.',
  apart: 'Received. Your customer looks at this file first.',
  remove: 'Remove',
  pass: 'Pass on to a colleague',
  passHelp: 'Your colleague gets a link for a part. Handing in stays with you.',
  colleague: 'Name of your colleague',
  parts: 'Which parts',
  makeLink: 'Make a link',
  passed: 'Give this link to your colleague. It is shown once:',
  withdraw: 'Withdraw',
  opened: 'opened',
  notOpened: 'not opened yet',
  finish: 'Hand in',
  finishHelp: 'Nothing can be changed afterwards. Open questions count as not answered.',
  openLeft: (count) =>
    count === 0
      ? 'Everything is answered.'
      : count === 1
        ? 'One question is still open.'
        : `${count} questions are still open.`,
  remarks: 'Anything else to say?',
  send: 'Hand in the answers',
  copy: 'Keep your answers',
  thanks: 'Received. Thank you.',
  thanksText: 'Your customer looks at your answers. Keep a copy for yourself.',
  closed: 'This questionnaire was handed in and changes no more.',
  past: 'The day by which you could answer has passed. Ask your customer for more time.',
  delegateDone: 'What you fill in is kept. Your colleague hands it in.',
  reuse: {
    keep: 'Signed file for another customer',
    bring: 'Take over answers from a file',
    help: 'Did you fill this in before for another customer with Schouw? Then take over that signed file. You can still change everything.',
    taken: (count, from) =>
      `The signature holds. ${count} answers taken over that you gave to ${from}.`,
    changed: (name) =>
      `${name} was changed after it was signed. Nothing was taken over; your customer sees this too.`,
  },
  trouble: {
    title: 'Did something go wrong at yours?',
    help: 'An attack, a leak or an outage that may reach your customer. This goes straight to your customer, apart from the questions.',
    what: 'What happened',
    since: 'Since when, if you know',
    contact: 'Where your customer reaches you now',
    send: 'Tell them',
    sent: 'Told. Your customer will look at it and be in touch.',
  },
}
