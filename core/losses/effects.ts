// SPDX-License-Identifier: EUPL-1.2

import { fitting, type Interval, intervalOf, knownInterval } from './interval.ts'
import { type Line, type Ref, refOf } from './line.ts'
import { outageOf, type Standstill } from './outage.ts'

/** What a treatment leaves of its risk, and what it costs. */
export interface TreatmentEffect extends Ref {
  readonly name: string
  /** The risk it is about. */
  readonly risk: string
  readonly option: string
  readonly state: string
  readonly owner: string | null
  readonly due_on: string | null
  readonly cost_eur_once: number | null
  readonly cost_eur_per_year: number | null
  readonly measures: readonly string[]
  readonly decision: string | null
  readonly remaining_times: number | null
  readonly remaining_loss: Interval | null
  readonly remaining_hours: Interval | null
  readonly insurance: { readonly excess_eur: number; readonly cover_eur: number } | null
  /** Chosen or done: what is going to be, or is. */
  readonly is_chosen: boolean
  /** Done before the risk was last estimated: the estimate already has it in. */
  readonly is_in_estimate: boolean
  /** Says in no way what remains. */
  readonly is_without_effect: boolean
}

export function effectOf(line: Line, risk: Line, around: Standstill): TreatmentEffect {
  const option = line.text('option') ?? ''
  const times = line.number('residual_times_per_year')
  const cover = amountOf(line, 'insured_eur')
  const done = line.state === 'done' ? line.text('done_on') : null
  const estimated = risk.text('estimated_on')
  const remaining = {
    // What is no longer done no longer happens.
    remaining_times: times ?? (option === 'avoid' ? 0 : null),
    remaining_loss: remainingLoss(line, risk, around),
    remaining_hours: knownInterval(intervalOf(line, 'residual_outage_hours')),
    insurance:
      cover === null
        ? null
        : { excess_eur: amountOf(line, 'deductible_eur') ?? 0, cover_eur: cover },
  }
  return {
    ...refOf(line),
    name: line.text('name') ?? '',
    risk: risk.id,
    option,
    state: line.state,
    owner: line.text('owner'),
    due_on: line.text('due_on'),
    cost_eur_once: line.number('cost_eur_once'),
    cost_eur_per_year: line.number('cost_eur_per_year'),
    measures: line.list('measures'),
    decision: line.text('decision'),
    ...remaining,
    is_chosen: line.state === 'chosen' || line.state === 'done',
    is_in_estimate: done !== null && estimated !== null && estimated >= done,
    is_without_effect:
      option !== 'retain' &&
      remaining.remaining_times === null &&
      remaining.remaining_loss === null &&
      remaining.insurance === null,
  }
}

/**
 * As people said it in euros, else from the hours it would still last. Where the risk itself was
 * estimated in euros, hours alone say nothing of what is left of them.
 */
function remainingLoss(line: Line, risk: Line, around: Standstill): Interval | null {
  const said = knownInterval(intervalOf(line, 'residual_loss_eur'))
  if (said !== null) return fitting(said, 'loss_eur')
  const hours = knownInterval(intervalOf(line, 'residual_outage_hours'))
  const isInEuros = knownInterval(intervalOf(risk, 'loss_eur')) !== null
  if (hours === null || isInEuros) return null
  return fitting(outageOf(risk, around, hours).eur, 'loss_eur')
}

/** More than the wealth of the world is a slip of the pen. */
function amountOf(line: Line, field: string): number | null {
  const known = line.number(field)
  return known === null ? null : Math.min(known, 1e15)
}
