// SPDX-License-Identifier: EUPL-1.2
// One address, two cards. At the same time in the same network it is a duplicate; when one of the
// two has an address of its own and claims another's besides, it is what ARP spoofing looks like.
// Not reported: a device that was replaced, routers' shared addresses, two ports of one device,
// the same address in two cells.
import { isVirtualRouterMac } from '../inventory/addresses.ts'
import type { Binding, Observed, Seen } from '../observations.ts'
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

// More cards than this at one address is one fault, not one for each pair.
const mostCards = 8

export const detectAddressConflicts: Detect = (scene) => {
  const findings = new Findings()
  const byIp = new Map<string, Claim[]>()
  for (const claim of claims(scene.observations)) {
    const known = byIp.get(claim.ip)
    if (known === undefined) byIp.set(claim.ip, [claim])
    else if (known.length < mostCards) known.push(claim)
  }
  const context = contextOf(scene, byIp)
  for (const [ip, list] of byIp) {
    for (const [index, one] of list.entries()) {
      for (const other of list.slice(index + 1)) {
        if (isConflict(one, other, context)) report(findings, context, ip, [one, other])
      }
    }
  }
  return findings.list()
}

interface Context {
  readonly inventory: Scene['inventory']
  /** `address from to` of moves that ARP states. */
  readonly moves: ReadonlySet<string>
  readonly vlans: ReadonlyMap<string, ReadonlySet<number>>
  /** Cards that claim an address nobody disputes. */
  readonly settled: ReadonlySet<string>
}

function contextOf(
  { observations, inventory }: Scene,
  byIp: ReadonlyMap<string, readonly Claim[]>,
): Context {
  const moves = new Set<string>()
  for (const { ip, from, to, basis } of observations.moves) {
    if (basis === 'arp') moves.add(`${ip} ${from} ${to}`)
  }
  const settled = new Set<string>()
  for (const list of byIp.values()) {
    const [only, ...others] = list
    if (only !== undefined && others.length === 0) settled.add(only.mac)
  }
  return { inventory, moves, vlans: vlansOf(observations), settled }
}

function claims({ bindings }: Observed): Claim[] {
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

function isConflict(one: Claim, other: Claim, { inventory, moves, vlans }: Context): boolean {
  if (inventory.assetAt({ mac: one.mac }) === inventory.assetAt({ mac: other.mac })) return false
  if (areNeighbours(one.mac, other.mac) || areApart(vlans, one.mac, other.mac)) return false
  const goes = (from: string, to: string) => moves.has(`${one.ip} ${from} ${to}`)
  if (goes(one.mac, other.mac) && goes(other.mac, one.mac)) return true
  const isSameCapture = [...one.captures].some((capture) => other.captures.has(capture))
  const overlap = Math.min(one.lastS, other.lastS) - Math.max(one.firstS, other.firstS)
  return isSameCapture && overlap > 0 && one.packets > 1 && other.packets > 1
}

function report(
  findings: Findings,
  { inventory, settled }: Context,
  ip: string,
  pair: readonly [Claim, Claim],
): void {
  const liars = pair.filter(({ mac }) => settled.has(mac))
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

function vlansOf({ senders }: Observed): Map<string, Set<number>> {
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
