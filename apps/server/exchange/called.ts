// SPDX-License-Identifier: EUPL-1.2
import { kind as kindOf, may, type RecordVersion } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import type { Database } from '../storage/dialect.ts'
import { derived, isUuid } from '../storage/records/derive.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'

/**
 * What records are called in a file: something that people know and that is read back as just that
 * record. Whoever may not see a record gets its id, which the register shows anyway.
 */
export class Called {
  readonly #caller: Caller
  readonly #now: string
  readonly #names = new Map<string, string>()

  constructor(caller: Caller, now: string) {
    this.#caller = caller
    this.#now = now
  }

  readonly name = (id: string): string => this.#names.get(id) ?? id

  /** Everything that these refer to. */
  async learn(db: Database, records: readonly RecordVersion[]): Promise<void> {
    const asked = new Set<string>()
    for (const record of records) {
      for (const { target } of derived(record).links) {
        if (!this.#names.has(target) && isUuid(target)) asked.add(target)
      }
    }
    if (asked.size === 0) return
    const rows = await db
      .selectFrom('records')
      .select([...recordColumns])
      .where('id', 'in', [...asked])
      .execute()
    for (const id of asked) this.#names.set(id, id)
    for (const row of rows) this.#names.set(row.id, this.#nameOf(recordOf(row)))
  }

  #nameOf(record: RecordVersion): string {
    const kind = kindOf(record.kind)
    if (kind === undefined) return record.id
    const { actor } = this.#caller
    const permission = may({ actor, action: 'read', kind, record, now: this.#now })
    if (!permission.allowed) return record.id
    const { fields } = permission
    const isSeen = (name: string) => fields === null || fields.includes(name)
    const [first, ...others] = kind.key
    const code = record.values[first]
    const isCode = others.length === 0 && kind.fields[first]?.type === 'text'
    if (isCode && isSeen(first) && typeof code === 'string') return `${kind.name}:${code}`
    if (!kind.title.every(isSeen)) return record.id
    return `${derived(record).title.slice(0, 120)} [${record.id}]`
  }
}
