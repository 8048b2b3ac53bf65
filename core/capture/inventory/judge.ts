// SPDX-License-Identifier: EUPL-1.2
// Role and level of every device and child.
import { isVirtualRouterMac } from './addresses.ts'
import type { Claims } from './claims.ts'
import type { Draft, Drafts } from './draft.ts'
import type { Behaviour, Behaviours, Evidence } from './evidence.ts'
import { chosen, type Statement, vendorOf } from './facts.ts'
import type { Lines } from './lines.ts'
import { type PurdueVerdict, purdueOf } from './purdue.ts'
import { roleOf } from './role.ts'

/** Gives every draft its role. */
export function assignRoles(drafts: Drafts, behaviours: Behaviours, claims: Claims): void {
  const units = modbusUnits(drafts)
  for (const one of drafts.list) {
    const behaviour = behaviours.of(one.number)
    one.role = roleOf(evidenceOf(one, units.get(one) ?? 0, behaviour, isOutside(one, claims)))
  }
}

/** How many units answer behind each device. */
function modbusUnits(drafts: Drafts): ReadonlyMap<Draft, number> {
  const counts = new Map<Draft, number>()
  for (const { parent, child } of drafts.children()) {
    if (parent === undefined || child?.kind !== 'modbus-unit') continue
    counts.set(parent, (counts.get(parent) ?? 0) + 1)
  }
  return counts
}

/** A card on this segment is inside whatever its address; a host behind a router is judged by it. */
export function isOutside({ device, parent }: Draft, claims: Claims): boolean {
  const judged = device ?? parent?.device
  if (judged === undefined || judged.macs.length > 0) return false
  return judged.ips.length > 0 && !judged.ips.some((ip) => claims.site.isInside(ip))
}

function evidenceOf(
  { statements, child, device }: Draft,
  units: number,
  { offered, mostServed, polls, requests, connectsIo, isConnectedIo, effects }: Behaviour,
  isExternal: boolean,
): Evidence {
  return {
    isExternal,
    isVirtualRouter: device?.macs.some(isVirtualRouterMac) ?? false,
    childKind: child?.kind ?? null,
    statements,
    vendor: vendorOf(statements),
    model: chosen('model', statements),
    orderNumber: chosen('order_number', statements),
    operatingSystem: chosen('operating_system', statements),
    forwards: device?.forwards ?? 0,
    modbusUnits: units,
    offered,
    mostServed,
    polls,
    requests,
    connectsIo,
    isConnectedIo,
    effects,
    highestPort: highestPort(statements, device?.macs ?? []),
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

/** Levels of Purdue by number of the draft, from roles and from whom a device deals with. */
export function levelsOf(
  drafts: Drafts,
  lines: Lines,
  behaviours: Behaviours,
): readonly (PurdueVerdict | undefined)[] {
  const levels = drafts.list.map((one) => levelOf(one, behaviours, false))
  const touchesFactory = new Uint8Array(drafts.list.length)
  const isFactory = Uint8Array.from(levels, (verdict) =>
    verdict !== undefined && verdict.level <= 2 ? 1 : 0,
  )
  for (let line = 0; line < lines.count; line += 1) {
    const client = lines.from(line)
    const server = lines.to(line)
    if (server < 0 || client === server || !lines.isAnswered(line)) continue
    if (isFactory[server] === 1) touchesFactory[client] = 1
    if (isFactory[client] === 1) touchesFactory[server] = 1
  }
  for (const one of drafts.list) {
    if (touchesFactory[one.number] === 1) levels[one.number] = levelOf(one, behaviours, true)
  }
  return levels
}

function levelOf(
  { number, role }: Draft,
  behaviours: Behaviours,
  touchesFactory: boolean,
): PurdueVerdict | undefined {
  return purdueOf(role?.role ?? null, touchesFactory, () => behaviours.of(number))
}
