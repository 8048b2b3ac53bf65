// SPDX-License-Identifier: EUPL-1.2
import type { AsOfWords } from './as-of-nl.ts'

export const asOfEn: AsOfWords = {
  bar: 'Another day',
  stood: (day) => `As it stood on ${day}.`,
  head: (entries) => `Head of the log: ${entries} entries, root`,
  after: (at, authority) => `Time-stamp of ${authority}: at ${at} all of this was there.`,
  before: (entries, at) => `Stamped before: ${entries} entries at ${at}.`,
  none: 'No time-stamp yet: this time is that of your own server.',
  checkpoint: 'checkpoint',
  token: 'time-stamp',
  today: 'Back to today',
  not: 'This page shows today. How things stood on another day is in the registers, on the first page and in the papers.',
}
