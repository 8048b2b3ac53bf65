// SPDX-License-Identifier: EUPL-1.2
import { broadcast, udp } from '../../fixtures/frames/index.ts'
import type { BenchHost } from './hosts.ts'
import { messages as m } from './messages.ts'

/** What a host sends of itself again and again, one finished frame for each host. */
export function hostFrames(kind: string, hosts: readonly BenchHost[]): Uint8Array[] {
  return hosts.map((host, index) => {
    const vlans = host.vlan === 0 ? [] : [host.vlan]
    const name = `station-${index}`
    const address = [...host.mac].map((byte) => byte.toString(16).padStart(2, '0')).join(':')
    if (kind === 'lldp') {
      return m.lldp.lldp({
        from: address,
        chassis: name,
        port: 'port-001',
        systemName: name,
        vlans,
      })
    }
    if (kind === 'dhcp') {
      const lease = m.dhcp.dhcp({
        kind: 'request',
        transaction: index,
        client: address,
        hostname: name,
      })
      const from = { mac: address, ip: '0.0.0.0', port: 68, vlans }
      return udp(from, { mac: broadcast, ip: '255.255.255.255', port: 67 }, lease)
    }
    const words = Array.from({ length: 8 }, (_, word) =>
      (((host.ip6[word * 2] as number) << 8) | (host.ip6[word * 2 + 1] as number)).toString(16),
    )
    const from = { mac: address, ip: words.join(':'), port: 5353, vlans, ttl: 255 }
    const group = { mac: '33:33:00:00:00:fb', ip: 'ff02::fb', port: 5353 }
    const a = [...host.ip4].join('.')
    return udp(from, group, m.dns.answer(0, [{ name: `${name}.local`, a }]))
  })
}
