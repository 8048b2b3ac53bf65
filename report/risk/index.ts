// SPDX-License-Identifier: EUPL-1.2
/**
 * Risk: the curve of losses and the matrix of risks, drawn and told the same on screen and on paper.
 */
import type { LossResult } from '@schouw/core/risk'
import {
  type CurveLine,
  type Drawing,
  lossCurve,
  type MatrixRisk,
  onPaper,
  onScreen,
  riskMatrix,
  type Style,
} from '../drawings/index.ts'
import { weightOf } from '../drawings/matrix.ts'
import { type Language, words } from '../words/index.ts'
import { riskWords } from './words.ts'

export { type ScaleName, scaleNames, usualScales } from './scales.ts'
export { riskWords } from './words.ts'

export type LossFigures = Pick<
  LossResult,
  | 'expected_loss_eur'
  | 'standard_error_eur'
  | 'percentiles_eur'
  | 'percentile_ranges_eur'
  | 'exceedance'
>

export interface CurveOf {
  /** Without treatments; null when it is the same. */
  readonly before: LossFigures | null
  readonly after: LossFigures
  readonly appetiteEur: number | null
  /** What the line after is; those chosen when absent. */
  readonly later?: 'chosen' | 'proposed'
  /** What the board can bear, with whether the curve after treatments passes it. */
  readonly limits?: readonly CurveLimit[]
}

export interface CurveLimit {
  readonly once_in_years: number
  readonly eur: number
  readonly chance_of_more: number
  readonly is_breached: boolean
}

const levels = ['p50', 'p90', 'p95', 'p99'] as const
const gridChances = [1, 0.5, 0.1, 0.01] as const

export function curveDrawing(of: CurveOf, language: Language, style: Style): Drawing {
  const { say } = words(language)
  const text = riskWords[language].curve
  const amount = (eur: number) => say.euroRange({ low_eur: eur, high_eur: eur })
  const line = (figures: LossFigures, name: string): CurveLine => ({
    name,
    points: figures.exceedance,
    marks: ([0.1, 0.01] as const).map((chance) => {
      const level = chance === 0.1 ? 'p90' : 'p99'
      const [low, high] = figures.percentile_ranges_eur[level]
      const eur = figures.percentiles_eur[level]
      return { chance, eur, low, high, text: amount(eur) }
    }),
  })
  const { before, after, appetiteEur, limits = [] } = of
  const nameOfAfter = text.after[of.later ?? 'chosen']
  const { p90, p99 } = after.percentiles_eur
  const columns = [
    { title: text.how, isNumber: false },
    ...(before === null ? [] : [{ title: text.now, isNumber: true }]),
    { title: before === null ? text.now : nameOfAfter, isNumber: true },
    { title: text.margin, isNumber: true },
  ]
  const both = before === null ? [after] : [before, after]
  const rows = [
    [
      text.expected,
      ...both.map((one) => amount(one.expected_loss_eur)),
      `± ${amount(1.96 * after.standard_error_eur)}`,
    ],
    ...levels.map((level, n) => {
      const [low_eur, high_eur] = after.percentile_ranges_eur[level]
      return [
        text.once[n] ?? '',
        ...both.map((one) => amount(one.percentiles_eur[level])),
        say.euroRange({ low_eur, high_eur }),
      ]
    }),
    ...(appetiteEur === null
      ? []
      : [[text.appetite(amount(appetiteEur)), ...both.map(() => text.none), text.none]]),
    ...limits.map((one) => [
      text.limit(one.once_in_years),
      ...both.map(() => amount(one.eur)),
      text.limitNames[one.is_breached ? 1 : 0],
    ]),
  ]
  return lossCurve(
    {
      before: before === null ? null : line(before, text.now),
      after: line(after, before === null ? text.now : nameOfAfter),
      appetite:
        appetiteEur === null || limits.length > 0
          ? null
          : { eur: appetiteEur, text: text.appetite(amount(appetiteEur)) },
      limits: limits.map(({ once_in_years, eur, is_breached }) => ({
        chance: 1 / once_in_years,
        eur,
        isBroken: is_breached,
      })),
    },
    {
      title: text.title,
      limitNames: text.limitNames,
      description: text.describe(amount(after.expected_loss_eur), amount(p90), amount(p99)),
      table: { caption: text.caption, columns, rows },
      axis: text.axis,
      tick: amount,
      chances: gridChances.map((chance, n) => ({ chance, text: text.chances[n] ?? '' })),
      beyond: text.beyond,
    },
    style,
  )
}

/** Widths in pixels to drawings that fit. */
export function curveShown(of: CurveOf, language: Language) {
  const style = (prefix: string, width: number) => ({ palette: onScreen, prefix, width })
  return {
    wide: curveDrawing(of, language, style('curve-wide', 780)),
    narrow: curveDrawing(of, language, style('curve-narrow', 350)),
  }
}

/** A file of its own: fixed colours, wide enough for a page. */
export function curveOnPaper(of: CurveOf, language: Language): Drawing {
  return curveDrawing(of, language, { palette: onPaper, prefix: 'curve', width: 780 })
}

export type RatedRisk = Omit<MatrixRisk, 'likelihood' | 'impact'> & {
  readonly likelihood: number | null
  readonly impact: number | null
}

export function matrixDrawing(
  risks: readonly RatedRisk[],
  language: Language,
  style: Style,
): Drawing {
  const text = riskWords[language].matrix
  const rated = risks.flatMap((risk): MatrixRisk[] => {
    const { likelihood, impact } = risk
    return likelihood === null || impact === null ? [] : [{ ...risk, likelihood, impact }]
  })
  const [first = '', ...others] = text.columns
  const columns = [first, ...others].map((title, n) => ({ title, isNumber: n === 2 || n === 3 }))
  const rows = rated
    .toSorted((a, b) => b.likelihood * b.impact - a.likelihood * a.impact)
    .map(({ code, name, likelihood, impact }) => [
      code,
      name,
      String(likelihood),
      String(impact),
      text.weights[weightOf(likelihood, impact)],
    ])
  return riskMatrix(
    rated,
    {
      ...text,
      description: text.describe(rated.length, risks.length - rated.length),
      table: { caption: text.caption, columns, rows },
    },
    style,
  )
}

export function matrixShown(risks: readonly RatedRisk[], language: Language) {
  const style = (prefix: string, width: number) => ({ palette: onScreen, prefix, width })
  return {
    wide: matrixDrawing(risks, language, style('matrix-wide', 780)),
    narrow: matrixDrawing(risks, language, style('matrix-narrow', 350)),
  }
}
