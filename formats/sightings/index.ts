// SPDX-License-Identifier: EUPL-1.2
/**
 * Sightings: what files of other tools state about devices, in one shape whatever the tool. A
 * reader names what it cannot use, with its place, and uses the rest; it merges nothing across
 * files and judges nothing.
 */
export { ipOf, macOf } from './address.ts'
export { type Saying, type Sheet, SightingBook, textOf } from './book.ts'
export { type Fields, isFields, jsonOf, jsonText, list, member, text } from './json.ts'
export { type Line, linesOf } from './lines.ts'
export {
  type Sighted,
  type SightedComponent,
  type SightedConversation,
  type SightedSession,
  type Sighting,
  type SightingFact,
  type SightingKey,
  type SightingProblem,
  sightingLimits,
  type Where,
} from './sighting.ts'
export { type OnProblem, type Source, unpacked, wholeOf } from './source.ts'
export { rootOf } from './xml.ts'
