// SPDX-License-Identifier: EUPL-1.2
import { BlockList, isIP } from 'node:net'
import type { RecordVersion } from '@schouw/core/registers'
import type { NumberedSighting } from './store.ts'

/**
 * Whether a device is one of the organisation's own. What the source itself says counts; else the
 * address ranges of the sites, and only where nobody stated any, whether the address is private.
 */
export function insideOf(sites: readonly RecordVersion[]): (one: NumberedSighting) => boolean {
  const ranges = sites.flatMap(({ values }) => (values['ranges'] ?? []) as readonly string[])
  const own = blocks(ranges)
  const usual = blocks([
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '169.254.0.0/16',
    'fc00::/7',
    'fe80::/10',
  ])
  return ({ key, isLocal }) => {
    if (isLocal !== undefined) return isLocal
    if (key.ip === undefined || key.mac !== undefined) return true
    const family = isIP(key.ip) === 6 ? 'ipv6' : 'ipv4'
    return (ranges.length > 0 ? own : usual).check(key.ip, family)
  }
}

function blocks(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', length = ''] = range.split('/')
    const version = isIP(address)
    if (version === 0 || !/^\d{1,3}$/.test(length)) continue
    list.addSubnet(address, Number(length), version === 6 ? 'ipv6' : 'ipv4')
  }
  return list
}
