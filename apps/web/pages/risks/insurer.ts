// SPDX-License-Identifier: EUPL-1.2
import type { losses } from '@schouw/core/board'
import type { LossResult } from '@schouw/core/risk'

export interface InsurerHead {
  readonly risk: string
  readonly timesLow: string
  readonly timesHigh: string
  readonly lossLow: string
  readonly lossHigh: string
  readonly hoursLow: string
  readonly hoursHigh: string
  readonly restsOn: string
  readonly expected: string
  readonly insured: string
  readonly excess: string
  readonly measures: string
  readonly basis: Readonly<Record<'said' | 'tested', string>>
}

/**
 * What an insurer asks first: every risk as estimated, what is insured of it and what is done about
 * it. An empty cell is not known, and not nothing.
 */
export function insurerTable(
  book: losses.LossBook,
  result: LossResult,
  head: InsurerHead,
): readonly (readonly string[])[] {
  const { basis, ...titles } = head
  const rows = book.risks.map((risk) => {
    const own = book.treatments.filter((one) => one.risk === risk.id && one.is_chosen)
    const policy = own.find(({ insurance }) => insurance !== null)?.insurance ?? null
    const expected = result.risks.find(({ id }) => id === risk.key)?.expected_loss_eur ?? null
    const { times_per_year: times, loss_eur: loss, loss_from: from, outage } = risk
    // What was worked out from hours carries no more figures than hours and cost do.
    const money = (eur: number | undefined) =>
      figure(from === 'outage' ? twoFigures(eur ?? null) : eur)
    return [
      risk.name,
      figure(times?.low, 4),
      figure(times?.high, 4),
      money(loss?.low),
      money(loss?.high),
      figure(outage.hours?.low, 1),
      figure(outage.hours?.high, 1),
      risk.loss_eur === null ? '' : basis[outage.basis === 'tested' ? 'tested' : 'said'],
      figure(twoFigures(expected)),
      figure(policy?.cover_eur),
      figure(policy?.excess_eur),
      own.map(({ name }) => name).join(', '),
    ]
  })
  return [Object.values(titles), ...rows]
}

/** Never more than the estimate carries. */
function twoFigures(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(2))
}

function figure(value: number | null | undefined, decimals = 0): string {
  return value === null || value === undefined ? '' : String(Number(value.toFixed(decimals)))
}

/**
 * Comma-separated values (RFC 4180) with the mark by which spreadsheets know UTF-8. A text that a
 * spreadsheet would take for a formula gets an apostrophe.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const isFigure = /^-?\d+(\.\d+)?$/.test(text)
    const safe = !isFigure && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
