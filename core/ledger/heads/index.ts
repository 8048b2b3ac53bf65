// SPDX-License-Identifier: EUPL-1.2
/**
 * Heads at start-up: whether a database may go on signing, by what is known outside it. Two
 * histories under one name are the one thing that a log may never sign.
 */
export {
  decideHead,
  type HeadDecision,
  type HeadRefusal,
  type KnownHeads,
  type StoredLog,
} from './decide.ts'
