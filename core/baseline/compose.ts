// SPDX-License-Identifier: EUPL-1.2
import {
  type Against,
  type Answer,
  type CheckId,
  checks,
  type EvidenceLevel,
  type Maturity,
  type MeasureResult,
  measureResults,
} from '@schouw/core/assurance'
import type { InspectionReport } from '@schouw/core/capture'
import { scopeOf } from '@schouw/core/law'
import { accessFindings } from './access-findings.ts'
import type { ActionFacts } from './action-rule.ts'
import { actions, roadmap } from './actions.ts'
import { againstClaims, answerFindings } from './answer-findings.ts'
import { asOfInstant, lastInstant } from './as-of.ts'
import type {
  Action,
  Baseline,
  Contradiction,
  InputPart,
  RegisterOnlyAsset,
  Risk,
  ZoneView,
} from './baseline.ts'
import { comparison } from './comparison.ts'
import { crownJewels, lines } from './crown-jewels.ts'
import { decisions } from './decisions.ts'
import { directorTerms } from './directors.ts'
import { figures } from './figures.ts'
import type { Finding } from './finding.ts'
import { crossings, zoneFlows } from './flows.ts'
import type { FactoryInputs, MeasureId } from './inputs.ts'
import { losses } from './losses.ts'
import { networkFindings } from './network-findings.ts'
import { registerFindings, registerOnlyAssets } from './register-findings.ts'
import { restoreFindings } from './restore-findings.ts'
import { risks } from './risks.ts'
import { type Scene, scene } from './scene.ts'
import { scopeCaseOf } from './scope-case.ts'
import { supplierViews } from './suppliers.ts'
import { compareTexts } from './texts.ts'
import { wireFindings } from './wire-findings.ts'

export interface BaselineFacts {
  readonly inputs: FactoryInputs
  /** Null without captures. */
  readonly inspection: InspectionReport | null
  /** ISO 8601 with offset; absent: the last instant found in the inputs. */
  readonly asOf?: string
  readonly earlier?: Baseline
}

/** The nulmeting. Looks at nothing but its argument: the same facts give the same baseline. */
export function baseline(facts: BaselineFacts): Baseline {
  const { inputs, inspection, earlier } = facts
  const { organisation } = inputs
  const asOf =
    facts.asOf === undefined
      ? lastInstant(inputs, inspection)
      : asOfInstant(facts.asOf, organisation.time_zone)
  const set = scene(inputs, inspection, scopeOf(scopeCaseOf(organisation)), asOf)
  const registerOnly = registerOnlyAssets(set)
  const judged = judgement(set, registerOnly)
  const made = actions(judged)
  const complete = {
    ...judged,
    risks: judged.risks.map((risk) => ({ ...risk, actions: actionsFor(made, risk) })),
  }
  const bare: Omit<Baseline, 'comparison'> = {
    schema: 'schouw/baseline/1',
    as_of: asOf.instant,
    organisation: {
      name: organisation.name,
      jurisdiction: organisation.jurisdiction,
      time_zone: organisation.time_zone,
      sites: organisation.sites.map(({ id, name }) => ({ id, name })),
    },
    inputs: inputs.files,
    not_measured: judged.notMeasured,
    scope: set.scope,
    directors: judged.directors,
    board_level: boardLevel(inputs),
    inventory: inventoryOf(set, registerOnly),
    network: { zones: zoneViews(set), flows: judged.flows },
    measures: judged.measures.map((measure) => withNextAction(measure, made)),
    contradictions: judged.findings.map(published),
    detections: inspection?.detections ?? [],
    crown_jewels: crownJewels(set, judged.lines),
    suppliers: judged.suppliers,
    risks: complete.risks,
    losses: losses(set, complete.risks),
    actions: made,
    roadmap: roadmap(made, asOf.date),
    decisions: decisions(complete, made),
    figures: figures(complete),
    weakest_evidence_level: weakest(judged.measures),
    rejected: inputs.rejected,
  }
  return { ...bare, comparison: earlier === undefined ? null : comparison(earlier, bare) }
}

/** From what is known to what it means; actions come after, because they are what follows. */
function judgement(set: Scene, registerOnly: readonly RegisterOnlyAsset[]): ActionFacts {
  const { inputs, inspection, asOf } = set
  const found = crossings(set)
  const directors = directorTerms(inputs, asOf)
  const seen = [
    ...networkFindings(set, found),
    ...accessFindings(set, found),
    ...wireFindings(set),
    ...registerFindings(set, registerOnly),
    ...restoreFindings(set),
  ]
  const suppliers = supplierViews(set, seen)
  const findings = ranked([
    ...againstClaims(set, seen),
    ...answerFindings(set, suppliers, directors),
  ])
  const measures = measured(inputs, findings, asOf.date)
  const all = lines(set)
  return {
    scene: set,
    findings,
    lines: all,
    risks: risks({ scene: set, findings, lines: all, suppliers, measures }),
    suppliers,
    directors,
    measures,
    flows: zoneFlows(found, (from, to) => between(findings, from, to)),
    notMeasured: missingParts(inputs, inspection),
  }
}

const severities = ['high', 'medium', 'low']
const checkOrder = Object.keys(checks)

/** Heaviest first, then in the order of the checks: never in the order of the captures. */
function ranked(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      checkOrder.indexOf(a.check) - checkOrder.indexOf(b.check) ||
      compareTexts(a.id, b.id),
  )
}

function published(finding: Finding): Contradiction {
  const { id, kind, severity, claim, seen, requirements, assets, frames, sources } = finding
  return { id, kind, severity, claim, seen, requirements, assets, frames, sources }
}

function measured(
  inputs: FactoryInputs,
  findings: readonly Finding[],
  asOf: string,
): MeasureResult[] {
  const digests = new Map(inputs.files.map(({ path, sha256 }) => [path, sha256]))
  const answers = (inputs.answers?.answers ?? []).map(
    ({ at, evidence, ...rest }): Answer => ({
      ...rest,
      source: at,
      evidence: evidence.map(({ file, type, description, dated, received, valid_until }) => ({
        file,
        sha256: file === null ? null : (digests.get(file) ?? null),
        type,
        description,
        dated,
        received,
        valid_until,
      })),
    }),
  )
  const against = new Map<string, Against[]>()
  for (const { id, severity, requirements } of findings) {
    for (const requirement of requirements) {
      against.set(requirement, [...(against.get(requirement) ?? []), { id, severity }])
    }
  }
  return measureResults({ answers, against, targets: targets(inputs), asOf })
}

const measureIds: readonly MeasureId[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']

function targets({ organisation }: FactoryInputs): Map<string, Maturity> {
  const set = organisation.board_level
  if (set === null) return new Map()
  return new Map(measureIds.map((id) => [id, set.per_measure[id] ?? set.level]))
}

function boardLevel({ organisation }: FactoryInputs): Baseline['board_level'] {
  if (organisation.board_level === null) return null
  const { level, decided_on, decision } = organisation.board_level
  return { level, decided_on, decision }
}

/** Parts of a folder that are not there, in the order in which people fill them in. */
function missingParts(inputs: FactoryInputs, inspection: InspectionReport | null): InputPart[] {
  const parts = ['zones', 'processes', 'answers', 'assets', 'suppliers', 'people'] as const
  const isHeard = inspection !== null && inspection.captures.length > 0
  const isProven = inputs.files.some(({ kind }) => kind === 'evidence')
  return [
    ...(isHeard ? [] : (['captures'] as const)),
    ...parts.filter((part) => inputs[part] === null),
    ...(isProven ? [] : (['evidence'] as const)),
  ]
}

function inventoryOf(
  set: Scene,
  registerOnly: readonly RegisterOnlyAsset[],
): Baseline['inventory'] {
  const { inspection } = set
  return {
    assets: set.assets,
    register_only: registerOnly,
    coverage: inspection?.coverage ?? null,
    captures: (inspection?.captures ?? []).map(({ file, packets, first, last, oddities }) => {
      return { file, packets, first, last, oddities }
    }),
    protocols: inspection?.protocols ?? {},
  }
}

function zoneViews({ plan, assets }: Scene): ZoneView[] {
  return plan.zones.map(({ id, name, kind, purdue_level, site }) => ({
    id,
    name,
    purdue_level,
    kind,
    site,
    assets: assets.filter(({ zone }) => zone === id).map((asset) => asset.id),
  }))
}

/** Findings about this very direction; access from afar touches both its ends. */
function between(findings: readonly Finding[], from: string, to: string): string[] {
  return findings
    .filter(({ check, id, zones }) => {
      if (id === `${check}/${from}/${to}`) return true
      return accessChecks.has(check) && zones.includes(from) && zones.includes(to)
    })
    .map(({ id }) => id)
}

const accessChecks: ReadonlySet<CheckId> = new Set<CheckId>([
  'access_outside_window',
  'remote_access_without_grant',
  'grant_ended',
])

function actionsFor(made: readonly Action[], { id }: Risk): string[] {
  return made.filter(({ risks: settled }) => settled.includes(id)).map((action) => action.id)
}

/** The action that touches the next step's requirement, when one does. */
function withNextAction(measure: MeasureResult, made: readonly Action[]): MeasureResult {
  if (measure.next_step === null) return measure
  const { requirement } = measure.next_step
  const action = made.find(({ requirements }) => requirements.includes(requirement))
  return { ...measure, next_step: { requirement, action: action?.id ?? null } }
}

function weakest(measures: readonly MeasureResult[]): EvidenceLevel | null {
  const levels = measures.flatMap(({ requirements }) =>
    requirements.flatMap(({ evidence_level }) => evidence_level ?? []),
  )
  return (['said', 'shown', 'tested'] as const).find((level) => levels.includes(level)) ?? null
}
