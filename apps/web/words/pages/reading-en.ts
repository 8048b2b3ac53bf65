// SPDX-License-Identifier: EUPL-1.2
import type { ReadingWords } from './reading-nl.ts'

export const readingEn: ReadingWords = {
  title: 'To read',
  intro:
    'Policies that concern your work. Read them and confirm it; that is recorded with your name and the day.',
  none: 'You have not been asked to read anything.',
  done: 'Read',
  version: (version) => `Version ${version}`,
  due: (day) => `No later than ${day}`,
  short: 'In short',
  changes: 'What is different',
  text: 'The text',
  file: (name) => `Open ${name}`,
  noText: 'The text cannot be shown here. Ask whoever gave you this link for it.',
  confirm: 'I have read this',
  confirmHelp: 'You confirm that you read the text. That does not say that you agree with it.',
  read: (at) => `You read this on ${at}. Thank you.`,
  over: 'This text no longer holds. There is nothing to confirm.',
  hello: (name, organisation) => `${name}, ${organisation} asks you to read this.`,
  own: 'This link is yours alone. It opens this text and nothing else.',
  until: (at) => `Valid until ${at}.`,
  gone: {
    title: 'This link does not work',
    text: 'It has expired, was revoked or was not copied whole. Ask whoever gave it to you for a new one.',
  },
}
