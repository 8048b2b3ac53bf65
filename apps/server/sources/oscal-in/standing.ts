// SPDX-License-Identifier: EUPL-1.2
import { kind as kindOf, type RecordVersion } from '@schouw/core/registers'
import { uuidOf } from '@schouw/formats/oscal'
import type { Caller } from '../../http/caller.ts'
import { shown } from '../../http/registers/call.ts'
import type { Database } from '../../storage/dialect.ts'
import { recordColumns, recordOf } from '../../storage/records/row.ts'
import type { Item, ItemKind, Link } from './item.ts'

const kinds: readonly ItemKind[] = [
  'measure',
  'requirement-answer',
  'finding',
  'action',
  'evidence-file',
]

/** What the registers have of it already, as far as the person may see. */
export class Standing {
  readonly #byKey = new Map<string, RecordVersion>()

  constructor(records: readonly RecordVersion[]) {
    for (const record of records) {
      for (const key of keysOf(record)) {
        // Several files of the same bytes: the first stands for them.
        if (!this.#byKey.has(key)) this.#byKey.set(key, record)
      }
    }
  }

  find({ kind, key }: Link | Item): RecordVersion | undefined {
    return this.#byKey.get(`${kind} ${key.toLowerCase()}`)
  }
}

/** The code of a record by what a document calls it. */
export const codeOf = (key: string) => `O-${key.toLowerCase()}`.slice(0, 40)

function keysOf({ kind, id, values }: RecordVersion): readonly string[] {
  if (kind === 'requirement-answer') {
    const isOfAll = values['site'] === undefined || values['site'] === null
    return isOfAll ? [`${kind} ${String(values['requirement']).toLowerCase()}`] : []
  }
  if (kind === 'evidence-file') return [`${kind} ${String(values['file'])}`]
  const code = String(values['code'])
  // What we wrote ourselves comes back under the name that it was given.
  const own = `${kind} ${uuidOf(kind, id)}`
  return code.startsWith('O-') ? [`${kind} ${code.slice(2)}`, own] : [own]
}

export async function standingFor(db: Database, caller: Caller, now: string): Promise<Standing> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', 'in', [...kinds])
    .orderBy('id')
    .execute()
  const seen = rows.map(recordOf).flatMap((record) => {
    const kind = kindOf(record.kind)
    return (kind === undefined ? null : shown({ caller, kind, now }, record)) ?? []
  })
  return new Standing(seen)
}

/** Records of which an act waits for somebody. */
export async function waitingRecords(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('pending_acts')
    .select('record')
    .where('is_answered', '=', false)
    .execute()
  return new Set(rows.map(({ record }) => record))
}
