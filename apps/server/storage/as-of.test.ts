// SPDX-License-Identifier: EUPL-1.2
// Random histories: whatever happens to records, by whom and how closely together, the registers as
// they stand and as they stood are what the ledger's entries come to when they are folded.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { it } from 'node:test'
import type { ListQuery } from '@schouw/contract'
import { type KindName, type RecordVersion, records } from '@schouw/core/registers'
import fc from 'fast-check'
import { listedRows } from '../http/reading/list.ts'
import type { Change, Told } from './changes/change.ts'
import { recordOf } from './records/row.ts'
import { onBothEngines } from './testing/engines.ts'
import { auditOf, foldOf } from './testing/fold.ts'
import { actor, creating, kindNamed } from './testing/records.ts'
import { first } from './testing/tenants.ts'

type Act =
  | { readonly do: 'create'; readonly kind: KindName; readonly name: string }
  | { readonly do: 'change'; readonly which: number; readonly name: string | null }
  | { readonly do: 'retire' | 'reinstate' | 'stale'; readonly which: number }

const names = fc.constantFrom('Pump', 'Oven é', "D'Arcy", '10.0.0.1', 'line-2', 'x'.repeat(60))
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('create' as const),
      kind: fc.constantFrom<KindName>('site', 'asset', 'supplier'),
      name: names,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      which: fc.nat(),
      name: fc.option(names),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('retire' as const, 'reinstate' as const, 'stale' as const),
      which: fc.nat(),
    }),
  },
)
/** Acts of one group are asked for at the same time. */
const histories = fc.array(fc.array(acts, { minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 8,
})

interface Made {
  readonly id: string
  readonly kind: KindName
}

function changeOf(act: Act, made: Made[], count: () => number): Change | undefined {
  if (act.do === 'create') {
    const one = { id: randomUUID(), kind: act.kind }
    made.push(one)
    return creating(act.kind, { code: `C${count()}`, name: act.name }, one.id)
  }
  const one = made[act.which % Math.max(1, made.length)]
  if (one === undefined) return undefined
  const kind = kindNamed(one.kind)
  const { id } = one
  return {
    decide: ({ record, lookup, now }) => {
      const found = record(id)
      const version = act.do === 'stale' ? 99 : (found?.version ?? 0)
      const on = { kind, id, record: found, version, actor, now, lookup }
      if (act.do === 'retire') return records.retire({ ...on, reason: 'gone' })
      if (act.do === 'reinstate') return records.reinstate({ ...on, reason: 'back' })
      return records.change({
        ...on,
        patch: { name: act.do === 'change' ? (act.name ?? 'n') : 'never' },
      })
    },
  }
}

const query: ListQuery = {
  limit: 10_000,
  after: undefined,
  sort: { by: 'title', isDescending: false },
  filters: [],
  search: undefined,
  fields: undefined,
  when: undefined,
  retired: 'yes',
  list: '',
}

onBothEngines('registers as they were', (bench) => {
  let counted = 0
  const count = () => {
    counted += 1
    return counted
  }

  const listed = async (kind: KindName, size: number | undefined) => {
    const rows = await bench.storage.read(first, (db) =>
      listedRows(db, { kind: kindNamed(kind), query, actor, now: new Date().toISOString(), size }),
    )
    return new Map(rows.map((row) => [row.id, recordOf(row)]))
  }

  it('are the fold of the entries below, at every size', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
        async (history, places) => {
          const { storage } = bench
          const made: Made[] = []
          for (const group of history) {
            const told: Promise<Told>[] = []
            for (const act of group) {
              const change = changeOf(act, made, count)
              if (change !== undefined) told.push(storage.apply(first, change))
            }
            for (const one of await Promise.all(told)) assert.notEqual(one.outcome, 'key-reused')
          }
          const { size } = (await storage.log(first)).head
          for (const at of [undefined, ...places.map((place) => Math.floor(place * size))]) {
            const { records: fold } = await foldOf(storage, first, at)
            for (const kind of ['site', 'asset', 'supplier'] as const) {
              const expected = new Map<string, RecordVersion>(
                [...fold].filter(([, record]) => record.kind === kind),
              )
              assert.deepEqual(sorted(await listed(kind, at)), sorted(expected))
            }
          }
        },
      ),
      { numRuns: 12 },
    )
    const report = await auditOf(bench.storage, first)
    assert.deepEqual([report.findings, report.isWhole], [[], true])
    assert.ok(report.entries > 50)
  })

  it('keep links and unique values as the records have them', async () => {
    const { storage } = bench
    const { records: fold } = await foldOf(storage, first)
    const titles = await storage.read(first, (db) =>
      db.selectFrom('records').select(['id', 'natural_key', 'title']).execute(),
    )
    for (const { id, natural_key, title } of titles) {
      const record = fold.get(id)
      assert.equal(natural_key, JSON.stringify([record?.values['code']]))
      assert.ok(title.startsWith(String(record?.values['name'])))
    }
  })
})

function sorted(
  map: ReadonlyMap<string, RecordVersion>,
): readonly (readonly [string, RecordVersion])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
