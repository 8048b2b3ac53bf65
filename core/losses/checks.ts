// SPDX-License-Identifier: EUPL-1.2

import type { TreatmentEffect } from './effects.ts'
import type { RiskEstimate } from './estimate.ts'
import { intervalOf } from './interval.ts'
import { type Line, type Ref, refOf } from './line.ts'
import { partsOf } from './outage.ts'

/** Something in the registers that does not fit together. */
export interface LossCheck {
  readonly code:
    | 'crown_jewel_without_risk'
    | 'risk_without_owner'
    | 'measure_without_risk'
    | 'inverted_range'
    | 'one_end'
    | 'absurd_estimate'
    | 'cost_parts_inverted'
    | 'cost_parts_differ'
    | 'loss_below_outage'
    | 'circular_dependency'
    | 'treatment_without_effect'
    | 'treatment_worsens'
    | 'acceptance_over'
    | 'steps_rise'
    | 'likelihood_below_findings'
  readonly about: Ref
  /** The estimate it is about. */
  readonly field?: string
}

export interface Checked {
  readonly lines: readonly Line[]
  readonly risks: readonly RiskEstimate[]
  readonly treatments: readonly TreatmentEffect[]
  readonly ofTreatments: readonly Line[]
  readonly jewels: readonly Line[]
  readonly measures: readonly Line[]
  readonly processes: readonly Line[]
}

export function checksOf(all: Checked): readonly LossCheck[] {
  return [
    ...all.lines.flatMap((line) => checksOfRisk(line, all.risks)),
    ...all.ofTreatments.flatMap((line) =>
      rangeChecks(line, ['residual_loss_eur', 'residual_outage_hours']),
    ),
    ...checksOfTreatments(all),
    ...withoutRisk(all),
    ...all.processes.flatMap(costChecks),
    ...circles(all.processes),
  ]
}

const ranges = ['times_per_year', 'loss_eur', 'outage_hours'] as const

function rangeChecks(line: Line, fields: readonly string[]): readonly LossCheck[] {
  return fields.flatMap((field): LossCheck[] => {
    const { state } = intervalOf(line, field)
    if (state === 'inverted') return [{ code: 'inverted_range', about: refOf(line), field }]
    return state === 'one_end' ? [{ code: 'one_end', about: refOf(line), field }] : []
  })
}

function checksOfRisk(line: Line, risks: readonly RiskEstimate[]): readonly LossCheck[] {
  const about = refOf(line)
  const found: LossCheck[] = [...rangeChecks(line, ranges)]
  if (line.text('owner') === null) found.push({ code: 'risk_without_owner', about })
  const risk = risks.find(({ id }) => id === line.id)
  if (risk === undefined) return found
  for (const field of ['times_per_year', 'loss_eur'] as const) {
    const isGiven = 'interval' in intervalOf(line, field)
    if (isGiven && risk[field] === null) found.push({ code: 'absurd_estimate', about, field })
  }
  const { loss_eur: loss, loss_from, outage } = risk
  // What the hours alone cost at their fewest is more than all that people say it costs at most.
  if (loss !== null && loss_from === 'said' && outage.eur !== null && outage.eur.low > loss.high) {
    found.push({ code: 'loss_below_outage', about, field: 'loss_eur' })
  }
  if (rises(risk.before, risk) || rises(risk, risk.target)) {
    found.push({ code: 'steps_rise', about, field: 'likelihood' })
  }
  if (risk.acceptance !== null && !risk.acceptance.holds && isOver(risk.acceptance.state)) {
    const { kind, id } = risk.acceptance
    found.push({ code: 'acceptance_over', about: { kind, id } })
  }
  return found
}

interface Weighed {
  readonly likelihood: number | null
  readonly impact: number | null
}

/** With measures a risk does not weigh more than without, nor its target more than the risk now. */
function rises(first: Weighed | null, then: Weighed | null): boolean {
  return (['likelihood', 'impact'] as const).some((step) => {
    const [was, is] = [first?.[step] ?? null, then?.[step] ?? null]
    return was !== null && is !== null && is > was
  })
}

/** Once given and no longer good: by its day, or by what changed since. */
function isOver(state: string): boolean {
  return state === 'accepted' || state === 'lapsed' || state === 'expired'
}

function checksOfTreatments({ treatments, risks }: Checked): readonly LossCheck[] {
  return treatments.flatMap((one): LossCheck[] => {
    const about = { kind: one.kind, id: one.id }
    if (one.is_without_effect) return [{ code: 'treatment_without_effect', about }]
    const risk = risks.find(({ id }) => id === one.risk)
    const { remaining_times: times, remaining_loss: loss } = one
    if (times !== null && risk?.times_per_year != null && times > risk.times_per_year.high) {
      return [{ code: 'treatment_worsens', about, field: 'residual_times_per_year' }]
    }
    if (loss !== null && risk?.loss_eur != null && loss.high > risk.loss_eur.high) {
      return [{ code: 'treatment_worsens', about, field: 'residual_loss_eur_high' }]
    }
    return []
  })
}

function withoutRisk({ lines, ofTreatments, jewels, measures }: Checked): readonly LossCheck[] {
  const covered = new Set(lines.flatMap((line) => line.list('crown_jewels')))
  const needed = new Set([...lines, ...ofTreatments].flatMap((line) => line.list('measures')))
  const open = new Set(lines.map(({ id }) => id))
  const isNeeded = (line: Line) =>
    needed.has(line.id) || line.list('risks').some((id) => open.has(id)) || line.state === 'ended'
  return [
    ...jewels
      .filter(({ id }) => !covered.has(id))
      .map((line): LossCheck => ({ code: 'crown_jewel_without_risk', about: refOf(line) })),
    ...measures
      .filter((line) => !isNeeded(line))
      .map((line): LossCheck => ({ code: 'measure_without_risk', about: refOf(line) })),
  ]
}

/** The cost of an hour as a whole, against the parts it is made of. */
function costChecks(line: Line): readonly LossCheck[] {
  const about = refOf(line)
  const field = 'outage_cost_parts'
  if (line.rows(field).length === 0) return []
  const parts = partsOf(line)
  if (parts === null) return [{ code: 'cost_parts_inverted', about, field }]
  const whole = line.number('outage_cost_eur_per_hour')
  const isWithin = whole === null || (whole >= parts.low && whole <= parts.high)
  return isWithin ? [] : [{ code: 'cost_parts_differ', about, field }]
}

/** Processes that in the end depend on themselves; each is told once. */
function circles(processes: readonly Line[]): readonly LossCheck[] {
  const needs = new Map(processes.map((line) => [line.id, line.list('depends_on_processes')]))
  return processes
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
    .map((line) => ({ code: 'circular_dependency', about: refOf(line) }))
}
