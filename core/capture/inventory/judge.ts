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
  behaviour: Behaviour | undefined,
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
    offered: behaviour?.offered ?? [],
    polls: behaviour?.polls ?? 0,
    requests: behaviour?.requests ?? 0,
    connectsIo: behaviour?.connectsIo ?? false,
    isConnectedIo: behaviour?.isConnectedIo ?? false,
    highestPort: highestPort(statements, device?.macs ?? []),
    effects: behaviour?.effects ?? 0,
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

/** Levels of Purdue, from roles and from whom a device exchanges data with. */
export class Levels {
  readonly #behaviours: Behaviours
  /** By number of the device: 1 where it exchanges data with a device of level 0 to 2. */
  readonly #touchesFactory: Uint8Array

  constructor(drafts: Drafts, behaviours: Behaviours, lines: Lines) {
    this.#behaviours = behaviours
    this.#touchesFactory = new Uint8Array(drafts.list.length)
    const isFactory = Uint8Array.from(drafts.list, (one) => {
      const level = this.of(one)?.level
      return level !== undefined && level <= 2 ? 1 : 0
    })
    for (let line = 0; line < lines.count; line += 1) {
      const client = lines.from(line)
      const server = lines.to(line)
      if (server < 0 || client === server || !lines.isAnswered(line)) continue
      if (isFactory[server] === 1) this.#touchesFactory[client] = 1
      if (isFactory[client] === 1) this.#touchesFactory[server] = 1
    }
  }

  of({ number, role }: Draft): PurdueVerdict | undefined {
    const behaviour = this.#behaviours.of(number)
    return purdueOf({
      role: role?.role ?? null,
      offered: behaviour?.offered ?? [],
      polls: behaviour?.polls ?? 0,
      touchesFactory: this.#touchesFactory[number] === 1,
    })
  }
}
