// SPDX-License-Identifier: EUPL-1.2
/**
 * Worst: of one organisation the one thing that most asks for a look, for whoever looks after
 * several. What cannot be undone any more stands before what is only not good yet.
 */
import type { Standing } from '../standing.ts'

export type WorstCode =
  | 'report_late'
  | 'incident_open'
  | 'decision_late'
  | 'training_overdue'
  | 'contradicted'
  | 'below_level'
  | 'actions_late'
  | 'decision_waiting'
  | 'no_level'
  | 'not_measured'

export interface Worst {
  readonly code: WorstCode
  readonly count: number
  /** What it is called, where one thing is meant. */
  readonly name: string | null
}

/** Null when nothing is known to be the matter. */
export function worstOf(standing: Standing): Worst | null {
  const { answer, decisions, reports, open_incidents, training, roadmap } = standing
  const late = decisions.filter(({ is_late }) => is_late)
  const tabled = decisions.filter(({ is_tabled }) => is_tabled)
  const [incident] = open_incidents
  const found: readonly (readonly [WorstCode, number, string | null])[] = [
    ['report_late', reports.filter(({ is_late }) => is_late).length, null],
    ['incident_open', open_incidents.length, incident?.name ?? null],
    ['decision_late', late.length, late[0]?.name ?? null],
    ['training_overdue', training.filter(({ status }) => status === 'overdue').length, null],
    ['contradicted', answer.contradicted, null],
    ['below_level', answer.below ?? 0, null],
    ['actions_late', roadmap.late, null],
    ['decision_waiting', tabled.length, tabled[0]?.name ?? null],
    ['not_measured', answer.not_measured, null],
    ['no_level', answer.below === null ? 1 : 0, null],
  ]
  const first = found.find(([, count]) => count > 0)
  if (first === undefined) return null
  const [code, count, name] = first
  return { code, count, name: count === 1 ? name : null }
}
