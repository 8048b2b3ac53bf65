// SPDX-License-Identifier: EUPL-1.2
import { addMonths } from '@schouw/core/kernel'
import type { Registers } from '../facts.ts'
import type { Figures } from '../figures/index.ts'
import type { Standing } from '../standing.ts'

/** The points that a director or supervisor goes through before saying that he or she oversees. */
export const checkPoints = [
  'measures_approved',
  'level_set',
  'limits_set',
  'trained',
  'risks_decided',
  'incident_plan_exercised',
  'suppliers_reviewed',
  'promises_kept',
] as const

export interface CheckPoint {
  readonly point: (typeof checkPoints)[number]
  /** Null: nobody knows, which is never a yes. */
  readonly is_met: boolean | null
  /** How many of how many, where it can be counted. */
  readonly of: { readonly part: number; readonly whole: number } | null
}

interface Seen {
  readonly registers: Registers
  readonly standing: Standing
  readonly figures: Figures
  readonly today: string
}

export function checklist(seen: Seen): readonly CheckPoint[] {
  const { registers, standing, figures, today } = seen
  const yearAgo = addMonths(today, -12)
  const decided = registers.all('decision').filter(({ state }) => state === 'decided')
  const approved = decided.filter(
    (line) =>
      line.text('outcome') === 'approved' &&
      ['approve_measures', 'approve_policy'].includes(line.text('subject') ?? '') &&
      (line.text('decided_on') ?? '') >= yearAgo,
  )
  const limits = figures.lines.filter(({ kpi }) => kpi !== null)
  const own = limits.filter(({ limits: { green } }) => green !== null)
  const terms = standing.training.filter(({ status }) => status !== 'no_duty')
  const exercises = registers
    .all('exercise')
    .filter((line) => (line.text('held_on') ?? line.text('held_at') ?? '') >= yearAgo)
  const critical = registers
    .all('supplier')
    .filter((line) => line.text('criticality') === 'critical')
  const reviewed = critical.filter((line) => (line.text('last_review_on') ?? '') >= yearAgo)
  const { open, late } = promises(standing)
  return [
    { point: 'measures_approved', is_met: approved.length > 0, of: null },
    { point: 'level_set', is_met: standing.board_level !== null, of: null },
    counted('limits_set', own.length, limits.length),
    counted('trained', terms.filter(({ status }) => status === 'fulfilled').length, terms.length),
    {
      point: 'risks_decided',
      is_met:
        standing.risks.count === 0 ? null : !standing.risks.largest.some((risk) => risk.is_lapsed),
      of: null,
    },
    { point: 'incident_plan_exercised', is_met: exercises.length > 0, of: null },
    counted('suppliers_reviewed', reviewed.length, critical.length),
    counted('promises_kept', open - late, open),
  ]
}

function counted(point: CheckPoint['point'], part: number, whole: number): CheckPoint {
  return { point, is_met: whole === 0 ? null : part === whole, of: { part, whole } }
}

function promises({ roadmap }: Standing): { readonly open: number; readonly late: number } {
  return { open: roadmap.open, late: roadmap.late }
}
