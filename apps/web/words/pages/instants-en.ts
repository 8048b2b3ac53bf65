// SPDX-License-Identifier: EUPL-1.2
import type { instantsNl } from './instants-nl.ts'

export const instantsEn: typeof instantsNl = {
  twice: 'The clock goes back that night: this hour comes twice. Which time was it?',
  which: (nth, at) => `the ${nth === 0 ? 'first' : 'second'} time: ${at}`,
  skipped: (time) =>
    `The clock goes forward that night: ${time} does not exist. It now says an hour later.`,
}
