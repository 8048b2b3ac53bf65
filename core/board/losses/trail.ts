// SPDX-License-Identifier: EUPL-1.2
import { type LossFacts, lines as records } from '@schouw/core/losses'
import { type Line, type Ref, refOf } from '../facts.ts'

const { linesOf } = records

/** From what was seen on the floor to what was decided about it, by references of the registers. */
export interface Trail {
  readonly risk: Ref
  /** Of the devices and zones of the risk, as far as they are not verified as solved. */
  readonly findings: readonly Ref[]
  /** Incidents and exercises that showed it. */
  readonly incidents: readonly Ref[]
  readonly assets: readonly Ref[]
  readonly zones: readonly Ref[]
  readonly processes: readonly Ref[]
  readonly crown_jewels: readonly Ref[]
  /** Hop by hop from where it was seen to a crown jewel; empty where the registers do not join up. */
  readonly path: readonly Ref[]
  readonly treatments: readonly Ref[]
  readonly measures: readonly Ref[]
  readonly actions: readonly Ref[]
  readonly acceptances: readonly Ref[]
  readonly decisions: readonly Ref[]
}

/** Undefined for a risk that is not there. */
export function trailOf(facts: LossFacts, id: string): Trail | undefined {
  const risk = linesOf(facts, 'risk').find((line) => line.id === id)
  if (risk === undefined) return undefined
  const all = (kind: Parameters<typeof linesOf>[1]) => linesOf(facts, kind)
  const among = (kind: Parameters<typeof linesOf>[1], ids: ReadonlySet<string>) =>
    all(kind).filter((line) => ids.has(line.id))

  const jewels = among('crown-jewel', new Set(risk.list('crown_jewels')))
  const assets = among('asset', new Set(risk.list('assets')))
  const zones = among('zone', new Set([...risk.list('zones'), ...texts(assets, 'zone')]))
  const processes = among(
    'process',
    new Set([...risk.list('processes'), ...texts(jewels, 'process')]),
  )
  const treatments = all('treatment').filter((line) => line.text('risk') === id)
  const measures = all('measure').filter(
    (line) =>
      line.list('risks').includes(id) ||
      [risk, ...treatments].some((one) => one.list('measures').includes(line.id)),
  )
  // Those it was made from, where it says so; else what was found on its devices and in its zones.
  const own = new Set(risk.list('findings'))
  const open = all('finding').filter(({ state }) => state !== 'verified')
  const findings = open.filter((line) =>
    own.size > 0 ? own.has(line.id) : touches(line, { assets, zones: risk.list('zones') }),
  )
  const incidents = [...all('incident'), ...all('exercise')].filter(
    (line) => risk.list('incidents').includes(line.id) || line.list('risks').includes(id),
  )
  const acceptances = all('acceptance').filter((line) => line.text('subject') === id)
  const sources = new Set([id, ...ids(findings), ...ids(incidents), ...ids(treatments)])
  const named = new Set(treatments.flatMap((line) => line.list('actions')))
  const actions = all('action').filter(
    (line) => named.has(line.id) || line.list('sources').some((one) => sources.has(one)),
  )
  const parts = [...treatments, ...measures, ...acceptances]
  const asked = new Set([id, ...ids(parts), ...ids(jewels)])
  const taken = new Set(texts([...parts, ...jewels], 'decision'))
  const decisions = all('decision').filter(
    (line) =>
      taken.has(line.id) ||
      [...line.list('about'), line.text('about') ?? ''].some((one) => asked.has(one)),
  )
  return {
    risk: refOf(risk),
    findings: findings.map(refOf),
    incidents: incidents.map(refOf),
    assets: assets.map(refOf),
    zones: zones.map(refOf),
    processes: processes.map(refOf),
    crown_jewels: jewels.map(refOf),
    path: pathTo({ findings, assets: all('asset'), processes, jewels: all('crown-jewel') }),
    treatments: treatments.map(refOf),
    measures: measures.map(refOf),
    actions: actions.map(refOf),
    acceptances: acceptances.map(refOf),
    decisions: decisions.map(refOf),
  }
}

function ids(lines: readonly Line[]): readonly string[] {
  return lines.map(({ id }) => id)
}

function texts(lines: readonly Line[], field: string): readonly string[] {
  return lines.flatMap((line) => line.text(field) ?? [])
}

function touches(
  finding: Line,
  of: { readonly assets: readonly Line[]; readonly zones: readonly string[] },
): boolean {
  const devices = ids(of.assets)
  return (
    finding.list('assets').some((one) => devices.includes(one)) ||
    finding.list('zones').some((one) => of.zones.includes(one))
  )
}

interface Ground {
  readonly findings: readonly Line[]
  readonly assets: readonly Line[]
  readonly processes: readonly Line[]
  readonly jewels: readonly Line[]
}

/**
 * By the first finding whose devices stand in two zones, one of which a process of the risk needs:
 * device and zone it starts from, zone and device it reaches, the process, its crown jewel.
 */
function pathTo({ findings, assets, processes, jewels }: Ground): readonly Ref[] {
  const known = new Map(assets.map((line) => [line.id, line]))
  for (const finding of findings) {
    const devices = finding.list('assets').flatMap((id) => known.get(id) ?? [])
    for (const reached of devices) {
      const zone = reached.text('zone')
      const start = devices.find((one) => one.text('zone') !== zone && one.text('zone') !== null)
      const process = processes.find(
        (line) =>
          line.list('depends_on_assets').includes(reached.id) ||
          (zone !== null && line.list('depends_on_zones').includes(zone)),
      )
      const jewel = jewels.find((line) => line.text('process') === process?.id)
      if (zone === null || process === undefined || jewel === undefined) continue
      const zoneRef = (id: string): Ref => ({ kind: 'zone', id })
      const from = start === undefined ? [] : [refOf(start), zoneRef(start.text('zone') ?? zone)]
      return [...from, zoneRef(zone), refOf(reached), refOf(process), refOf(jewel)]
    }
  }
  return []
}
