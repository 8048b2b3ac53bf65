// SPDX-License-Identifier: EUPL-1.2
import type { Asset } from '../asset.ts'
import type { Observations, Seen } from '../observations.ts'
import { compareSeen } from './conversations.ts'
import type { Device, Devices } from './devices.ts'
import type { Statement } from './facts.ts'
import type { RoleVerdict } from './role.ts'

type ChildOf = NonNullable<Asset['child']>

/** A device or a child of one, with all that was gathered about it. */
export interface Draft {
  readonly id: string
  readonly parent: string | null
  readonly child: ChildOf | null
  readonly device: Device | undefined
  readonly statements: Statement[]
  readonly figures: Figures
  role: RoleVerdict | undefined
}

export interface Figures {
  packets: number
  bytes: number
  firstS: number
  lastS: number
  seen: Seen | undefined
  readonly vlans: Set<number>
}

/** One draft per device, with the figures of what it sent. */
export function draftDevices(observations: Observations, devices: Devices): Map<string, Draft> {
  const figures = figuresByDevice(observations, devices)
  const drafts = new Map<string, Draft>()
  for (const device of devices.all) {
    drafts.set(device.id, draft(device, figures.get(device.id) ?? noFigures()))
  }
  return drafts
}

function draft(device: Device, figures: Figures): Draft {
  return {
    id: device.id,
    parent: null,
    child: null,
    device,
    statements: [],
    figures,
    role: undefined,
  }
}

export function noFigures(): Figures {
  return {
    packets: 0,
    bytes: 0,
    firstS: Number.POSITIVE_INFINITY,
    lastS: 0,
    seen: undefined,
    vlans: new Set(),
  }
}

function figuresByDevice(observations: Observations, devices: Devices): Map<string, Figures> {
  const all = new Map<string, Figures>()
  for (const sender of observations.senders) {
    const device = devices.find(sender)
    if (device === undefined) continue
    const own = all.get(device.id) ?? noFigures()
    all.set(device.id, own)
    own.packets += sender.packets
    own.bytes += sender.bytes
    own.firstS = Math.min(own.firstS, sender.firstS)
    own.lastS = Math.max(own.lastS, sender.lastS)
    if (own.seen === undefined || compareSeen(sender.seen, own.seen) < 0) own.seen = sender.seen
    if (sender.vlan !== undefined) own.vlans.add(sender.vlan)
  }
  return all
}
