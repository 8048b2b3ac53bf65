// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import type { Line } from './lines.ts'
import { subjectOf } from './subjects.ts'

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
