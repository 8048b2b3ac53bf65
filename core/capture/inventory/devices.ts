// SPDX-License-Identifier: EUPL-1.2
// One device per thing on the wire: cards that belong together, addresses that are theirs, and
// hosts known by address only because a router stands in between.
import type { End, Observations, SightedFact } from '../observations.ts'
import {
  compareAddresses,
  isDeviceMac,
  isHostAddress,
  isLocallyAdministered,
  isLoopback,
  universalTwin,
} from './addresses.ts'
import type { Claims } from './claims.ts'
import { inventoryLimits } from './limits.ts'
import { namesCheckedByOwner } from './names.ts'

export interface Device {
  /** Smallest MAC, else the address, else `station:` and the name others ask for. */
  readonly id: string
  readonly macs: string[]
  /** Owned addresses in order. */
  readonly ips: string[]
  /** Only ever asked for by this name. */
  readonly askedName?: string
  isSilent: boolean
  /** Addresses it forwards for; above 0 it stands between this segment and others. */
  forwards: number
}

export interface Devices {
  readonly all: readonly Device[]
  /** The device that stands behind the pair: the owner of the address, else the card. */
  readonly find: (end: End) => Device | undefined
  /** Silent addresses not listed because whoever asked for them was sweeping. */
  readonly sweptAddresses: number
}

/** Facts in which a card names the device it is a port of. */
const chassisFacts: ReadonlySet<string> = new Set([
  'lldp.chassis_id',
  'lldp.chassis_mac',
  'stp.bridge',
  'pn_dcp.mac',
])

export function joinDevices(observations: Observations, claims: Claims): Devices {
  const groups = new Groups()
  const sending = new Set<string>()
  for (const { mac, ip } of observations.senders) {
    if (isDeviceMac(mac)) sending.add(mac)
    else if (isHostAddress(ip)) sending.add(ip)
  }
  for (const pair of claims.pairs) if (pair.isSent) sending.add(pair.ip)
  for (const mac of sending) if (isDeviceMac(mac)) groups.add(mac)
  joinCards(groups, observations, sending)
  const masters = mastersWithoutCard(observations)
  for (const mac of masters) {
    sending.add(mac)
    groups.add(mac)
    if (masters.has(universalTwin(mac))) groups.join(mac, universalTwin(mac))
  }
  const list = new DeviceList(groups, claims, sending)
  for (const pair of claims.pairs) {
    if (claims.isOwn(pair.mac, pair.ip)) list.own(pair.mac, pair.ip)
  }
  for (const { mac, ip } of observations.senders) {
    if (isHostAddress(ip)) list.addAddress(ip)
    if (isDeviceMac(mac) || masters.has(mac ?? '')) list.addCard(mac ?? '')
    const heard = list.find({ ...(mac && { mac }), ...(ip && { ip }) })
    if (heard !== undefined) heard.isSilent = false
  }
  const sweptAddresses = addSilent(list, claims, observations)
  // Ends are shared between conversations: resolving each once is most of the work saved.
  const known = new WeakMap<End, { readonly device: Device | undefined }>()
  const find = (end: End) => {
    let found = known.get(end)
    if (found === undefined) {
      found = { device: list.find(end) }
      known.set(end, found)
    }
    return found.device
  }
  return { all: list.all(), find, sweptAddresses }
}

/** A returning EtherCAT frame carries the master's MAC with one bit set; a port names its chassis. */
function joinCards(groups: Groups, observations: Observations, sending: Set<string>): void {
  const withAddress = new Set(
    observations.senders.filter(({ ip }) => isHostAddress(ip)).map(({ mac }) => mac),
  )
  for (const mac of sending) {
    if (!isDeviceMac(mac) || !isLocallyAdministered(mac) || withAddress.has(mac)) continue
    const twin = universalTwin(mac)
    if (sending.has(twin)) groups.join(mac, twin)
  }
  for (const { subject, name, value } of observations.facts) {
    const chassis = value.toLowerCase()
    if (subject.child !== undefined || !isDeviceMac(subject.mac) || !isDeviceMac(chassis)) continue
    if (chassisFacts.has(name) && /^[0-9a-f:]+$/.test(chassis)) groups.join(subject.mac, chassis)
  }
}

const etherCatType = 0x88a4

/**
 * Some EtherCAT masters send from no address, or from one of a group; on their bus that does no
 * harm. They are devices all the same: their slaves hang below them.
 */
function mastersWithoutCard({ conversations }: Observations): ReadonlySet<string> {
  const macs = new Set<string>()
  for (const { client, transport, service } of conversations) {
    const { mac, ip } = client
    if (transport !== 'ethernet' || service !== etherCatType || mac === undefined) continue
    if (!isHostAddress(ip) && !isDeviceMac(universalTwin(mac))) macs.add(mac)
  }
  return macs
}

class DeviceList {
  readonly #groups: Groups
  readonly #claims: Claims
  readonly #sending: ReadonlySet<string>
  readonly #byKey = new Map<string, Device>()
  readonly #byName = new Map<string, Device>()

  constructor(groups: Groups, claims: Claims, sending: ReadonlySet<string>) {
    this.#groups = groups
    this.#claims = claims
    this.#sending = sending
  }

  addCard(mac: string): Device {
    const members = this.#groups.membersOf(mac)
    const id = members[0] ?? mac
    const known = this.#byKey.get(id)
    if (known !== undefined) return known
    const device: Device = {
      id,
      macs: [...members],
      ips: [],
      isSilent: !members.some((member) => this.#sending.has(member)),
      forwards: members.reduce((sum, member) => sum + this.#claims.forwardedBy(member), 0),
    }
    this.#byKey.set(id, device)
    return device
  }

  own(mac: string, ip: string): Device {
    const device = this.addCard(mac)
    device.ips.push(ip)
    return device
  }

  addAddress(ip: string): Device {
    const known = this.find({ ip })
    if (known !== undefined) return known
    const device = {
      id: ip,
      macs: [],
      ips: [ip],
      isSilent: !this.#sending.has(ip),
      forwards: 0,
    }
    this.#byKey.set(ip, device)
    return device
  }

  /** False beyond the bound. */
  addName(name: string): boolean {
    if (this.#byName.has(name)) return true
    if (this.#byName.size >= inventoryLimits.askedNames) return false
    const device = {
      id: `station:${name}`,
      macs: [],
      ips: [],
      askedName: name,
      isSilent: true,
      forwards: 0,
    }
    this.#byName.set(name, device)
    return true
  }

  find({ mac, ip }: End): Device | undefined {
    if (isHostAddress(ip)) {
      const owners = this.#claims.ownersOf(ip)
      const owner = mac !== undefined && this.#claims.isOwn(mac, ip) ? mac : owners[0]
      const found = owner === undefined ? undefined : this.#byKey.get(this.#groups.first(owner))
      return found ?? this.#byKey.get(ip)
    }
    if (mac === undefined) return undefined
    return (
      this.#byKey.get(this.#groups.first(mac)) ??
      this.#byKey.get(this.#groups.first(universalTwin(mac)))
    )
  }

  all(): Device[] {
    const devices = [...this.#byKey.values(), ...this.#byName.values()]
    for (const device of devices) {
      const ips = [...new Set(device.ips)].sort(compareAddresses)
      device.ips.splice(0, device.ips.length, ...ips)
    }
    return devices.sort((left, right) => compareIds(left.id, right.id))
  }
}

/** Devices that never send: others address them, name them or state their address. */
function addSilent(list: DeviceList, claims: Claims, observations: Observations): number {
  const asked = new Map<string, Set<string>>()
  for (const { client, server, transport } of observations.conversations) {
    const isKnown = list.find(server) !== undefined
    if (isHostAddress(server.ip)) {
      if (isKnown || isBroadcast(server, transport) || isLoopback(server.ip)) continue
      const by = client.ip ?? client.mac ?? ''
      const targets = asked.get(server.ip) ?? new Set()
      asked.set(server.ip, targets.add(by))
    } else if (!isKnown && transport === 'ethernet' && isDeviceMac(server.mac)) {
      const targets = asked.get(server.mac) ?? new Set()
      asked.set(server.mac, targets.add(client.mac ?? ''))
    }
  }
  const ownNames = namesCheckedByOwner(observations)
  const answered = statedNames(observations)
  let swept = 0
  for (const fact of observations.facts) {
    const { subject, name, value, protocol } = fact
    if (ownNames.has(fact)) continue
    if (/\.(asked_for|arp_target)$/.test(name)) swept += askedFor(list, answered, name, value)
    else statedSilent(list, claims, subject, protocol)
  }
  const targetsOf = new Map<string, number>()
  for (const by of asked.values()) {
    for (const asker of by) targetsOf.set(asker, (targetsOf.get(asker) ?? 0) + 1)
  }
  for (const [target, by] of asked) {
    const isSwept = [...by].every(
      (asker) => (targetsOf.get(asker) ?? 0) > inventoryLimits.silentTargets,
    )
    if (isSwept) swept += 1
    else if (isDeviceMac(target)) list.addCard(target)
    else list.addAddress(target)
  }
  return swept
}

/** Names that a resolver hands out are no sign of a device on this network. */
function statedSilent(
  list: DeviceList,
  claims: Claims,
  subject: SightedFact['subject'],
  protocol: string,
): void {
  if (protocol === 'dns' || list.find(subject) !== undefined) return
  if (isHostAddress(subject.ip)) {
    if (claims.site.isInside(subject.ip) && !isLoopback(subject.ip)) list.addAddress(subject.ip)
  } else if (isDeviceMac(subject.mac)) {
    list.addCard(subject.mac)
  }
}

function statedNames({ facts }: Observations): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { name, value } of facts) {
    if (name === 'station_name' || name === 'hostname') names.add(value.toLowerCase())
  }
  return names
}

/** Returns how many were left out: 0 or 1. */
function askedFor(
  list: DeviceList,
  answered: ReadonlySet<string>,
  name: string,
  value: string,
): number {
  const wanted = value.toLowerCase()
  if (isHostAddress(value)) {
    list.addAddress(value)
    return 0
  }
  if (answered.has(wanted) || name.includes('alias')) return 0
  return list.addName(wanted) ? 0 : 1
}

/** All ones, or the last address of a network, which nobody sends from. */
function isBroadcast({ mac, ip }: End, transport: string): boolean {
  if (mac === 'ff:ff:ff:ff:ff:ff' || ip === '255.255.255.255') return true
  return transport === 'udp' && ip?.endsWith('.255') === true
}

function compareIds(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** Cards joined into devices; the smallest MAC stands for the device. */
class Groups {
  readonly #parent = new Map<string, string>()

  add(mac: string): void {
    if (!this.#parent.has(mac)) this.#parent.set(mac, mac)
  }

  join(left: string, right: string): void {
    this.add(left)
    this.add(right)
    const a = this.first(left)
    const b = this.first(right)
    if (a < b) this.#parent.set(b, a)
    else if (b < a) this.#parent.set(a, b)
    this.#members = undefined
  }

  first(mac: string): string {
    let at = mac
    for (;;) {
      const up = this.#parent.get(at)
      if (up === undefined || up === at) return at
      at = up
    }
  }

  #members: Map<string, string[]> | undefined

  /** In order; the MAC itself when it was never joined. */
  membersOf(mac: string): readonly string[] {
    if (this.#members === undefined) {
      this.#members = new Map()
      for (const member of [...this.#parent.keys()].sort()) {
        const first = this.first(member)
        const list = this.#members.get(first)
        if (list === undefined) this.#members.set(first, [member])
        else list.push(member)
      }
    }
    return this.#members.get(this.first(mac)) ?? [mac]
  }
}
