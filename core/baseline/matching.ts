// SPDX-License-Identifier: EUPL-1.2
import type { Asset } from '@schouw/core/capture'
import type { AssetRow } from './inputs.ts'
import { plainHost } from './texts.ts'

export type MatchedBy = 'mac' | 'serial' | 'ip' | 'name'

export interface Match {
  readonly row: AssetRow
  readonly by: MatchedBy
}

/** A serial of three characters is no proof of identity. */
const shortestSerial = 4

/** What a device and a row can have in common, strongest first. */
const keys: readonly {
  readonly by: MatchedBy
  readonly ofRow: (row: AssetRow) => readonly string[]
  readonly ofAsset: (asset: Asset) => readonly string[]
}[] = [
  { by: 'mac', ofRow: ({ macs }) => macs, ofAsset: ({ macs }) => macs },
  {
    by: 'serial',
    ofRow: ({ serial }) => serialKey(serial),
    ofAsset: ({ serial }) => serialKey(serial),
  },
  { by: 'ip', ofRow: ({ ips }) => ips, ofAsset: ({ ipv4, ipv6 }) => [...ipv4, ...ipv6] },
  {
    by: 'name',
    ofRow: ({ name }) => [plainHost(name)],
    ofAsset: ({ hostnames }) => hostnames.map(plainHost),
  },
]

/**
 * Which row of the register each device is. A row may be several devices (a controller with two
 * cards that nothing on the wire joins); a device is one row. A key that stands in several rows
 * decides nothing, and neither does one that the row's device, known by a stronger key, has
 * itself: who else uses its address is somebody else. Devices outside the site, children and
 * devices that never sent are left alone.
 */
export function matches(
  assets: readonly Asset[],
  rows: readonly AssetRow[],
): ReadonlyMap<string, Match> {
  const found = new Map<string, Match>()
  for (const { by, ofRow, ofAsset } of keys) {
    const index = uniqueRows(rows, ofRow)
    const stronger = new Map(found)
    const taken = new Set(assets.flatMap((asset) => (stronger.has(asset.id) ? ofAsset(asset) : [])))
    for (const asset of assets) {
      if (found.has(asset.id) || !isOwnDevice(asset)) continue
      const free = ofAsset(asset).filter((key) => !taken.has(key))
      const hits = new Set(free.map((key) => index.get(key) ?? undefined))
      hits.delete(undefined)
      const [row] = hits
      if (hits.size === 1 && row !== undefined) found.set(asset.id, { row, by })
    }
  }
  return found
}

/** A device of the site that spoke for itself: what a register should list. */
export function isOwnDevice(asset: Asset): boolean {
  return !asset.external && !asset.silent && asset.parent === null
}

function uniqueRows(
  rows: readonly AssetRow[],
  keysOf: (row: AssetRow) => readonly string[],
): Map<string, AssetRow | null> {
  const index = new Map<string, AssetRow | null>()
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) index.set(key, index.has(key) ? null : row)
  }
  return index
}

function serialKey(serial: string | null): string[] {
  const plain = (serial ?? '').trim().toUpperCase()
  return plain.length >= shortestSerial ? [plain] : []
}
