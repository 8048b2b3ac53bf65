// SPDX-License-Identifier: EUPL-1.2
import { isDeepStrictEqual } from 'node:util'
import { type Entry, kinds, records } from '@schouw/core/registers'
import { auditLog } from '../apps/server/storage/copy/audit.ts'
import { readEntry } from '../apps/server/storage/ledger/entry-reading.ts'
import { listedRows } from '../apps/server/storage/reading/list.ts'
import { recordOf } from '../apps/server/storage/records/row.ts'
import { openStorage, type Storage } from '../apps/server/storage/storage.ts'
import { alone, type Figure } from './figure.ts'
import { clocks, historyFilled, registersFilled, since, sizes } from './storage/filled.ts'
import { administrator, tenant } from './storage/registers.ts'

/*
 * A register of 10,000 rows as it stood half way a million entries, against the fold of all entries
 * before that moment; and the whole log audited, reckoned back to 100,000 entries.
 */
const rounds = 5
const entriesAudited = 100_000
const page = 20_000

export async function* historyFigures({
  isQuick,
}: {
  readonly isQuick: boolean
}): AsyncGenerator<Figure> {
  const { folder } = isQuick ? await registersFilled() : await historyFilled()
  const storage = await openStorage({ folder })
  try {
    const { size } = (await storage.log(tenant)).head
    const bench = `history of ${size} entries`
    yield* asOf(storage, bench, Math.floor(size * 0.75))
    yield* audited(storage, bench, size)
  } finally {
    await storage.close()
  }
}

async function* asOf(storage: Storage, bench: string, size: number): AsyncGenerator<Figure> {
  const listing = {
    kind: kinds.asset,
    actor: administrator,
    now: '2026-11-21T12:00:00.000Z',
    size,
    query: {
      limit: sizes.assets,
      after: undefined,
      sort: { by: 'title', isDescending: false },
      filters: [],
      search: undefined,
      fields: undefined,
      when: { size },
      retired: 'yes' as const,
      list: '',
    },
  }
  let best = { wallS: Number.POSITIVE_INFINITY, cpuS: Number.POSITIVE_INFINITY }
  let found: readonly ReturnType<typeof recordOf>[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const started = clocks()
    const rows = await storage.read(tenant, (db) => listedRows(db, listing))
    found = rows.map(recordOf)
    const now = since(started)
    if (round === 0) continue
    best = { wallS: Math.min(best.wallS, now.wallS), cpuS: Math.min(best.cpuS, now.cpuS) }
  }
  const folded = await assetsFolded(storage, size)
  const equal = found.filter((one) => isDeepStrictEqual(one, folded.get(one.id))).length
  yield alone({ bench, metric: 'as_of_register_wall', value: best.wallS, unit: 's', goal: 1 })
  yield alone({ bench, metric: 'as_of_register_cpu', value: best.cpuS, unit: 's' })
  const different = folded.size - equal + (found.length - equal)
  const metric = 'as_of_rows_that_differ_from_the_fold'
  yield alone({ bench, metric, value: different, unit: 'rows', goal: 0 })
}

/** Slow and plain: every entry before the moment, of every asset, from its first to its last. */
async function assetsFolded(storage: Storage, size: number) {
  const entries = new Map<string, Entry[]>()
  for (let from = 0; from < size; from += page) {
    const to = Math.min(size, from + page)
    const { headers, payloads } = await storage.read(tenant, async (db) => ({
      headers: await db
        .selectFrom('log_entries')
        .select(['entry', 'header'])
        .where('entry', '>=', from)
        .where('entry', '<', to)
        .orderBy('entry')
        .execute(),
      payloads: await db
        .selectFrom('log_payloads')
        .selectAll()
        .where('entry', '>=', from)
        .where('entry', '<', to)
        .execute(),
    }))
    const slots = Map.groupBy(payloads, ({ entry }) => entry)
    for (const { entry: index, header } of headers) {
      const entry = readEntry(header, slots.get(index) ?? [])
      if (entry?.kind !== 'asset') continue
      const of = entries.get(entry.id)
      if (of === undefined) entries.set(entry.id, [entry])
      else of.push(entry)
    }
  }
  const folded = new Map<string, ReturnType<typeof recordOf>>()
  for (const [id, of] of entries) {
    const record = records.asOf(of)
    if (!record.ok || record.value === null) throw new Error(`the history of ${id}`)
    folded.set(id, record.value)
  }
  return folded
}

async function* audited(storage: Storage, bench: string, size: number): AsyncGenerator<Figure> {
  const log = await storage.log(tenant)
  let best = { wallS: Number.POSITIVE_INFINITY, cpuS: Number.POSITIVE_INFINITY }
  for (let round = 0; round < 2; round += 1) {
    const started = clocks()
    const report = await storage.session.run(
      { tenant },
      () => auditLog(storage.session.transaction, log),
      { isReadOnly: true, isSnapshot: true },
    )
    const now = since(started)
    if (report?.isWhole !== true) throw new Error(JSON.stringify(report?.findings))
    best = { wallS: Math.min(best.wallS, now.wallS), cpuS: Math.min(best.cpuS, now.cpuS) }
  }
  const share = entriesAudited / size
  const of = { bench, unit: 's' }
  yield alone({ ...of, metric: 'audit_of_100000_entries', value: best.wallS * share, goal: 5 })
  yield alone({ ...of, metric: 'audit_of_100000_entries_cpu', value: best.cpuS * share })
}
