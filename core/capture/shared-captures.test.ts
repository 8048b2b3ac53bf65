// SPDX-License-Identifier: EUPL-1.2
// What the engine itself counts, compared with what an independent program says of real captures.
// They are not ours to publish: without them the test is skipped.
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { protocols } from './protocols/index.ts'
import { type Inspected, inspected } from './testing.ts'

const folder = join(import.meta.dirname, '../../../shared/captures')
const skip = existsSync(folder) ? false : 'the shared captures are not there'

const counted = [
  ...['ipv4', 'ipv6', 'tcp', 'udp', 'arp', 'vlan', 'icmp', 'icmpv6'],
  ...['igmp', 'gre', 'mpls', 'vxlan'],
]

/** Where we differ on purpose. */
const differences: Readonly<Record<string, Readonly<Record<string, number | string>>>> = {
  // ARP within an EtherCAT mailbox belongs to no host of this network.
  'ethercat/twincat-akd-nc-mode.pcapng': { arp: 79, binding: '02:01:05:30:03:e9 192.168.0.0' },
  // ATM: the sender has no MAC address.
  'l2/arp-leak.pcap': { binding: ' 192.168.123.' },
  // The answers know senders of Ethernet only; this is FDDI.
  'l2/llc.pcap': { sender: 'aa:00:04:00:83:a7' },
  // Changed at random: headers that are no IPv4, and a fragment of IPv6 in IPv4.
  'it/radius.pcap': { ipv6: 0 },
}

interface Truth {
  readonly capture: string
  readonly set: string
  readonly packets: number
  readonly bytes: number
  readonly mac_senders: readonly { readonly mac: string; readonly packets: number }[]
  readonly ipv4_senders: readonly { readonly ip: string; readonly packets: number }[]
  readonly ipv6_senders: readonly { readonly ip: string; readonly packets: number }[]
  readonly arp_bindings: readonly {
    readonly mac: string
    readonly ip: string
    readonly packets: number
  }[]
  readonly protocol_packets: Readonly<Record<string, number>>
  readonly tcp_conversations: { readonly count: number; readonly packets: number }
  readonly udp_conversations: { readonly count: number }
}

const truths = skip
  ? []
  : readdirSync(join(folder, 'truth'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name): Truth => JSON.parse(readFileSync(join(folder, 'truth', name), 'utf8')))
      .filter(({ set }) => set === 'shared')

describe('shared captures', { skip }, () => {
  for (const truth of truths) {
    it(`counts as the answers do: ${truth.capture}`, () => {
      const bytes = new Uint8Array(readFileSync(join(folder, truth.capture)))
      compare(truth, inspected([bytes], { protocols }))
    })
  }
})

function compare(truth: Truth, { summary, observations }: Inspected): void {
  const differs = differences[truth.capture] ?? {}
  const name = Object.keys(summary.oddities).find((one) => one.startsWith('decoder-fault'))
  assert.equal(name, undefined)
  assert.equal(summary.packets, truth.packets)
  assert.equal(summary.bytes, truth.bytes)
  for (const protocol of counted) {
    const expected = differs[protocol] ?? truth.protocol_packets[protocol] ?? 0
    assert.equal(observations.protocols[protocol]?.packets ?? 0, expected, protocol)
  }
  const macs = sums(observations.senders, 'mac')
  macs.delete(String(differs['sender']))
  assert.deepEqual(sorted(macs), sorted(sums(truth.mac_senders, 'mac')))
  const ips = [...truth.ipv4_senders, ...truth.ipv6_senders].filter(({ ip }) => ip !== '')
  assert.deepEqual(sorted(sums(observations.senders, 'ip')), sorted(sums(ips, 'ip')))
  const stated = observations.bindings.filter(({ protocol }) => protocol === 'arp')
  const bound = new Map(stated.map((one) => [`${one.mac} ${one.ip}`, one.packets]))
  for (const { mac, ip, packets } of truth.arp_bindings) {
    // A probe with 0.0.0.0 claims no address.
    const key = `${mac} ${ip}`
    if (ip !== '0.0.0.0' && !key.startsWith(String(differs['binding'] ?? '-'))) {
      assert.equal(bound.get(key), packets, key)
    }
  }
  for (const transport of ['tcp', 'udp'] as const) {
    const ours = observations.conversations.filter((one) => one.transport === transport)
    const connections = ours.reduce((sum, one) => sum + one.connections, 0)
    assert.equal(connections, truth[`${transport}_conversations`].count, transport)
  }
}

function sums<Key extends string>(
  list: readonly ({ readonly packets: number } & { readonly [key in Key]?: string | undefined })[],
  key: Key,
): Map<string, number> {
  const map = new Map<string, number>()
  for (const one of list) {
    const name = one[key]
    if (name !== undefined) map.set(name, (map.get(name) ?? 0) + one.packets)
  }
  return map
}

function sorted(map: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}
