// SPDX-License-Identifier: EUPL-1.2
import type { Observations, SightedFact } from '../observations.ts'
import type { Device, Devices } from './devices.ts'
import { type Draft, type Figures, noFigures } from './draft.ts'
import { mergeStatements, type Statement } from './facts.ts'
import { namesCheckedByOwner } from './names.ts'

/** Facts to their devices; a fact about a child makes the child. */
export function addStatements(
  drafts: Map<string, Draft>,
  observations: Observations,
  devices: Devices,
): void {
  const sighted = new Map<string, SightedFact[]>()
  for (const fact of observations.facts) {
    const device = devices.find(fact.subject)
    if (device === undefined) continue
    const { child } = fact.subject
    const id = child === undefined ? device.id : `${device.id}/${child.kind}:${child.key}`
    const known = sighted.get(id)
    if (known !== undefined) known.push(fact)
    else sighted.set(id, [fact])
    if (child !== undefined && !drafts.has(id)) {
      drafts.set(id, {
        id,
        parent: device.id,
        child: { kind: child.kind, key: child.key },
        device: undefined,
        statements: [],
        figures: noFigures(),
        role: undefined,
      })
    }
  }
  for (const [id, facts] of sighted) {
    const one = drafts.get(id)
    if (one === undefined) continue
    one.statements.push(...mergeStatements(facts))
    if (one.child === null) continue
    for (const { firstS, lastS, seen } of facts) {
      one.figures.firstS = Math.min(one.figures.firstS, firstS)
      one.figures.lastS = Math.max(one.figures.lastS, lastS)
      one.figures.seen ??= seen
    }
  }
  addAskedNames(drafts, observations)
  for (const fact of namesCheckedByOwner(observations)) {
    const id = devices.find(fact.subject)?.id
    const own = id === undefined ? undefined : drafts.get(id)
    for (const statement of mergeStatements([fact])) {
      own?.statements.push({ ...statement, name: 'pn_dcp.name_checked' })
    }
  }
}

/** The name a silent device is asked for by is all that is known of it. */
function addAskedNames(drafts: ReadonlyMap<string, Draft>, observations: Observations): void {
  for (const fact of observations.facts) {
    if (!fact.name.endsWith('.asked_for')) continue
    const asked = drafts.get(`station:${fact.value.toLowerCase()}`)
    for (const statement of asked === undefined ? [] : mergeStatements([fact])) {
      asked?.statements.push({ ...statement, name: 'station_name' })
    }
  }
}

/** The registered maker of the first card that has one. */
export function addMaker(
  device: Device,
  statements: Statement[],
  { seen, packets }: Figures,
  vendorOf: (mac: string) => string | undefined,
): void {
  for (const mac of device.macs) {
    // Made-up numbers count up from zero; the register's first owner has nothing to do with them.
    const value = mac.startsWith('00:00:00:00:') ? undefined : vendorOf(mac)
    if (value === undefined) continue
    const { capture, frame } = seen ?? statements[0] ?? { capture: 0, frame: 0 }
    statements.push({ name: 'oui.vendor', value, protocol: 'oui', capture, frame, packets })
    return
  }
}
