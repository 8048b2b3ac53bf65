// SPDX-License-Identifier: EUPL-1.2
import { addressRange, isPublic, isWithin } from '@schouw/core/network'
import type { RecordVersion } from '@schouw/core/registers'
import { listOf } from '../sources/matching.ts'

export interface Placed {
  readonly zone: string | null
  readonly by: 'register' | 'range' | 'vlan' | 'outside' | null
}

interface Where {
  readonly zone?: string | null
  readonly site?: string | null
  readonly ips: readonly string[]
  readonly vlans: readonly number[]
  readonly isOutside: boolean
}

/**
 * In which zone a device stands: as its record says, else the narrowest range that holds one of its
 * addresses, else the one zone of its VLAN, else the internet for what is out there.
 */
export function placeIn(zones: readonly RecordVersion[]): (device: Where) => Placed {
  const ranges = zones
    .flatMap(({ id, values }) =>
      listOf(values['ranges']).map((range) => ({
        zone: id,
        site: values['site'] ?? null,
        range: addressRange(range),
        isInternet: values['kind'] === 'internet',
      })),
    )
    .flatMap(({ range, ...rest }) => (range === undefined ? [] : [{ ...rest, range }]))
    .toSorted((one, other) => other.range.bits - one.range.bits)
  const internet = zones.find(({ values }) => values['kind'] === 'internet')?.id ?? null
  return ({ zone, site, ips, vlans, isOutside }) => {
    if (typeof zone === 'string') return { zone, by: 'register' }
    const isHere = (of: unknown) => of === null || site == null || of === site
    // The range of the internet is everything: it must not swallow a device of the site.
    const usable = ranges.filter((one) => isHere(one.site) && (isOutside || !one.isInternet))
    const held = usable.find(({ range }) => ips.some((ip) => isWithin(ip, range)))
    if (held !== undefined) return { zone: held.zone, by: 'range' }
    const tagged = zones.filter(
      ({ values }) =>
        !isOutside &&
        isHere(values['site'] ?? null) &&
        ((values['vlans'] ?? []) as readonly number[]).some((vlan) => vlans.includes(vlan)),
    )
    const [only, second] = tagged
    if (only !== undefined && second === undefined) return { zone: only.id, by: 'vlan' }
    if (isOutside && ips.some(isPublic)) return { zone: internet, by: 'outside' }
    return { zone: null, by: null }
  }
}
