// SPDX-License-Identifier: EUPL-1.2
import { addDays } from '@schouw/core/kernel'
import type { ActionFacts } from './action-rule.ts'
import type { Action, DecisionAsked, Risk } from './baseline.ts'
import { row } from './finding.ts'
import { supplierOf } from './grants.ts'
import { personNamed } from './people.ts'
import { wordsOf } from './scenarios.ts'
import { type Sentence, sentence } from './sentences.ts'
import { compareTexts, listed, unique } from './texts.ts'

/** More than this is no longer an agenda. */
const mostDecisions = 6
/** Likelihood × impact from which a board, not a manager, accepts or treats. */
const boardWeight = 12

/** What the board is asked today: first its own open decisions, then what the measurement asks. */
export function decisions(facts: ActionFacts, made: readonly Action[]): DecisionAsked[] {
  const asked = [
    ...ownDecisions(facts),
    ...approveMeasures(facts),
    ...setLevel(facts),
    ...closeAccess(facts),
    ...treatRisk(facts),
  ].slice(0, mostDecisions - 1)
  return [...asked, approveRoadmap(facts, made)]
}

function ownDecisions({ scene }: ActionFacts): DecisionAsked[] {
  const own = (text: string | null): Sentence | null =>
    text === null ? null : sentence('text.own', { text })
  return scene.inputs.organisation.open_decisions
    .toSorted((a, b) => compareTexts(a.due ?? '9', b.due ?? '9') || compareTexts(a.id, b.id))
    .map((open) => ({
      id: `own/${open.id}`,
      question: sentence('text.own', { text: open.question }),
      if_yes: own(open.if_yes),
      if_no: own(open.if_no),
      proposed_by: personNamed(scene.inputs.people, open.proposed_by),
      due: open.due,
      money: open.cost_eur === null ? null : { low_eur: open.cost_eur, high_eur: open.cost_eur },
      source: row(open.at),
    }))
}

const asked = { proposed_by: null, due: null, money: null, source: null } as const

function approveMeasures({ scene, measures }: ActionFacts): DecisionAsked[] {
  const duty = scene.scope.duties.find(({ id }) => id === 'board_approval')
  const policy = measures.flatMap(({ requirements }) => requirements).find(({ id }) => id === 'A1')
  if (duty === undefined || (policy?.level ?? 0) >= 3) return []
  const measured = measures.filter(({ level }) => level !== null)
  if (measured.length === 0) return []
  const below = measured.filter(({ level, target }) => (level ?? 0) < (target ?? 3))
  const { article } = duty
  const facts = { article, below: below.length, measured: measured.length }
  return [
    {
      ...asked,
      id: 'approve_measures',
      question: sentence('decision.approve_measures', facts),
      if_yes: sentence('decision.approve_measures.yes', {}),
      if_no: sentence('decision.approve_measures.no', { article }),
      source: { kind: 'law', article, source: duty.source },
    },
  ]
}

function setLevel({ scene }: ActionFacts): DecisionAsked[] {
  if (scene.inputs.organisation.board_level !== null) return []
  return [
    {
      ...asked,
      id: 'set_level',
      question: sentence('decision.set_level', { suggested: 3 }),
      if_yes: sentence('decision.set_level.yes', {}),
      if_no: sentence('decision.set_level.no', {}),
    },
  ]
}

function closeAccess({ scene, findings }: ActionFacts): DecisionAsked[] {
  const open = findings.filter(({ check }) => check === 'remote_access_without_grant')
  if (open.length === 0) return []
  const grants = scene.inputs.zones?.remote_access ?? []
  const suppliers = unique(grants.flatMap((grant) => supplierOf(scene, grant).name ?? []))
  return [
    {
      ...asked,
      id: 'close_remote_access',
      question: sentence('decision.close_remote_access', {
        tools: wordsOf(open),
        count: open.length,
      }),
      if_yes: sentence('decision.close_remote_access.yes', { suppliers: listed(suppliers) }),
      if_no: sentence('decision.close_remote_access.no', {}),
      source: open[0].sources[0] ?? null,
    },
  ]
}

function treatRisk({ risks }: ActionFacts): DecisionAsked[] {
  const [top] = risks
  if (top === undefined || weightOf(top) < boardWeight) return []
  const { likelihood, impact } = top
  return [
    {
      ...asked,
      id: `treat_risk/${top.id}`,
      question: sentence('decision.treat_risk', {
        scenario: top.id,
        likelihood: likelihood.level,
        impact: impact.level,
      }),
      if_yes: sentence('decision.treat_risk.yes', { actions: top.actions.length }),
      if_no: sentence('decision.treat_risk.no', {}),
      money: top.consequence.money,
    },
  ]
}

function weightOf({ likelihood, impact }: Risk): number {
  return likelihood.level * impact.level
}

function approveRoadmap({ scene }: ActionFacts, made: readonly Action[]): DecisionAsked {
  const until = addDays(scene.asOf.date, 13 * 7 - 1)
  return {
    ...asked,
    id: 'approve_roadmap',
    question: sentence('decision.approve_roadmap', { actions: made.length, until }),
    if_yes: sentence('decision.approve_roadmap.yes', {}),
    if_no: sentence('decision.approve_roadmap.no', {}),
  }
}
