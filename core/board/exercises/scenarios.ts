// SPDX-License-Identifier: EUPL-1.2
import { attackPaths } from '@schouw/core/network'
import type { Line } from '../facts.ts'

/** What is played out; words for people have a text for each. */
export type ScenarioSort =
  | 'ransomware_reaches_jewel'
  | 'supplier_session_abused'
  | 'controller_tampered'
  | 'shared_system_lost'

export type InjectCode =
  | 'first_sign'
  | 'spreads'
  | 'ransom_note'
  | 'supplier_denies'
  | 'program_differs'
  | 'safety_doubt'
  | 'by_hand'
  | 'press_calls'
  | 'customer_asks'
  | 'copy_doubted'
  | 'early_warning_due'
  | 'restart_pressed'

/** A tabletop made of what stands in the registers: places and people are the company's own. */
export interface Scenario {
  /** The same for the same registers. */
  readonly id: string
  readonly sort: ScenarioSort
  readonly jewel: string
  readonly jewel_name: string
  readonly process: string | null
  readonly process_name: string | null
  readonly mtd_hours: number | null
  readonly eur_per_hour: number | null
  /** Zones from where it begins to where the crown jewel stands; empty when no way is known. */
  readonly way: readonly { readonly zone: string; readonly name: string }[]
  readonly supplier: string | null
  readonly supplier_name: string | null
  /** The device or process that is at the middle of it. */
  readonly thing: string | null
  readonly playbook: string | null
  readonly injects: readonly { readonly code: InjectCode; readonly after_minutes: number }[]
}

export interface ScenarioFacts {
  readonly jewels: readonly Line[]
  readonly processes: readonly Line[]
  readonly zones: readonly Line[]
  readonly conduits: readonly Line[]
  readonly assets: readonly Line[]
  readonly remoteAccess: readonly Line[]
  readonly suppliers: readonly Line[]
  readonly playbooks: readonly Line[]
}

/** Most severe first: what costs most an hour, and of one crown jewel the sorts in their order. */
export function scenariosOf(facts: ScenarioFacts): readonly Scenario[] {
  return facts.jewels
    .flatMap((jewel) => scenariosFor(jewel, facts))
    .toSorted(
      (a, b) =>
        (b.eur_per_hour ?? 0) - (a.eur_per_hour ?? 0) ||
        sorts.indexOf(a.sort) - sorts.indexOf(b.sort) ||
        (a.id < b.id ? -1 : 1),
    )
}

const sorts: readonly ScenarioSort[] = [
  'ransomware_reaches_jewel',
  'supplier_session_abused',
  'controller_tampered',
  'shared_system_lost',
]

function scenariosFor(jewel: Line, facts: ScenarioFacts): readonly Scenario[] {
  const process = facts.processes.find(({ id }) => id === jewel.text('process'))
  const assets = new Set([...jewel.list('assets'), ...(process?.list('depends_on_assets') ?? [])])
  const standing = facts.assets.filter(({ id }) => assets.has(id))
  const zones = zonesOf(jewel, process, standing)
  const base = {
    jewel: jewel.id,
    jewel_name: jewel.text('name') ?? '',
    process: process?.id ?? null,
    process_name: process?.text('name') ?? null,
    mtd_hours: process?.number('max_outage_hours') ?? jewel.number('tolerated_outage_hours'),
    eur_per_hour:
      process?.number('outage_cost_eur_per_hour') ?? jewel.number('loss_eur_per_hour') ?? null,
    ...{ way: [], supplier: null, supplier_name: null, thing: null },
  }
  const made = (sort: ScenarioSort, more: Partial<Scenario>): Scenario => ({
    ...base,
    id: `${sort}/${jewel.text('code') ?? jewel.id}`,
    sort,
    playbook: playbookFor(sort, facts.playbooks),
    injects: injects[sort],
    ...more,
  })
  return [
    ...wayScenario(zones, facts).map((way) => made('ransomware_reaches_jewel', { way })),
    ...supplierScenario(zones, assets, facts).map((more) => made('supplier_session_abused', more)),
    ...controllerOf(standing).map((thing) => made('controller_tampered', { thing })),
    ...sharedOf(process, facts).map((thing) => made('shared_system_lost', { thing })),
  ]
}

function zonesOf(jewel: Line, process: Line | undefined, assets: readonly Line[]) {
  const named = [...jewel.list('zones'), ...(process?.list('depends_on_zones') ?? [])]
  const standing = assets.flatMap((line) => line.text('zone') ?? [])
  return new Set(named.length > 0 ? named : standing)
}

/** The shortest way from where an outsider stands first; without conduits the zone alone. */
function wayScenario(
  targets: ReadonlySet<string>,
  { zones, conduits }: ScenarioFacts,
): readonly Scenario['way'][] {
  const names = new Map(zones.map((line) => [line.id, line.text('name') ?? '']))
  const inside = [...targets].filter((id) => names.has(id))
  if (inside.length === 0) return []
  const open = ['internet', 'office', 'guest', 'supplier']
  const entries = zones.filter((line) => open.includes(line.text('kind') ?? ''))
  const result = attackPaths({
    assets: zones.map(({ id }) => ({
      id,
      zone: id,
      ...(inside.includes(id) ? { crown_jewel: true } : {}),
    })),
    conversations: conduits
      .filter(({ state }) => state !== 'refused' && state !== 'ended')
      .flatMap((line) => {
        const [from, to] = [line.text('from_zone') ?? '', line.text('to_zone') ?? '']
        return names.has(from) && names.has(to) ? [{ from, to, service: line.id }] : []
      }),
    entries: entries.map(({ id }) => ({ asset: id })),
  })
  const [path] = result.paths.toSorted((a, b) => a.hops.length - b.hops.length)
  const way =
    path === undefined ? inside.slice(0, 1) : [path.from, ...path.hops.map(({ to }) => to)]
  return [way.map((zone) => ({ zone, name: names.get(zone) ?? '' }))]
}

function supplierScenario(
  zones: ReadonlySet<string>,
  assets: ReadonlySet<string>,
  { remoteAccess, suppliers }: ScenarioFacts,
): readonly Partial<Scenario>[] {
  // One of a supplier whom the register knows before one of nobody.
  const found = remoteAccess
    .filter(({ state }) => state !== 'refused' && state !== 'ended')
    .toSorted((a, b) => Number(b.text('supplier') !== null) - Number(a.text('supplier') !== null))
    .find(
      (line) =>
        line.list('target_zones').some((id) => zones.has(id)) ||
        line.list('target_assets').some((id) => assets.has(id)),
    )
  if (found === undefined) return []
  const supplier = suppliers.find(({ id }) => id === found.text('supplier'))
  return [
    {
      supplier: supplier?.id ?? null,
      supplier_name: supplier?.text('name') ?? null,
      thing: found.text('tool') ?? found.text('name'),
    },
  ]
}

function controllerOf(assets: readonly Line[]): readonly string[] {
  const [found] = assets
    .filter((line) => ['plc', 'safety_plc', 'cnc', 'robot'].includes(line.text('role') ?? ''))
    .toSorted((a, b) => ((a.text('code') ?? '') < (b.text('code') ?? '') ? -1 : 1))
  return found === undefined ? [] : [found.text('name') ?? found.text('code') ?? '']
}

/** Another process on which it waits: with it the work stands still, though nothing here is broken. */
function sharedOf(process: Line | undefined, { processes }: ScenarioFacts): readonly string[] {
  const on = process?.list('depends_on_processes') ?? []
  const found = processes.find(({ id }) => on.includes(id))
  return found === undefined ? [] : [found.text('name') ?? '']
}

const types: Readonly<Record<ScenarioSort, readonly string[]>> = {
  ransomware_reaches_jewel: ['ransomware'],
  supplier_session_abused: ['supplier_incident', 'unauthorised_access'],
  controller_tampered: ['sabotage'],
  shared_system_lost: ['outage'],
}

/** The first that names the type; an approved one before a draft. */
function playbookFor(sort: ScenarioSort, playbooks: readonly Line[]): string | null {
  const fit = playbooks
    .filter(({ state }) => state !== 'withdrawn')
    .filter((line) => line.list('incident_types').some((one) => types[sort].includes(one)))
    .toSorted(
      (a, b) =>
        Number(b.state === 'approved') - Number(a.state === 'approved') ||
        ((a.text('code') ?? '') < (b.text('code') ?? '') ? -1 : 1),
    )
  return fit[0]?.id ?? null
}

const at = (after_minutes: number, code: InjectCode) => ({ code, after_minutes })

/** Two hours at a table; each inject asks for something that somebody has to decide or write. */
const injects: Readonly<Record<ScenarioSort, Scenario['injects']>> = {
  ransomware_reaches_jewel: [
    ...[at(0, 'first_sign'), at(10, 'spreads'), at(25, 'ransom_note'), at(40, 'press_calls')],
    ...[at(55, 'copy_doubted'), at(75, 'customer_asks'), at(90, 'early_warning_due')],
    at(110, 'restart_pressed'),
  ],
  supplier_session_abused: [
    ...[at(0, 'first_sign'), at(15, 'supplier_denies'), at(30, 'spreads'), at(50, 'safety_doubt')],
    ...[at(70, 'customer_asks'), at(90, 'early_warning_due'), at(110, 'restart_pressed')],
  ],
  controller_tampered: [
    ...[at(0, 'first_sign'), at(10, 'safety_doubt'), at(30, 'program_differs')],
    ...[at(50, 'copy_doubted'), at(70, 'press_calls'), at(90, 'early_warning_due')],
    at(110, 'restart_pressed'),
  ],
  shared_system_lost: [
    ...[at(0, 'first_sign'), at(15, 'by_hand'), at(35, 'customer_asks'), at(55, 'copy_doubted')],
    ...[at(75, 'press_calls'), at(90, 'early_warning_due'), at(110, 'restart_pressed')],
  ],
}
