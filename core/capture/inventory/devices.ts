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

/** Some EtherCAT masters send from no address at all; their frames come back with one bit set. */
const zeroMac = '00:00:00:00:00:00'
const returnedZeroMac = '02:00:00:00:00:00'

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
  const list = new DeviceList(groups, claims, sending)
  for (const pair of claims.pairs) {
    if (claims.isOwn(pair.mac, pair.ip)) list.own(pair.mac, pair.ip)
  }
  for (const { mac, ip } of observations.senders) {
    if (isHostAddress(ip)) list.addAddress(ip)
    if (isDeviceMac(mac)) list.addCard(mac)
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
    if (!device.ips.includes(ip)) device.ips.push(ip)
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

  addName(name: string): void {
    if (this.#byName.has(name)) return
    const device = {
      id: `station:${name}`,
      macs: [],
      ips: [],
      askedName: name,
      isSilent: true,
      forwards: 0,
    }
    this.#byName.set(name, device)
  }

  find({ mac, ip }: End): Device | undefined {
    if (isHostAddress(ip)) {
      const owners = this.#claims.ownersOf(ip)
      const owner = mac !== undefined && owners.includes(mac) ? mac : owners[0]
      const found = owner === undefined ? undefined : this.#byKey.get(this.#groups.first(owner))
      return found ?? this.#byKey.get(ip)
    }
    if (mac === zeroMac) return this.#byKey.get(returnedZeroMac)
    return isDeviceMac(mac) ? this.#byKey.get(this.#groups.first(mac)) : undefined
  }

  all(): Device[] {
    const devices = [...this.#byKey.values(), ...this.#byName.values()]
    for (const device of devices) device.ips.sort(compareAddresses)
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
  for (const fact of observations.facts) {
    const { subject, name, value, protocol } = fact
    if (ownNames.has(fact)) continue
    if (/\.(asked_for|arp_target)$/.test(name)) askedFor(list, observations, name, value)
    else statedSilent(list, claims, subject, protocol)
  }
  const targetsOf = new Map<string, number>()
  for (const by of asked.values()) {
    for (const asker of by) targetsOf.set(asker, (targetsOf.get(asker) ?? 0) + 1)
  }
  let swept = 0
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

function askedFor(list: DeviceList, observations: Observations, name: string, value: string): void {
  const wanted = value.toLowerCase()
  if (isHostAddress(value)) {
    list.addAddress(value)
    return
  }
  const isAnswered = observations.facts.some(
    (fact) =>
      (fact.name === 'station_name' || fact.name === 'hostname') &&
      fact.value.toLowerCase() === wanted,
  )
  if (!isAnswered && !name.includes('alias')) list.addName(wanted)
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
