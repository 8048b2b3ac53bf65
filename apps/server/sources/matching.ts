// SPDX-License-Identifier: EUPL-1.2
// Which asset of the register a sighting is of. By card, then serial number, then address within
// the site, then name; where several fit, all are shown and none is taken.
import type { RecordVersion } from '@schouw/core/registers'
import type { Sighting } from '@schouw/formats/sightings'
import { chosenValues } from './chosen.ts'

export type MatchedBy = 'mac' | 'serial' | 'ip' | 'name'

export type Match =
  | { readonly kind: 'one'; readonly asset: RecordVersion; readonly by: MatchedBy }
  | {
      readonly kind: 'several'
      readonly assets: readonly RecordVersion[]
      readonly by: MatchedBy
      /** `other-mac`: the address or name is an asset's whose card is another. */
      readonly because: 'several' | 'other-mac'
    }
  | { readonly kind: 'none' }

/** The register of assets, to be asked by what a device is known by. */
export class AssetIndex {
  readonly #by: Readonly<Record<MatchedBy, Map<string, RecordVersion[]>>> = {
    mac: new Map(),
    serial: new Map(),
    ip: new Map(),
    name: new Map(),
  }
  readonly #site: string | null

  /** `site`: where the source was made; assets of other sites are then not met by address or name. */
  constructor(assets: readonly RecordVersion[], site: string | null) {
    this.#site = site
    for (const asset of assets) {
      const { values } = asset
      this.#add('mac', asset, values['macs'])
      this.#add('serial', asset, values['serial'])
      this.#add('ip', asset, values['ips'])
      this.#add('name', asset, [values['name'], values['code'], ...listOf(values['hostnames'])])
    }
  }

  match(sighting: Sighting): Match {
    const values = chosenValues(sighting)
    const asked: readonly (readonly [MatchedBy, readonly string[]])[] = [
      ['mac', listOf(values['macs'])],
      ['serial', listOf(values['serial'])],
      ['ip', listOf(values['ips'])],
      ['name', listOf(values['hostnames']).flatMap((name) => [name, name.split('.')[0] ?? name])],
    ]
    const macs = new Set(listOf(values['macs']))
    for (const [by, keys] of asked) {
      const found = this.#find(by, keys)
      const [first, ...more] = found
      if (first === undefined) continue
      if (more.length > 0) return { kind: 'several', assets: found, by, because: 'several' }
      if (by !== 'mac' && hasOtherCard(first, macs)) {
        return { kind: 'several', assets: found, by, because: 'other-mac' }
      }
      return { kind: 'one', asset: first, by }
    }
    return { kind: 'none' }
  }

  #add(by: MatchedBy, asset: RecordVersion, given: unknown): void {
    for (const key of listOf(given)) {
      const map = this.#by[by]
      const plain = key.toLowerCase()
      map.set(plain, [...(map.get(plain) ?? []), asset])
    }
  }

  #find(by: MatchedBy, keys: readonly string[]): readonly RecordVersion[] {
    const found = new Set<RecordVersion>()
    for (const key of keys) {
      for (const asset of this.#by[by].get(key.toLowerCase()) ?? []) {
        if (by === 'mac' || by === 'serial' || this.#isHere(asset)) found.add(asset)
      }
    }
    return [...found]
  }

  /** The same address at two sites is two devices. */
  #isHere({ values }: RecordVersion): boolean {
    const site = values['site']
    return this.#site === null || site === undefined || site === this.#site
  }
}

function hasOtherCard({ values }: RecordVersion, macs: ReadonlySet<string>): boolean {
  const own = listOf(values['macs'])
  return own.length > 0 && macs.size > 0 && !own.some((mac) => macs.has(mac))
}

export function listOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
