// SPDX-License-Identifier: EUPL-1.2
import { kinds, type RecordVersion } from '@schouw/core/registers'
import type { Caller } from '../http/caller.ts'
import { shown } from '../http/registers/call.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import { subjectOf } from './subjects.ts'

/** As much of a line as counting takes. */
interface Line {
  readonly asset: string
  readonly weakness: string
  readonly document: string
  readonly advisory: string
  readonly verdict: string
  readonly kev: unknown
}

/** Everything that is open or done, with the devices that the reader may see. */
export async function vulnerableDevices(
  db: Database,
  { caller, now }: { readonly caller: Caller; readonly now: string },
) {
  const rows = await db
    .selectFrom('vulnerability_lines as l')
    .innerJoin('advisories as a', (join) =>
      join.onRef('a.document', '=', 'l.document').on('a.is_current', '=', true),
    )
    .select(['l.asset', 'l.weakness', 'l.document', 'l.verdict', 'l.is_exploited', 'a.name'])
    .execute()
  const lines = rows.map(({ is_exploited, name, ...row }): Line => {
    return { ...row, advisory: name, kev: is_exploited ? true : null }
  })
  const found = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', 'asset')
    .where('id', 'in', db.selectFrom('vulnerability_lines').select('asset'))
    .execute()
  const seen = found.flatMap(
    (row) => shown({ caller, kind: kinds.asset, now }, recordOf(row)) ?? [],
  )
  return { lines, assets: new Map(seen.map((record) => [record.id, record])) }
}

/** Sorts of product, by maker, model and order number. */
export function typesOf(lines: readonly Line[], assets: ReadonlyMap<string, RecordVersion>) {
  return grouped(lines, assets).map(({ key, devices }) => ({ ...key, count: devices.size }))
}

export function productsOf(lines: readonly Line[], assets: ReadonlyMap<string, RecordVersion>) {
  return grouped(lines, assets).map(({ key, devices, own }) => {
    const of = (verdict: string) =>
      new Set(own.filter((line) => line.verdict === verdict).map(({ weakness }) => weakness)).size
    const versions = [...devices].flatMap((id) => {
      const asset = assets.get(id)
      return asset === undefined ? [] : [subjectOf(asset).version || '?']
    })
    const advisories = new Map(own.map(({ document, advisory }) => [document, advisory]))
    return {
      ...key,
      count: devices.size,
      versions: [...new Set(versions)].sort(),
      advisories: [...advisories].map(([document, name]) => ({ document, name })).slice(0, 50),
      affected: of('affected'),
      cannot_decide: of('cannot_decide'),
      exploited: new Set(own.filter(({ kev }) => kev !== null).map(({ weakness }) => weakness))
        .size,
    }
  })
}

function grouped(lines: readonly Line[], assets: ReadonlyMap<string, RecordVersion>) {
  const groups = new Map<
    string,
    {
      key: { vendor: string; model: string; order_number: string }
      devices: Set<string>
      own: Line[]
    }
  >()
  for (const line of lines) {
    const asset = assets.get(line.asset)
    if (asset === undefined) continue
    const { vendor, product: model, orderNumber: order_number } = subjectOf(asset)
    const key = { vendor, model, order_number }
    const name = JSON.stringify(key)
    const group = groups.get(name) ?? { key, devices: new Set<string>(), own: [] }
    group.devices.add(line.asset)
    group.own.push(line)
    groups.set(name, group)
  }
  return [...groups.values()].toSorted((a, b) => b.devices.size - a.devices.size)
}
