// SPDX-License-Identifier: EUPL-1.2
import type { LossResult } from '@schouw/core/risk'
import type { Language } from '../../language.ts'
import { plain, table } from '../../terminal/table.ts'
import { simulateWords } from '../../words/simulate.ts'

const mostRisks = 10
const mostSwings = 5

/** One screen: what it costs, in bad years, which risks and which estimates matter. */
export function simulateText(result: LossResult, language: Language, width: number): string {
  const say = simulateWords[language]
  const euro = (value: number, error?: number) => money(value, error, language)
  const error = result.standard_error_eur
  const lines = [
    `${say.expected}: ${euro(result.expected_loss_eur, error)} ${say.perYear(euro(error))}`,
  ]
  for (const [level, text] of say.levels) {
    const [low, high] = result.percentile_ranges_eur[level]
    lines.push(`  ${text}: ${euro(result.percentiles_eur[level], (high - low) / 4)}`)
  }
  const quiet = 1 - result.chance_of_loss
  if (quiet > 0) lines.push(`  ${say.none(percent(quiet, language))}`)
  if (result.insurance !== null) {
    lines.push(`  ${say.gross}: ${euro(result.insurance.expected_gross_loss_eur, error)}`)
    for (const { id, expected_payment_eur: paid } of result.insurance.policies) {
      lines.push(plain(`  ${say.pays(id)}: ${euro(paid, error)}`))
    }
  }
  lines.push('', ...table(riskRows(result, language), width))
  const swings = result.sensitivity.slice(0, mostSwings).map((swing) => {
    const what = swing.estimate === 'frequency' ? say.frequency : say.loss
    const name = `${swing.risk ?? swing.shared_cause}, ${what}`
    return [name, euro(swing.low_eur), euro(swing.high_eur)]
  })
  if (swings.length > 0) lines.push('', ...table([say.swings, ...swings], width))
  if (result.missing.length > 0) {
    const names = [...new Set(result.missing.map(({ risk }) => risk))]
    const few = names.length > 8 ? [...names.slice(0, 8), '…'] : names
    lines.push('', plain(say.missing(names.length, few.join(', '))))
  }
  const years = new Intl.NumberFormat(locale(language)).format(result.years)
  lines.push('', say.proof(years, result.seed, result.model, result.inputs_digest))
  return `${lines.join('\n')}\n`
}

function riskRows(result: LossResult, language: Language): (readonly string[])[] {
  const say = simulateWords[language]
  const known = result.risks
    .flatMap(({ id, expected_loss_eur: loss, standard_error_eur: error }) =>
      loss === null || error === null ? [] : [{ id, loss, error }],
    )
    .sort((a, b) => b.loss - a.loss)
  const rows = known
    .slice(0, mostRisks)
    .map(({ id, loss, error }) => [
      id,
      money(loss, error, language),
      money(error, undefined, language),
    ])
  const more = known.length - rows.length
  return [say.risks, ...rows, ...(more > 0 ? [[say.others(more), '', '']] : [])]
}

/** No more digits than the error leaves meaning in; two where it is not known. */
function money(value: number, error: number | undefined, language: Language): string {
  const digits =
    error === undefined || error <= 0 || value <= 0
      ? 2
      : Math.min(6, Math.max(1, Math.floor(Math.log10(value)) - Math.floor(Math.log10(error)) + 1))
  return new Intl.NumberFormat(locale(language), {
    style: 'currency',
    currency: 'EUR',
    maximumSignificantDigits: digits,
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  }).format(value)
}

function percent(share: number, language: Language): string {
  const format = { style: 'percent', maximumSignificantDigits: 2 } as const
  return new Intl.NumberFormat(locale(language), format).format(share)
}

function locale(language: Language): string {
  return language === 'nl' ? 'nl-NL' : 'en-GB'
}
