// SPDX-License-Identifier: EUPL-1.2
import { type Line, type Ref, type Registers, refOf } from './facts.ts'
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
export function risksOf(registers: Registers): Risks {
  const acceptances = registers.all('acceptance')
  const lines = registers
    .all('risk')
    .filter(({ state }) => state !== 'closed')
    .map((line) => riskLine(line, acceptances))
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

function riskLine(line: Line, acceptances: readonly Line[]): RiskLine {
  const own = acceptances.filter((one) => one.text('subject') === line.id)
  const accepted = own.find(({ state }) => state === 'accepted')
  return {
    ...refOf(line),
    name: line.text('name') ?? '',
    scenario: line.text('scenario') ?? '',
    loss_eur: range(line, 'loss_eur'),
    outage_hours: range(line, 'outage_hours'),
    times_per_year: range(line, 'times_per_year'),
    likelihood: line.number('likelihood'),
    impact: line.number('impact'),
    owner: line.text('owner'),
    accepted_until: accepted?.text('valid_until') ?? null,
    is_lapsed: accepted === undefined && own.some(({ state }) => state === 'lapsed'),
  }
}

/** One bound alone is both. */
function range(line: Line, field: string): RiskLine['loss_eur'] {
  const low = line.number(`${field}_low`)
  const high = line.number(`${field}_high`)
  if (low === null && high === null) return null
  return { low: low ?? high ?? 0, high: high ?? low ?? 0 }
}
