// SPDX-License-Identifier: EUPL-1.2
import { bytes, ip, mac, u24 } from '../../fixtures/frames/index.ts'

/** What sends: addresses as bytes, ready to be copied into a frame. */
export interface BenchHost {
  readonly mac: Uint8Array
  readonly ip4: Uint8Array
  readonly ip6: Uint8Array
  /** 0 is untagged. */
  readonly vlan: number
}

// Makers of controllers, of drives and panels, of computers and network gear.
const plcMakers = ['00:1b:1b', '00:0e:8c', '00:80:f4', '00:00:bc', '00:30:de', '00:01:05']
const officeMakers = ['00:14:22', '3c:d9:2b', '00:50:56', '00:1b:21', '00:0c:29', 'b8:27:eb']

/** The first two fifths are controllers. Half of all hosts stand in a tagged network. */
export function benchHosts(count: number): BenchHost[] {
  return Array.from({ length: count }, (_, index) => {
    const isPlc = index < count * 0.4
    const makers = isPlc ? plcMakers : officeMakers
    const maker = makers[index % makers.length] as string
    const station = u24(0x010000 + index)
    const address = bytes(mac(`${maker}:00:00:00`).subarray(0, 3), station)
    const third = index >>> 8
    return {
      mac: address,
      ip4: ip(`10.${isPlc ? 20 : 10}.${third & 255}.${index & 255}`).map((byte, at) =>
        at === 1 ? byte + (third >>> 8) : byte,
      ),
      ip6: bytes([0xfe, 0x80, 0, 0, 0, 0, 0, 0], address.subarray(0, 3), [0xff, 0xfe], station),
      vlan: index % 2 === 0 ? 0 : 10 + (index % 40),
    }
  })
}
