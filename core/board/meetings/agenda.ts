// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { lineOf } from '../facts.ts'
import { compare } from '../work.ts'

/** Something that a meeting should speak of, and why. */
export interface AgendaProposal {
  readonly why:
    | 'minutes'
    | 'contested'
    | 'decision'
    | 'for_board'
    | 'deviation'
    | 'review'
    | 'not_done'
  readonly id: string
  readonly name: string
  readonly on: string | null
}

interface AgendaFacts {
  readonly decisions: readonly RecordVersion[]
  readonly actions: readonly RecordVersion[]
  readonly policies: readonly RecordVersion[]
  /** Figures beyond their limits, as records. */
  readonly deviations: readonly { readonly id: string; readonly name: string }[]
  /** Of the same body; the minutes of the one before are adopted in the next. */
  readonly meetings?: readonly RecordVersion[]
  readonly objections?: readonly RecordVersion[]
  /** What was asked and waits for the board, without a question about it. */
  readonly forBoard?: readonly { readonly id: string; readonly name: string; readonly on: string }[]
  readonly today: string
  /** Subjects that are on the agenda already. */
  readonly taken: ReadonlySet<string>
}

const openStates = ['open', 'in_progress']

/** Minutes to adopt and votes taken back first, then open questions and what waits for one, what was asked before and not done, deviations, reviews that are due. */
export function proposedAgenda(facts: AgendaFacts): readonly AgendaProposal[] {
  const { today, taken } = facts
  const standing = (records: readonly RecordVersion[]) =>
    records.filter(({ retired }) => retired === null).map(lineOf)
  const decisions = standing(facts.decisions)
    .filter(({ state }) => state === 'tabled')
    .map((line) => ({
      why: 'decision' as const,
      id: line.id,
      name: line.text('question') ?? '',
      on: line.text('due_on'),
    }))
  const minutes = standing(facts.meetings ?? [])
    .filter(({ state }) => state === 'held')
    .map((line) => ({
      why: 'minutes' as const,
      id: line.id,
      name: line.text('name') ?? '',
      on: line.text('held_at')?.slice(0, 10) ?? null,
    }))
  const takenBack = new Set(
    standing(facts.objections ?? []).map((line) => line.text('decision') ?? ''),
  )
  const contested = standing(facts.decisions)
    .filter(({ id, state }) => state === 'decided' && takenBack.has(id))
    .map((line) => ({
      why: 'contested' as const,
      id: line.id,
      name: line.text('question') ?? '',
      on: line.text('decided_on'),
    }))
  const notDone = standing(facts.actions)
    .filter(({ state }) => openStates.includes(state))
    .filter((line) => ['decision', 'supervisory_question'].includes(line.text('origin') ?? ''))
    .filter((line) => (line.text('due_on') ?? '9999') < today)
    .map((line) => ({
      why: 'not_done' as const,
      id: line.id,
      name: line.text('name') ?? '',
      on: line.text('due_on'),
    }))
  const reviews = [
    ...standing(facts.policies).map((line) => [line, line.text('next_review_on')] as const),
    ...standing(facts.decisions)
      .filter(({ state }) => state === 'decided')
      .map((line) => [line, line.text('evaluate_on')] as const),
  ].flatMap(([line, on]) =>
    on === null || on > today
      ? []
      : [{ why: 'review' as const, id: line.id, name: line.text('name') ?? '', on }],
  )
  const deviations = facts.deviations.map(({ id, name }) => ({
    why: 'deviation' as const,
    id,
    name,
    on: null,
  }))
  const forBoard = (facts.forBoard ?? []).map((one) => ({ why: 'for_board' as const, ...one }))
  const byDay = (a: AgendaProposal, b: AgendaProposal) =>
    compare(a.on ?? '9999', b.on ?? '9999') || compare(a.name, b.name)
  return [
    ...minutes.toSorted(byDay),
    ...contested.toSorted(byDay),
    ...decisions.toSorted(byDay),
    ...forBoard.toSorted(byDay),
    ...notDone.toSorted(byDay),
    ...deviations,
    ...reviews.toSorted(byDay),
  ].filter(({ id }) => !taken.has(id))
}
