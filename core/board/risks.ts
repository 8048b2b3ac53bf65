// SPDX-License-Identifier: EUPL-1.2
import { type Line, type Ref, Registers, refOf, type StandingFacts } from './facts.ts'
import { lossBook, type RiskEstimate } from './losses/index.ts'
import { compare } from './work.ts'

/** A risk as the board reads it: money and hours first, then how likely. */
export interface RiskLine extends Ref {
  readonly name: string
  readonly scenario: string
  readonly loss_eur: { readonly low: number; readonly high: number } | null
  readonly outage_hours: { readonly low: number; readonly high: number } | null
  readonly times_per_year: { readonly low: number; readonly high: number } | null
  readonly likelihood: number | null
  readonly impact: number | null
  readonly owner: string | null
  /** Until when somebody lives with it; null when nobody does. */
  readonly accepted_until: string | null
  /** An acceptance that no longer holds. */
  readonly is_lapsed: boolean
}

export interface Risks {
  readonly count: number
  /** Without an estimate in euros. */
  readonly without_euros: number
  readonly largest: readonly RiskLine[]
}

const shown = 5

/** Those that can cost most first; what has no estimate is counted, not ranked as nothing. */
export function risksOf(facts: StandingFacts): Risks {
  const registers = new Registers(facts)
  const estimates = new Map(lossBook(facts).risks.map((one) => [one.id, one]))
  const acceptances = registers.all('acceptance')
  const lines = registers.all('risk').flatMap((line) => {
    const estimate = estimates.get(line.id)
    return estimate === undefined ? [] : [riskLine(line, estimate, acceptances)]
  })
  return {
    count: lines.length,
    without_euros: lines.filter(({ loss_eur }) => loss_eur === null).length,
    largest: lines
      .toSorted(
        (a, b) =>
          (b.loss_eur?.high ?? -1) - (a.loss_eur?.high ?? -1) ||
          (b.likelihood ?? 0) * (b.impact ?? 0) - (a.likelihood ?? 0) * (a.impact ?? 0) ||
          compare(a.name, b.name),
      )
      .slice(0, shown),
  }
}

function riskLine(line: Line, estimate: RiskEstimate, acceptances: readonly Line[]): RiskLine {
  const own = acceptances.filter((one) => one.text('subject') === line.id)
  const accepted = own.find(({ state }) => state === 'accepted')
  return {
    ...refOf(line),
    name: line.text('name') ?? '',
    scenario: line.text('scenario') ?? '',
    loss_eur: estimate.loss_eur,
    outage_hours: estimate.outage.hours,
    times_per_year: estimate.times_per_year,
    likelihood: line.number('likelihood'),
    impact: line.number('impact'),
    owner: line.text('owner'),
    accepted_until: accepted?.text('valid_until') ?? null,
    is_lapsed: accepted === undefined && own.some(({ state }) => state === 'lapsed'),
  }
}
