// SPDX-License-Identifier: EUPL-1.2
import { nearestWord, type Problem, quoted } from '../problem/index.ts'
import type { Factory } from './parsed.ts'

interface Reference {
  readonly at: { readonly path: string; readonly line: number }
  readonly key: string
  readonly word: string
}

/**
 * Names that point to nothing: a conduit to a zone that is not there, a process at an unknown
 * site. They are listed; what points nowhere simply matches nothing.
 */
export function danglingReferences(factory: Omit<Factory, 'rejected'>): Problem[] {
  const zones = factory.zones?.zones.map((zone) => zone.id)
  const sites = factory.organisation.sites.map((site) => site.id)
  const processes = factory.processes?.processes.map((process) => process.id)
  return [
    ...missing(zoneReferences(factory), zones, 'the id of a zone'),
    ...missing(siteReferences(factory), sites.length === 0 ? undefined : sites, 'the id of a site'),
    ...missing(processReferences(factory), processes, 'the id of a process'),
    ...circles(factory),
  ]
}

function missing(
  references: readonly Reference[],
  known: readonly string[] | undefined,
  what: string,
): Problem[] {
  if (known === undefined) return []
  return references
    .filter(({ word }) => !known.includes(word))
    .map(({ at, key, word }) => {
      const near = nearestWord(word, known)
      const hint = near === undefined ? '' : `, perhaps "${near}"`
      const expected = `${what}${hint} for "${key}"`
      return { path: at.path, line: at.line, column: null, expected, found: quoted(word) }
    })
}

/** Processes that in the end need themselves: each is listed, and stops with the others all the same. */
function circles({ processes }: Omit<Factory, 'rejected'>): Problem[] {
  const all = processes?.processes ?? []
  const needs = new Map(all.map(({ id, depends_on }) => [id, depends_on.processes]))
  return all
    .filter(({ id }) => {
      const seen = new Set<string>()
      const ahead = [...(needs.get(id) ?? [])]
      for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
        if (next === id) return true
        if (!seen.has(next)) ahead.push(...(needs.get(next) ?? []))
        seen.add(next)
      }
      return false
    })
    .map(({ at, id }) => {
      const expected = 'processes that do not need themselves for "depends_on"'
      return { path: at.path, line: at.line, column: null, expected, found: quoted(id) }
    })
}

function zoneReferences(factory: Omit<Factory, 'rejected'>): Reference[] {
  const conduits = factory.zones?.conduits ?? []
  const processes = factory.processes?.processes ?? []
  const assets = factory.assets ?? []
  return [
    ...conduits.flatMap(({ at, from, to }) => [
      { at, key: 'from', word: from },
      { at, key: 'to', word: to },
    ]),
    ...processes.flatMap(({ at, depends_on }) =>
      depends_on.zones.map((word) => ({ at, key: 'zones', word })),
    ),
    ...assets.flatMap(({ at, zone }) => (zone === null ? [] : [{ at, key: 'zone', word: zone }])),
  ]
}

function siteReferences(factory: Omit<Factory, 'rejected'>): Reference[] {
  const entries = [
    ...(factory.zones?.zones ?? []),
    ...(factory.processes?.processes ?? []),
    ...(factory.assets ?? []),
  ]
  return entries.flatMap(({ at, site }) => (site === null ? [] : [{ at, key: 'site', word: site }]))
}

function processReferences(factory: Omit<Factory, 'rejected'>): Reference[] {
  const entries = [...(factory.assets ?? []), ...(factory.answers?.restore_tests ?? [])]
  const needed = factory.processes?.processes ?? []
  const struck = factory.risks?.risks ?? []
  return [
    ...entries.flatMap(({ at, process }) =>
      process === null ? [] : [{ at, key: 'process', word: process }],
    ),
    ...needed.flatMap(({ at, depends_on }) =>
      depends_on.processes.map((word) => ({ at, key: 'processes', word })),
    ),
    ...struck.flatMap(({ at, processes }) =>
      processes.map((word) => ({ at, key: 'processes', word })),
    ),
  ]
}

interface Entry {
  readonly at: { readonly path: string; readonly line: number }
}

/** Every id once: a second entry of the same name is listed and left out. */
export function withoutDoubles(
  parts: Omit<Factory, 'rejected'>,
  problems: Problem[],
): Omit<Factory, 'rejected'> {
  const once = <One extends Entry>(entries: readonly One[], keyOf: (one: One) => string): One[] => {
    const seen = new Set<string>()
    return entries.filter((one) => {
      const key = keyOf(one)
      if (!seen.has(key)) return seen.add(key)
      const place = { path: one.at.path, line: one.at.line, column: null }
      problems.push({ ...place, expected: 'every id once', found: quoted(key) })
      return false
    })
  }
  const byId = <One extends Entry & { readonly id: string }>(entries: readonly One[]) =>
    once(entries, ({ id }) => id)
  const { organisation, zones, processes, risks, answers, suppliers } = parts
  return {
    ...parts,
    organisation: { ...organisation, sites: byId(organisation.sites) },
    zones: zones && {
      ...zones,
      zones: byId(zones.zones),
      conduits: byId(zones.conduits),
      remote_access: byId(zones.remote_access),
    },
    processes: processes && { ...processes, processes: byId(processes.processes) },
    risks: risks && {
      ...risks,
      risks: byId(risks.risks),
      treatments: byId(risks.treatments),
    },
    answers: answers && { ...answers, answers: once(answers.answers, (one) => one.requirement) },
    suppliers: suppliers && byId(suppliers),
  }
}
