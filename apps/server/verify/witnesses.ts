// SPDX-License-Identifier: EUPL-1.2
import { concat, utf8Bytes } from '@schouw/core/ledger/bytes'
import { type NoteKey, openCheckpoint, parseNote } from '@schouw/core/ledger/notes'
import type { Judgement, Trust } from '@schouw/core/ledger/verdicts'
import { type CosignatureAsStored, storedCosignatures } from '../storage/inspection/timestamps.ts'
import type { Transaction } from '../storage/session.ts'
import { platform } from './crypto.ts'

/** Every stored line of a witness under the head that it is about, by keys that were given. */
export async function judgeCosignatures(
  transaction: Transaction,
  judgement: Judgement,
  log: { readonly origin: string; readonly keys: readonly NoteKey[]; readonly trust: Trust },
): Promise<void> {
  const names = new Set<string>()
  let [proven, unknown, newest] = [0, 0, 0]
  for (let above = -1; ; ) {
    const page = await storedCosignatures(transaction, above)
    const last = page.at(-1)
    if (last === undefined) break
    above = last.size
    for (const row of page) {
      const said = judgeLine(row, log)
      if (said === 'differs') {
        const { size, witness } = row
        judgement.refuse('witnesses', 'cosignature-differs', { size, witness })
      } else if (said === 'unknown') unknown += 1
      else {
        proven += 1
        newest = Math.max(newest, row.size)
        names.add(row.witness)
      }
    }
  }
  const strange = unknown === 0 ? {} : { unknown_signatures: unknown }
  if (proven === 0) judgement.notClaimed('witnesses', strange)
  else judgement.proven('witnesses', { heads: proven, newest, names: [...names], ...strange })
}

/** `unknown`: by a witness of which no key was given, so nothing is said of it. */
function judgeLine(
  { witness, line, note }: CosignatureAsStored,
  { origin, keys, trust: { witnesses = [] } }: Parameters<typeof judgeCosignatures>[2],
): 'proven' | 'unknown' | 'differs' {
  const text = utf8Bytes(line)
  if (note === null || text === undefined) return 'differs'
  const cosigned = concat([note, text])
  const parsed = parseNote(cosigned)
  if (!parsed.ok || parsed.value.signatures.at(-1)?.name !== witness) return 'differs'
  if (!witnesses.some(({ name }) => name === witness)) return 'unknown'
  const opened = openCheckpoint(cosigned, { origin, keys, witnesses }, platform)
  if (!opened.ok) return 'differs'
  const seen = opened.value.note.verified.some(
    ({ key }) => witnesses.includes(key) && key.name === witness,
  )
  return seen ? 'proven' : 'differs'
}
