// SPDX-License-Identifier: EUPL-1.2
// Records that are probably one device.
import type { RecordVersion } from '@schouw/core/registers'
import { listOf, type MatchedBy } from '../sources/matching.ts'

export interface Double {
  readonly by: MatchedBy
  readonly value: string
  readonly assets: readonly RecordVersion[]
}

/** Which field says it, and whether it says it beyond one site. */
const ways = [
  { by: 'mac', field: 'macs', isEverywhere: true },
  { by: 'serial', field: 'serial', isEverywhere: true },
  { by: 'ip', field: 'ips', isEverywhere: false },
  { by: 'name', field: 'hostnames', isEverywhere: false },
] as const

/** Each set of records once, by the strongest thing they share. */
export function doublesOf(assets: readonly RecordVersion[]): readonly Double[] {
  const inService = assets.filter(({ state }) => state !== 'out_of_use')
  const found = new Map<string, Double>()
  for (const { by, field, isEverywhere } of ways) {
    const holders = new Map<string, RecordVersion[]>()
    for (const asset of inService) {
      const site = isEverywhere ? '' : String(asset.values['site'] ?? '')
      for (const value of new Set(listOf(asset.values[field]).map((one) => one.toLowerCase()))) {
        const key = `${site} ${value}`
        holders.set(key, [...(holders.get(key) ?? []), asset])
      }
    }
    for (const [key, same] of holders) {
      if (same.length < 2 || areParts(same) || (!isEverywhere && haveOwnCards(same))) continue
      const ids = same.map(({ id }) => id).toSorted()
      const name = ids.join(' ')
      if (found.has(name)) continue
      found.set(name, { by, value: key.slice(key.indexOf(' ') + 1), assets: same })
    }
  }
  return [...found.values()]
}

/** Two cards on one address or name are two devices that are at odds, not one. */
function haveOwnCards(same: readonly RecordVersion[]): boolean {
  const cards = same.map(({ values }) => listOf(values['macs']).map((one) => one.toLowerCase()))
  const all = cards.flat()
  return cards.every((own) => own.length > 0) && new Set(all).size === all.length
}

/** A module shares its rack's card and address, and is a thing of its own. */
function areParts(same: readonly RecordVersion[]): boolean {
  const ids = new Set(same.map(({ id }) => id))
  const parts = same.filter(({ values }) => ids.has(String(values['part_of'] ?? '')))
  return parts.length >= same.length - 1
}
