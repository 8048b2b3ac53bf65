// SPDX-License-Identifier: EUPL-1.2
import { base64, equalBytes } from '../bytes/index.ts'
import type { TreeHead } from '../notes/index.ts'

/** The log as the database has it at start-up. */
export interface StoredLog {
  readonly origin: string
  readonly size: number
  /** The root at a size not above `size`; `undefined` where tiles for it are missing. */
  readonly rootAt: (size: number) => Uint8Array | undefined
  /** The newest checkpoint that the database itself holds. */
  readonly published?: TreeHead
}

/** What is known from elsewhere, and is not restored when the database is. */
export interface KnownHeads {
  /** The last head that was signed, kept on another volume. Absent: nothing is kept there. */
  readonly lastSigned?: TreeHead
  /** Sizes that witnesses answered with. */
  readonly witnessed?: readonly number[]
  /** Somebody said today that this log is to begin: only then may it begin without a head. */
  readonly isInception?: boolean
}

export type HeadDecision =
  /** Nothing happened since the last signature. */
  | { readonly act: 'continue' }
  /** A new log, on the day it was said to begin. */
  | { readonly act: 'open' }
  /** Entries were stored and not yet signed: a crash in between. Sign this size, then go on. */
  | { readonly act: 'publish'; readonly from: number; readonly to: number }
  /** Sign nothing, serve reading only, and say why. */
  | {
      readonly act: 'refuse'
      readonly reason: HeadRefusal
      readonly facts: Readonly<Record<string, unknown>>
    }

export type HeadRefusal =
  | 'other-log'
  /** There are entries and no head is known: an outside head was lost, or never kept. */
  | 'known-head-missing'
  /** The database says more was signed than the outside place knows: that place went back. */
  | 'known-head-behind'
  /** Fewer entries than were signed: an old copy. The rest has to be brought back first. */
  | 'rollback'
  /** The same size or more, and another history. */
  | 'fork'
  | 'tree-incomplete'

/** Whether this database may go on signing. Decided before anything is signed. */
export function decideHead(known: KnownHeads, stored: StoredLog): HeadDecision {
  const { lastSigned, witnessed = [], isInception = false } = known
  const { origin, size, published } = stored
  const highest = Math.max(0, ...witnessed)
  if (highest > size)
    return refused('rollback', { size, witnessed: highest, from: size, to: highest })
  if (lastSigned === undefined) {
    const isNew = size === 0 && published === undefined && highest === 0
    return isNew && isInception ? { act: 'open' } : refused('known-head-missing', { size })
  }
  if (lastSigned.origin !== origin) {
    return refused('other-log', { origin, known: lastSigned.origin })
  }
  if (size < lastSigned.size) {
    const { size: signed } = lastSigned
    return refused('rollback', { size, signed, from: size, to: signed })
  }
  const root = stored.rootAt(lastSigned.size)
  if (root === undefined) return refused('tree-incomplete', { size: lastSigned.size })
  if (!equalBytes(root, lastSigned.root)) {
    return refused('fork', {
      size: lastSigned.size,
      root: base64(root),
      signed: base64(lastSigned.root),
    })
  }
  return publishedDecision(lastSigned, stored)
}

/** The head in the database, against the one outside that has just been found in its tree. */
function publishedDecision(lastSigned: TreeHead, stored: StoredLog): HeadDecision {
  const { origin, size, published } = stored
  if (published !== undefined) {
    if (published.origin !== origin) return refused('other-log', { published: published.origin })
    if (published.size > size)
      return refused('tree-incomplete', { size, published: published.size })
    if (published.size > lastSigned.size) {
      return refused('known-head-behind', { signed: lastSigned.size, published: published.size })
    }
    const root = stored.rootAt(published.size)
    if (root === undefined) return refused('tree-incomplete', { size: published.size })
    if (!equalBytes(root, published.root)) {
      return refused('fork', {
        size: published.size,
        root: base64(root),
        published: base64(published.root),
      })
    }
  }
  const isSettled = size === lastSigned.size && (published === undefined || published.size === size)
  return isSettled ? { act: 'continue' } : { act: 'publish', from: lastSigned.size, to: size }
}

function refused(reason: HeadRefusal, facts: Readonly<Record<string, unknown>>): HeadDecision {
  return { act: 'refuse', reason, facts }
}
