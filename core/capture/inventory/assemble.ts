// SPDX-License-Identifier: EUPL-1.2
// From devices to published assets: figures, facts, identity, role and level, children.
import type { Asset, PurdueLevel, ServiceUse } from '../asset.ts'
import type { Observations } from '../observations.ts'
import { isVirtualRouterMac } from './addresses.ts'
import type { Claims } from './claims.ts'
import { dealings } from './conversations.ts'
import type { Device, Devices } from './devices.ts'
import { type Draft, draftDevices } from './draft.ts'
import { type Behaviour, behaviours, type Dealing, type Evidence } from './evidence.ts'
import { identity, publishedFacts, type Statement } from './facts.ts'
import { instantText } from './instants.ts'
import { inventoryLimits } from './limits.ts'
import { type Position, purdueOf } from './purdue.ts'
import { roleOf } from './role.ts'
import type { Service } from './service-class.ts'
import { addMaker, addStatements } from './statements.ts'

export function assembleAssets(
  observations: Observations,
  devices: Devices,
  claims: Claims,
  vendorOf: (mac: string) => string | undefined,
): { assets: Asset[]; factsLeftOut: number } {
  const drafts = draftDevices(observations, devices)
  addStatements(drafts, observations, devices)
  for (const { device, statements, figures: own } of drafts.values()) {
    if (device !== undefined) addMaker(device, statements, own, vendorOf)
  }
  const done = behaviours(dealings(observations, devices))
  const isExternal = (one: Draft) => isOutside(one.device, claims)
  const units = modbusUnits(drafts)
  for (const one of drafts.values()) {
    const parent = one.parent === null ? undefined : drafts.get(one.parent)
    const evidence = evidenceOf(
      one,
      parent ?? one,
      units.get(one.id) ?? 0,
      done.get(one.id),
      isExternal,
    )
    one.role = roleOf(evidence)
  }
  const children = childrenOf(drafts)
  const levels = levelsByAsset(drafts, done)
  const partners = partnerLevels(dealings(observations, devices), levels)
  const names = observations.captures.map(({ file }) => file)
  let factsLeftOut = 0
  const assets: Asset[] = []
  for (const one of [...drafts.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const parent = one.parent === null ? undefined : drafts.get(one.parent)
    const { facts, leftOut } = publishedFacts(one.statements, names)
    factsLeftOut += leftOut
    const external = isExternal(parent ?? one)
    const behaviour = done.get(one.id)
    const level = purdueOf(position(one, behaviour, partners.get(one.id)))
    assets.push({
      ...outline(one, external),
      ...identity([...one.statements, ...spokenFor(one, children.get(one.id))], !external),
      role: one.role?.role ?? null,
      role_reason: one.role?.reason ?? null,
      purdue_level: level?.level ?? null,
      purdue_reason: level?.reason ?? null,
      services_offered: published(behaviour?.offered.values()),
      services_used: published(behaviour?.used.values()),
      facts,
    })
  }
  return { assets, factsLeftOut }
}

function outline(
  { id, parent, child, device, figures }: Draft,
  external: boolean,
): Pick<
  Asset,
  | 'id'
  | 'parent'
  | 'child'
  | 'macs'
  | 'ipv4'
  | 'ipv6'
  | 'vlans'
  | 'external'
  | 'silent'
  | 'first_seen'
  | 'last_seen'
  | 'packets'
  | 'bytes'
> {
  const ips = device?.ips ?? []
  return {
    id,
    parent,
    child,
    macs: device?.macs ?? [],
    ipv4: ips.filter((ip) => !ip.includes(':')),
    ipv6: ips.filter((ip) => ip.includes(':')),
    vlans: [...figures.vlans].sort((left, right) => left - right),
    external,
    silent: device?.isSilent ?? false,
    first_seen: instantText(figures.firstS),
    last_seen: instantText(figures.lastS),
    packets: figures.packets,
    bytes: figures.bytes,
  }
}

function childrenOf(drafts: ReadonlyMap<string, Draft>): Map<string, Draft[]> {
  const children = new Map<string, Draft[]>()
  for (const one of drafts.values()) {
    if (one.parent === null) continue
    const known = children.get(one.parent)
    if (known === undefined) children.set(one.parent, [one])
    else known.push(one)
  }
  return children
}

// These children are the device itself under another number; slaves and modules are things apart.
const selfKinds: readonly string[] = ['ams-netid', 's7-slot', 'modbus-unit']

/** What its only child of such a kind says of itself, a device says too where it says nothing. */
function spokenFor(one: Draft, children: readonly Draft[] = []): Statement[] {
  const own = new Set(one.statements.map(({ name }) => name))
  return selfKinds.flatMap((kind) => {
    const [only, ...others] = children.filter(({ child }) => child?.kind === kind)
    if (only === undefined || others.length > 0) return []
    return only.statements.filter(({ name }) => identityNames.has(name) && !own.has(name))
  })
}

const identityNames: ReadonlySet<string> = new Set([
  'model',
  'order_number',
  'firmware',
  'serial',
  'operating_system',
])

/** How many units answer behind each device. */
function modbusUnits(drafts: ReadonlyMap<string, Draft>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { parent, child } of drafts.values()) {
    if (parent === null || child?.kind !== 'modbus-unit') continue
    counts.set(parent, (counts.get(parent) ?? 0) + 1)
  }
  return counts
}

function evidenceOf(
  one: Draft,
  parent: Draft,
  modbusUnits: number,
  behaviour: Behaviour | undefined,
  isExternal: (one: Draft) => boolean,
): Evidence {
  const known = identity(one.statements, true)
  return {
    isExternal: isExternal(parent),
    isVirtualRouter: one.device?.macs.some(isVirtualRouterMac) ?? false,
    childKind: one.child?.kind ?? null,
    statements: one.statements,
    vendor: known.vendor,
    model: known.model,
    orderNumber: known.order_number,
    operatingSystem: known.operating_system,
    forwards: one.device?.forwards ?? 0,
    modbusUnits,
    offered: [...(behaviour?.offered.values() ?? [])],
    polls: behaviour?.polled.size ?? 0,
    requests: behaviour?.requests ?? 0,
    connectsIo: behaviour?.connectsIo ?? false,
    isConnectedIo: behaviour?.isConnectedIo ?? false,
    highestPort: highestPort(one.statements, one.device?.macs ?? []),
    effects: behaviour?.effects ?? new Set(),
  }
}

/** Ports of a device are numbered on from its chassis; only those that announce themselves count. */
function highestPort(statements: readonly Statement[], macs: readonly string[]): number {
  const number = (mac: string) => Number.parseInt(mac.replaceAll(':', ''), 16)
  let highest = 0
  for (const { name, value } of statements) {
    if (name !== 'lldp.chassis_mac') continue
    for (const mac of macs) {
      const distance = number(mac) - number(value)
      if (distance > 0 && distance < 64) highest = Math.max(highest, distance)
    }
  }
  return highest
}

/** A card on this segment is inside whatever its address; a host behind a router is judged by it. */
function isOutside(device: Device | undefined, claims: Claims): boolean {
  if (device === undefined || device.macs.length > 0) return false
  return device.ips.length > 0 && !device.ips.some((ip) => claims.site.isInside(ip))
}

function levelsByAsset(
  drafts: ReadonlyMap<string, Draft>,
  done: ReadonlyMap<string, Behaviour>,
): Map<string, PurdueLevel> {
  const levels = new Map<string, PurdueLevel>()
  for (const one of drafts.values()) {
    const found = purdueOf(position(one, done.get(one.id)))
    if (found !== undefined) levels.set(one.id, found.level)
  }
  return levels
}

function position(
  { role }: Draft,
  behaviour: Behaviour | undefined,
  partners: ReadonlySet<PurdueLevel> = new Set(),
): Position {
  return {
    role: role?.role ?? null,
    offered: [...(behaviour?.offered.values() ?? [])],
    polls: behaviour?.polled.size ?? 0,
    partners,
  }
}

function partnerLevels(
  dealt: Iterable<Dealing>,
  levels: ReadonlyMap<string, PurdueLevel>,
): Map<string, Set<PurdueLevel>> {
  const partners = new Map<string, Set<PurdueLevel>>()
  const add = (id: string, other: string) => {
    const level = levels.get(other)
    if (level === undefined) return
    const known = partners.get(id)
    if (known === undefined) partners.set(id, new Set([level]))
    else known.add(level)
  }
  for (const { client, server, isAnswered } of dealt) {
    if (!isAnswered) continue
    add(client, server)
    add(server, client)
  }
  return partners
}

function published(services: Iterable<Service> | undefined): ServiceUse[] {
  return [...(services ?? [])]
    .sort(
      (left, right) =>
        compareTexts(left.transport, right.transport) ||
        left.port - right.port ||
        compareTexts(left.protocol ?? '', right.protocol ?? ''),
    )
    .slice(0, inventoryLimits.services)
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
