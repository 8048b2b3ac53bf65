// SPDX-License-Identifier: EUPL-1.2
import { type KindName, kind as kindOf, type RecordVersion } from '@schouw/core/registers'
import { type Mandate, mandateOf, matters, seatsOn } from '@schouw/core/registers/bodies'
import type { Caller } from '../http/caller.ts'
import { shown } from '../http/registers/call.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import { acts } from './waiting.ts'

/** What waits for the word of the board, oldest first, as far as the reader may see it. */
export async function waitingForBoard(db: Database, caller: Caller, now: string) {
  const waiting = (await acts(db)).filter(({ kind }) => Object.hasOwn(matters, kind))
  if (waiting.length === 0) return { items: [] }
  const [decisions, seats] = [await standing(db, 'decision'), await standing(db, 'appointment')]
  const members = seatsOn('board', seats, now.slice(0, 10))
  const around = { decisions, seats, person: members.length === 1 ? (members[0] ?? '') : '', now }
  return {
    items: waiting.flatMap(({ pending, kind: name, act, record }) => {
      const kind = kindOf(name)
      if (kind === undefined || record === undefined) return []
      if (shown({ caller, kind, now }, record) === null) return []
      const { act: asked, asked: by, fields } = act
      const patch = asked.action === 'change' ? asked.patch : {}
      const to = asked.action === 'move' ? asked.to : undefined
      const mandate = spoken({ name, record, patch, to, fields }, around)
      if (!('because' in mandate)) return []
      const title = record.values[kind.title[0]]
      return [
        {
          ...{
            pending,
            kind: name,
            id: record.id,
            to: to ?? null,
            asked: { at: by.at, by: by.by },
          },
          title: typeof title === 'string' ? title : String(record.values['code'] ?? ''),
          because: mandate.because,
          decision:
            decisions.findLast((one) => refers(one, 'about', record.id) && isOpen(one))?.id ?? null,
        },
      ]
    }),
  }
}

const isOpen = ({ state }: RecordVersion) => state === 'draft' || state === 'tabled'

interface Asked {
  readonly name: KindName
  readonly record: RecordVersion
  readonly patch: unknown
  readonly to: string | undefined
  readonly fields: readonly string[]
}

interface Around {
  readonly decisions: readonly RecordVersion[]
  readonly seats: readonly RecordVersion[]
  /** The one director there is; empty where there are more. */
  readonly person: string
  readonly now: string
}

function spoken({ name, record, patch, to, fields }: Asked, around: Around): Mandate {
  const { decisions, seats, person, now } = around
  return mandateOf({
    ...{ kind: name, id: record.id, record, to, changed: fields, person, now },
    values: { ...record.values, ...(patch as RecordVersion['values']) },
    lookup: {
      find: () => undefined,
      holder: () => undefined,
      seats: () => seats,
      referrers: (kind, field, id) =>
        kind === 'decision' ? decisions.filter((one) => refers(one, field, id)) : [],
    },
  })
}

/** As a look-up has it: rows are spelled `rows/field`. */
function refers({ values }: RecordVersion, path: string, id: string): boolean {
  const [name = '', inner] = path.split('/')
  const value: unknown = values[name]
  if (!Array.isArray(value)) return value === id
  return inner === undefined ? value.includes(id) : value.some((row) => row[inner] === id)
}

async function standing(db: Database, kind: KindName): Promise<readonly RecordVersion[]> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', kind)
    .where('is_retired', '=', false)
    .orderBy('id')
    .execute()
  return rows.map(recordOf)
}
