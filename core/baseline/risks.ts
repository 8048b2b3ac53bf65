// SPDX-License-Identifier: EUPL-1.2
import type { MeasureResult } from '@schouw/core/assurance'
import type { Detection } from '@schouw/core/capture'
import { daysBetween } from '@schouw/core/kernel'
import type { Risk, SupplierView } from './baseline.ts'
import type { Line } from './crown-jewels.ts'
import type { Finding } from './finding.ts'
import { consequenceOf, impactOf, namesOfLines, type Reach } from './reach.ts'
import {
  firstEnd,
  type Ground,
  type Scenario,
  type ScenarioId,
  scenarios,
  sizeOf,
} from './scenarios.ts'
import type { Scene } from './scene.ts'
import { type Sentence, sentence } from './sentences.ts'
import { listed, plainWord, unique } from './texts.ts'

export interface RiskFacts {
  readonly scene: Scene
  readonly findings: readonly Finding[]
  readonly lines: readonly Line[]
  readonly suppliers: readonly SupplierView[]
  readonly measures: readonly MeasureResult[]
}

/** Proposed risks, heaviest first. Actions are filled in when they are known. */
export function risks(facts: RiskFacts): Risk[] {
  const grounds = new Map(scenarios.map((scenario) => [scenario.id, groundOf(facts, scenario)]))
  const isPresent = (id: ScenarioId) => !isEmpty(grounds.get(id))
  return scenarios
    .filter(({ id }) => isPresent(id))
    .map((scenario, order) => {
      const ground = grounds.get(scenario.id) as Ground
      const risk = riskOf(facts, scenario, ground, isPresent)
      return { risk, order }
    })
    .sort(
      (a, b) => weight(b.risk) - weight(a.risk) || loss(b.risk) - loss(a.risk) || a.order - b.order,
    )
    .map(({ risk }) => risk)
}

function weight({ likelihood, impact }: Risk): number {
  return likelihood.level * impact.level
}

function loss({ consequence }: Risk): number {
  return consequence.money?.high_eur ?? 0
}

function isEmpty(ground: Ground | undefined): boolean {
  if (ground === undefined) return true
  return ground.findings.length + ground.detections.length + ground.names.length === 0
}

function groundOf(facts: RiskFacts, scenario: Scenario): Ground {
  const { scene, findings } = facts
  const detections = scene.inspection?.detections ?? []
  return {
    findings: findings.filter(({ check }) => scenario.checks.includes(check)),
    detections: [
      ...detections.filter(
        (one) => scenario.detections.includes(one.kind) && isFactorys(scene, one),
      ),
      ...(scenario.id === 'remote_access' ? accessDetections(scene) : []),
    ],
    names: namesFor(facts, scenario.id),
  }
}

/** An office computer that programs machines may use the internet; what stands in the factory may not. */
function isFactorys(scene: Scene, { kind, source, target }: Detection): boolean {
  if (kind !== 'internet_from_ot') return true
  const zone = scene.assetOf(source ?? target)?.zone
  const known = zone ? scene.plan.zone(zone)?.kind : undefined
  return known === undefined || known === 'ot' || known === 'safety' || known === 'dmz'
}

/** Without a register of grants nothing is contradicted, but a way in from outside is a way in. */
function accessDetections({ inputs, inspection }: Scene) {
  if (inputs.zones !== null) return []
  return (inspection?.detections ?? []).filter(
    ({ kind, detail }) => kind === 'remote_access' && detail['direction'] !== undefined,
  )
}

/** What speaks for a risk without being seen on the network. */
function namesFor({ scene, suppliers, measures }: RiskFacts, id: ScenarioId): string[] {
  if (id === 'supplier_failure') {
    const open = ['no_exit_plan', 'no_notice_clause']
    return suppliers
      .filter(({ gaps }) => gaps.some((gap) => open.includes(gap)))
      .map(({ name }) => name)
  }
  if (id === 'outdated_systems') return unsupported(scene)
  if (id !== 'late_reporting') return []
  // Answered, and not even under way: then nobody will make 24 hours at night.
  const reporting = measures
    .flatMap(({ requirements }) => requirements)
    .filter((one) => ['B4', 'B5', 'B6'].includes(one.id) && one.level !== null && one.level <= 1)
  return reporting.map((one) => one.id)
}

/** Devices whose maker no longer supports them, by the register. */
export function unsupported({ inputs, asOf }: Scene): string[] {
  return (inputs.assets ?? [])
    .filter(({ support_until }) => support_until !== null && support_until < asOf.date)
    .map(({ name }) => name)
}

function riskOf(
  facts: RiskFacts,
  scenario: Scenario,
  ground: Ground,
  isPresent: (id: ScenarioId) => boolean,
): Risk {
  const { scene } = facts
  const { isStop, isInControl } = scenario
  const reach: Reach = { lines: affected(facts, scenario, ground), isStop, isInControl }
  const assets = unique([
    ...ground.findings.flatMap((one) => one.assets),
    ...ground.detections.flatMap(({ source, target }) =>
      [source, target].filter((id) => id !== null),
    ),
  ])
  return {
    id: scenario.id,
    sentence: sentenceOf(scenario, ground, reach),
    cause: scenario.cause(ground, scene),
    consequence: consequenceOf(reach),
    likelihood: likelihoodOf(facts, scenario, ground, isPresent),
    impact: impactOf(scene, reach, scenario.impact),
    processes: reach.lines.map(({ work }) => work.id),
    assets,
    contradictions: ground.findings.map(({ id }) => id),
    detections: ground.detections.map(({ id }) => id),
    actions: [],
  }
}

function sentenceOf(scenario: Scenario, ground: Ground, { lines, isStop }: Reach): Sentence {
  // The sentence says that these stand still: only where they would.
  const processes = isStop ? namesOfLines(lines) : ''
  if (scenario.id === 'unknown_devices') {
    return sentence('risk.unknown_devices', { processes, count: sizeOf(ground.findings) })
  }
  if (scenario.id === 'supplier_failure') {
    return sentence('risk.supplier_failure', { processes, suppliers: listed(ground.names) })
  }
  if (scenario.id === 'certificate_ends') {
    const { target, days } = firstEnd(ground.findings)
    return sentence('risk.certificate_ends', { processes, target, days })
  }
  return sentence(`risk.${scenario.id}`, { processes })
}

/** Lines that stand in a zone, on a device or on a supplier that the ground is about. */
function affected({ lines, suppliers }: RiskFacts, { id }: Scenario, ground: Ground): Line[] {
  const zones = new Set(ground.findings.flatMap((one) => one.zones))
  const processes = new Set(ground.findings.flatMap((one) => one.processes))
  const assets = new Set([
    ...ground.findings.flatMap((one) => one.assets),
    ...ground.detections.flatMap(({ source, target }) => [source, target]),
  ])
  const named =
    id === 'supplier_failure' ? suppliers.filter(({ name }) => ground.names.includes(name)) : []
  const words = new Set(named.flatMap((one) => [plainWord(one.id), plainWord(one.name)]))
  const hit = lines.filter(
    (line) =>
      processes.has(line.work.id) ||
      line.zones.some((zone) => zones.has(zone)) ||
      line.assets.some((asset) => assets.has(asset)) ||
      line.suppliers.some((supplier) => words.has(plainWord(supplier))),
  )
  return hit.toSorted((a, b) => Number(b.work.crown_jewel) - Number(a.work.crown_jewel))
}

function likelihoodOf(
  facts: RiskFacts,
  scenario: Scenario,
  ground: Ground,
  isPresent: (id: ScenarioId) => boolean,
): Risk['likelihood'] {
  const { scene, measures } = facts
  const reasons: Sentence[] = []
  const seen =
    ground.findings.filter(({ frames }) => frames.length > 0).length + ground.detections.length
  const stated =
    ground.findings.filter(({ frames }) => frames.length === 0).length + ground.names.length
  if (seen > 0) reasons.push(sentence('reason.seen_on_network', { findings: seen }))
  if (stated > 0) reasons.push(sentence('reason.stated_by_company', { findings: stated }))
  if (scenario.id === 'flat_network' || scenario.id === 'remote_access') {
    reasons.push(sentence('reason.common_attack', {}))
  }
  let raises = 0
  const raise = (why: Sentence) => {
    raises += 1
    reasons.push(why)
  }
  const { raisedBy } = scenario
  if (raisedBy.includes('internet') && isPresent('internet_exposure')) {
    raise(sentence('reason.also_internet', {}))
  }
  if (raisedBy.includes('remote_access') && isPresent('remote_access')) {
    raise(sentence('reason.also_remote_access', {}))
  }
  if (raisedBy.includes('outdated') && isPresent('outdated_systems')) {
    raise(sentence('reason.also_outdated', {}))
  }
  const count = Math.max(sizeOf(ground.findings), ground.detections.length, ground.names.length)
  if (raisedBy.includes('many') && count >= scenario.many) raise(sentence('reason.many', { count }))
  const { validUntil: end } = firstEnd(ground.findings)
  if (end !== null) {
    reasons.push(sentence('reason.ends_soon', { days: daysBetween(scene.asOf.date, end) }))
  }
  const reporting = measures.find(({ id }) => id === 'b')?.level ?? null
  if (scenario.id === 'late_reporting' && reporting !== null) {
    reasons.push(sentence('reason.measure_weak', { measure: 'b', level: reporting }))
  }
  // One circumstance or two make it a step likelier, three make it two.
  const steps = raises === 0 ? 0 : raises < 3 ? 1 : 2
  return { level: Math.min(5, scenario.likelihood + steps), reasons }
}
