// SPDX-License-Identifier: EUPL-1.2
import type { Observed, SightedFact } from '../observations.ts'
import type { Devices } from './devices.ts'
import type { Draft, Drafts } from './draft.ts'
import { merged, type Statement } from './facts.ts'
import { grown } from './grown.ts'
import type { NotedFacts } from './noted.ts'

/** Facts to their devices; a fact about a child makes the child. */
export function addStatements(
  drafts: Drafts,
  observed: Observed,
  devices: Devices,
  noted: NotedFacts,
): void {
  for (const fact of observed.facts) {
    const device = devices.find(fact.subject)
    if (device === undefined) continue
    const { child } = fact.subject
    const one = child === undefined ? drafts.of(device) : drafts.childOf(device, child)
    one.statements = grown(one.statements, statementOf(fact))
    if (child !== undefined) drafts.figures.widen(one.number, fact.firstS, fact.lastS)
  }
  for (const one of drafts.list) {
    if (one.statements.length > 1) one.statements = merged(one.statements)
  }
  addAskedNames(drafts, devices, noted)
  for (const fact of noted.checked) {
    const device = devices.find(fact.subject)
    if (device === undefined) continue
    const one = drafts.of(device)
    one.statements = grown(one.statements, { ...statementOf(fact), name: 'pn_dcp.name_checked' })
  }
}

function statementOf({ name, value, protocol, packets, seen }: SightedFact): Statement {
  return { name, value, protocol, packets, capture: seen.capture, frame: seen.frame }
}

/** The name a silent device is asked for by is all that is known of it. */
function addAskedNames(drafts: Drafts, devices: Devices, { asked }: NotedFacts): void {
  const byName = new Map<string, Draft>()
  for (const device of devices.all) {
    if (device.askedName !== undefined) byName.set(device.askedName, drafts.of(device))
  }
  if (byName.size === 0) return
  for (const fact of asked) {
    if (!fact.name.endsWith('.asked_for')) continue
    const one = byName.get(fact.value.toLowerCase())
    if (one === undefined) continue
    one.statements = grown(one.statements, { ...statementOf(fact), name: 'station_name' })
  }
}

/** The registered maker of the first card that has one. */
export function addMaker(
  one: Draft,
  { figures }: Drafts,
  vendorOf: (mac: string) => string | undefined,
): void {
  const { device, statements, number } = one
  for (const mac of device?.macs ?? []) {
    // Made-up numbers count up from zero; the register's first owner has nothing to do with them.
    const value = mac.startsWith('00:00:00:00:') ? undefined : vendorOf(mac)
    if (value === undefined) continue
    const { capture, frame } = figures.seen(number) ?? statements[0] ?? { capture: 0, frame: 0 }
    const packets = figures.packets[number]
    const maker = { name: 'oui.vendor', value, protocol: 'oui', packets, capture, frame }
    one.statements = grown(statements, maker)
    return
  }
}
