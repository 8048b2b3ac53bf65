// SPDX-License-Identifier: EUPL-1.2
import type { MeasureResult } from '@schouw/core/assurance'
import { addDays } from '@schouw/core/kernel'
import type { ActionFacts, ActionRule } from './action-rule.ts'
import { baselineRules, scopeRules } from './action-rules-early.ts'
import { decideRules, governanceRules } from './action-rules-late.ts'
import type { Action, Risk, RoadmapPhase } from './baseline.ts'
import type { Finding } from './finding.ts'
import type { PersonRole } from './inputs.ts'
import { holderOf, personNamed } from './people.ts'
import { scenarios } from './scenarios.ts'
import { type Sentence, sentence } from './sentences.ts'
import { compareTexts, unique } from './texts.ts'

/** Ninety days from the measurement, then every quarter. */
const phases: readonly {
  readonly phase: Action['phase']
  readonly weeks: readonly [number, number]
}[] = [
  { phase: 'scope', weeks: [1, 2] },
  { phase: 'baseline', weeks: [3, 6] },
  { phase: 'governance', weeks: [7, 10] },
  { phase: 'decide', weeks: [11, 12] },
  { phase: 'rhythm', weeks: [13, 13] },
]

/** Where no target is set, rung 3: the sensible lower bound the ladder itself names. */
const lowerBound = 3

/** What this factory has to do, in order of week; the same findings give the same list. */
export function actions(facts: ActionFacts): Action[] {
  const rules = [...scopeRules, ...baselineRules, ...governanceRules, ...decideRules]
  const made = rules.flatMap((rule) => {
    const own = facts.findings.filter(({ check }) => rule.checks?.includes(check))
    const title = rule.title(facts, own)
    return title === undefined ? [] : [actionOf(facts, rule, title, own)]
  })
  return [...made, ...raises(facts, made)].sort(
    (a, b) =>
      a.week - b.week ||
      Number(b.is_quick_win) - Number(a.is_quick_win) ||
      compareTexts(a.id, b.id),
  )
}

function actionOf(
  facts: ActionFacts,
  rule: Omit<ActionRule, 'title' | 'role'> & { role: PersonRole; owner?: string | null },
  title: Sentence,
  own: readonly Finding[],
): Action {
  const { scene, risks } = facts
  const { date } = scene.asOf
  const ids = new Set(own.map(({ id }) => id))
  return {
    id: rule.id,
    title,
    owner_role: rule.role,
    owner: rule.owner ?? holderOf(scene.inputs.people, rule.role, date),
    due: addDays(date, rule.week * 7 - 1),
    week: rule.week,
    phase: phaseOf(rule.week),
    is_quick_win: rule.isQuickWin ?? false,
    effort: rule.effort,
    cost_eur: null,
    requirements: unique([...rule.requirements, ...(rule.alsoRequirements?.(facts) ?? [])]),
    risks: risks.filter((risk) => isAbout(rule, risk, ids)).map(({ id }) => id),
    contradictions: [...ids],
  }
}

/** It settles one of the findings the risk rests on, or answers the scenario as such. */
function isAbout(
  rule: Pick<ActionRule, 'id' | 'checks'>,
  risk: Risk,
  own: ReadonlySet<string>,
): boolean {
  if (risk.contradictions.some((id) => own.has(id))) return true
  if (answers[rule.id]?.includes(risk.id)) return true
  const scenario = scenarios.find(({ id }) => id === risk.id)
  return scenario?.checks.some((check) => rule.checks?.includes(check)) ?? false
}

/** Actions that meet a risk without settling a finding. */
const answers: Readonly<Record<string, readonly string[]>> = {
  tabletop: ['flat_network', 'remote_access', 'no_recovery'],
  incident_procedure: ['late_reporting'],
  review_controller_changes: ['controller_changes'],
  clear_address_conflict: ['address_conflict'],
  replace_unsupported: ['outdated_systems'],
  mfa_remote_access: ['remote_access'],
  supplier_clauses: ['supplier_failure'],
  supplier_exit: ['supplier_failure'],
  set_recovery_targets: ['no_recovery'],
}

function phaseOf(week: number): Action['phase'] {
  return phases.find(({ weeks: [from, to] }) => week >= from && week <= to)?.phase ?? 'rhythm'
}

/** More at once is a list of wishes. */
const mostRaises = 4

/** For the sections furthest below and that nothing yet touches: one step on the next requirement. */
function raises(facts: ActionFacts, made: readonly Action[]): Action[] {
  const covered = new Set(made.flatMap(({ requirements }) => requirements))
  const gap = ({ level, target }: MeasureResult) => (target ?? lowerBound) - (level ?? lowerBound)
  const low = facts.measures
    .filter((measure) => gap(measure) > 0)
    .filter(({ next_step }) => next_step !== null && !covered.has(next_step.requirement))
    .toSorted((a, b) => gap(b) - gap(a) || compareTexts(a.id, b.id))
  return low.slice(0, mostRaises).map((measure, index) => {
    const id = measure.next_step?.requirement ?? ''
    const requirement = measure.requirements.find((one) => one.id === id)
    const from = requirement?.level ?? null
    const owner = personNamed(facts.scene.inputs.people, requirement?.owner ?? null)
    const rule = {
      id: `raise_${id}`,
      role: roleOfMeasure[measure.id] ?? 'ciso',
      week: 7 + (index % 4),
      effort: 'weeks',
      requirements: [id],
      owner,
    } as const
    const title = sentence('action.raise_requirement', {
      requirement: id,
      from,
      to: (from ?? 0) + 1,
    })
    return actionOf(facts, rule, title, [])
  })
}

const roleOfMeasure: Readonly<Record<string, PersonRole>> = {
  a: 'ciso',
  b: 'ciso',
  c: 'it_manager',
  d: 'purchasing',
  e: 'it_manager',
  f: 'ciso',
  g: 'hr',
  h: 'it_manager',
  i: 'ot_engineer',
  j: 'it_manager',
}

export function roadmap(made: readonly Action[], asOf: string): RoadmapPhase[] {
  return phases.map(({ phase, weeks }) => ({
    phase,
    weeks,
    from: addDays(asOf, (weeks[0] - 1) * 7),
    to: addDays(asOf, weeks[1] * 7 - 1),
    actions: made.filter((action) => action.phase === phase).map(({ id }) => id),
  }))
}
