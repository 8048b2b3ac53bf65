// SPDX-License-Identifier: EUPL-1.2

import { addressRange, isWithin } from '@schouw/core/kernel/addresses'

export { type AddressRange, addressRange, isWithin } from '@schouw/core/kernel/addresses'

// RFC 1918, 6598, 3927, 1122, 4193, 4291. Networks for documentation are not here: whoever writes an
// example means the internet by them.
const privateRanges = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '127.0.0.0/8',
  'fc00::/7',
  'fe80::/10',
  '::1',
].flatMap((text) => addressRange(text) ?? [])

/** Whether the address can be reached over the internet. */
export function isPublic(address: string): boolean {
  return addressRange(address) !== undefined && !privateRanges.some((r) => isWithin(address, r))
}
