// SPDX-License-Identifier: EUPL-1.2
// One address, two cards. At the same time in the same network it is a duplicate; when one of the
// two has an address of its own and claims another's besides, it is what ARP spoofing looks like.
// Not reported: a device that was replaced, routers' shared addresses, two ports of one device,
// the same address in two cells.
import { isVirtualRouterMac } from '../inventory/addresses.ts'
import type { Binding, Observations, Seen } from '../observations.ts'
import { type Detect, Findings, note, type Scene } from './finding.ts'
import { techniques } from './techniques.ts'

interface Claim {
  readonly mac: string
  readonly ip: string
  firstS: number
  lastS: number
  packets: number
  readonly captures: Set<number>
  readonly frames: Seen[]
}

// Cards with neighbouring numbers are ports of one machine (teaming, redundant interfaces).
const neighbourDistance = 4

export const detectAddressConflicts: Detect = (scene) => {
  const findings = new Findings()
  const byIp = new Map<string, Claim[]>()
  for (const claim of claims(scene.observations)) {
    const known = byIp.get(claim.ip)
    if (known === undefined) byIp.set(claim.ip, [claim])
    else known.push(claim)
  }
  const vlans = vlansOf(scene.observations)
  for (const [ip, list] of byIp) {
    for (const [index, one] of list.entries()) {
      for (const other of list.slice(index + 1)) {
        if (isConflict(one, other, scene, vlans)) report(findings, scene, ip, [one, other], byIp)
      }
    }
  }
  return findings.list()
}

function claims({ bindings }: Observations): Claim[] {
  const all = new Map<string, Claim>()
  for (const binding of bindings) {
    // A DHCP server states what it hands out, not who has it.
    if (binding.protocol === 'dhcp' || isVirtualRouterMac(binding.mac)) continue
    const key = `${binding.mac} ${binding.ip}`
    const known = all.get(key)
    if (known === undefined) all.set(key, claimOf(binding))
    else widen(known, binding)
  }
  return [...all.values()].sort((left, right) => (left.mac < right.mac ? -1 : 1))
}

function claimOf(binding: Binding): Claim {
  const { mac, ip, firstS, lastS, packets, seen } = binding
  return { mac, ip, firstS, lastS, packets, captures: new Set([seen.capture]), frames: [seen] }
}

function widen(claim: Claim, { firstS, lastS, packets, seen }: Binding): void {
  claim.firstS = Math.min(claim.firstS, firstS)
  claim.lastS = Math.max(claim.lastS, lastS)
  claim.packets += packets
  claim.captures.add(seen.capture)
  claim.frames.push(seen)
}

function isConflict(
  one: Claim,
  other: Claim,
  { observations, inventory }: Scene,
  vlans: ReadonlyMap<string, ReadonlySet<number>>,
): boolean {
  if (inventory.assetAt({ mac: one.mac }) === inventory.assetAt({ mac: other.mac })) return false
  if (areNeighbours(one.mac, other.mac) || areApart(vlans, one.mac, other.mac)) return false
  const goes = (from: string, to: string) =>
    observations.moves.some(
      (move) => move.ip === one.ip && move.basis === 'arp' && move.from === from && move.to === to,
    )
  if (goes(one.mac, other.mac) && goes(other.mac, one.mac)) return true
  const isSameCapture = [...one.captures].some((capture) => other.captures.has(capture))
  const overlap = Math.min(one.lastS, other.lastS) - Math.max(one.firstS, other.firstS)
  return isSameCapture && overlap > 0 && one.packets > 1 && other.packets > 1
}

function report(
  findings: Findings,
  { inventory }: Scene,
  ip: string,
  pair: readonly [Claim, Claim],
  byIp: ReadonlyMap<string, readonly Claim[]>,
): void {
  const liars = pair.filter(({ mac }) => hasAddressOfItsOwn(mac, ip, byIp))
  const isSpoofing = liars.length === 1
  const source = liars[0] ?? pair[0]
  const target = pair.find((claim) => claim !== source) ?? pair[1]
  const finding = findings.at(
    {
      kind: isSpoofing ? 'arp_spoofing' : 'duplicate_ip',
      source: inventory.assetAt({ mac: source.mac }) ?? null,
      target: inventory.assetAt({ mac: target.mac }) ?? null,
      protocol: 'arp',
      technique: isSpoofing ? techniques.adversaryInTheMiddle : null,
    },
    ip,
  )
  for (const claim of pair) {
    const { packets: count, frames, firstS, lastS } = claim
    note(finding, { count, frames, firstS, lastS })
  }
  finding.detail['address'] = ip
  finding.detail['macs'] = `${source.mac}, ${target.mac}`
}

/** Claims another address that nobody disputes. */
function hasAddressOfItsOwn(
  mac: string,
  disputed: string,
  byIp: ReadonlyMap<string, readonly Claim[]>,
): boolean {
  for (const [ip, list] of byIp) {
    if (ip !== disputed && list.length === 1 && list[0]?.mac === mac) return true
  }
  return false
}

function vlansOf({ senders }: Observations): Map<string, Set<number>> {
  const vlans = new Map<string, Set<number>>()
  for (const { mac, vlan } of senders) {
    if (mac === undefined) continue
    const known = vlans.get(mac) ?? new Set()
    vlans.set(mac, known.add(vlan ?? 0))
  }
  return vlans
}

function areApart(
  vlans: ReadonlyMap<string, ReadonlySet<number>>,
  left: string,
  right: string,
): boolean {
  const a = vlans.get(left)
  const b = vlans.get(right)
  return a !== undefined && b !== undefined && ![...a].some((vlan) => b.has(vlan))
}

function areNeighbours(left: string, right: string): boolean {
  const number = (mac: string) => Number.parseInt(mac.replaceAll(':', ''), 16)
  return Math.abs(number(left) - number(right)) <= neighbourDistance
}
