// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCheckpoint, parseNote, type TreeHead } from '@schouw/core/ledger/notes'
import { mark } from '../storage/ledger/known-heads.ts'

/** What a file of known heads holds. */
export interface KnownFile {
  readonly path: string
  readonly notes: readonly Uint8Array[]
  readonly heads: readonly TreeHead[]
  /** Places of pieces that are neither a note nor the beginning of one, counted from 1. */
  readonly unreadable: readonly number[]
  /** Beginnings of notes, that a crash cut off. */
  readonly cut: number
}

export function knownFile(folder: string, tenant: string): KnownFile | undefined {
  const path = join(folder, `${tenant}.heads`)
  if (!existsSync(path)) return undefined
  const notes: Uint8Array[] = []
  const heads: TreeHead[] = []
  const unreadable: number[] = []
  let cut = 0
  // One character a byte, so that nothing is lost on the way.
  const pieces = readFileSync(path, 'latin1').split(mark)
  const full = pieces.filter((piece) => piece !== '')
  for (const [at, piece] of full.entries()) {
    const note = Buffer.from(piece, 'latin1')
    const head = headOf(note)
    if (head !== undefined) {
      notes.push(note)
      heads.push(head)
    } else if (isBeginning(piece, [full[at + 1], full[at - 1]])) cut += 1
    else unreadable.push(at + 1)
  }
  return { path, notes, heads, unreadable, cut }
}

function headOf(note: Uint8Array): TreeHead | undefined {
  const parsed = parseNote(note)
  const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
  return head.ok ? head.value : undefined
}

/**
 * A crash leaves the first bytes of a note, and nothing else does: shorter than its neighbour, and
 * as far as it goes of the same shape. A changed byte leaves the length as it was.
 */
function isBeginning(piece: string, neighbours: readonly (string | undefined)[]): boolean {
  const neighbour = neighbours.find((one) => one !== undefined)
  if (neighbour === undefined || piece.length >= neighbour.length - 2) return false
  const origin = neighbour.slice(0, neighbour.indexOf('\n') + 1)
  if (piece.length <= origin.length) return origin.startsWith(piece)
  // In this spelling the dash of a signature line is three characters.
  const rest =
    /^\d+(?:\n(?:[A-Za-z0-9+/=]{0,43}|[A-Za-z0-9+/]{43}=(?:\n(?:\n(?:.{0,2}|.{3}[^\n]*)?)?)?)?)?$/s
  return piece.startsWith(origin) && rest.test(piece.slice(origin.length))
}
