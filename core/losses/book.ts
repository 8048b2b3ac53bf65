// SPDX-License-Identifier: EUPL-1.2

import { type AppetitePoint, pointsOf } from './appetite.ts'
import { checksOf, type LossCheck } from './checks.ts'
import { effectOf, type TreatmentEffect } from './effects.ts'
import { estimateOf, type RiskEstimate } from './estimate.ts'
import { isAnswered, type LossFacts, linesOf } from './facts.ts'
import { type Line, type Ref, refOf } from './line.ts'
import { type SharedCause, sharedCauses } from './shared.ts'

/** The registers as estimates of loss, before anything is drawn. */
export interface LossBook {
  /** Those not closed, in order of code. */
  readonly risks: readonly RiskEstimate[]
  /** Of those risks, what was dropped left out. */
  readonly treatments: readonly TreatmentEffect[]
  /** What was dropped: refused, and what that costs is still asked. */
  readonly refused: readonly TreatmentEffect[]
  readonly checks: readonly LossCheck[]
  /** Risks that one event brings together. */
  readonly shared: readonly SharedCause[]
  /** How the organisation weighs in steps, in its own words; null without an organisation. */
  readonly matrix:
    | (Ref & {
        readonly method: string | null
        readonly scales: readonly {
          readonly scale: string
          readonly step: number
          readonly meaning: string
        }[]
      })
    | null
  /** What the board can bear a year; null while it has said nothing. */
  readonly appetite:
    | (Ref & {
        readonly eur_per_year: number | null
        readonly text: string | null
        /** Once in so many years a year may cost this much; rarest last. */
        readonly points: readonly AppetitePoint[]
        readonly decision: string | null
      })
    | null
}

export function lossBook(facts: LossFacts): LossBook {
  const lines = linesOf(facts, 'risk').filter((line) => !isAnswered(line))
  const around = {
    processes: linesOf(facts, 'process'),
    jewels: linesOf(facts, 'crown-jewel'),
    tests: linesOf(facts, 'restore-test'),
    acceptances: linesOf(facts, 'acceptance'),
    today: facts.today,
  }
  const keys = keysOf(lines)
  const risks = lines.map((line) =>
    estimateOf(line, { ...around, key: keys.get(line.id) ?? line.id }),
  )
  const written = linesOf(facts, 'treatment')
  const ofTreatments = written.filter(({ state }) => state !== 'dropped')
  const effects = written.flatMap((line) => {
    const risk = lines.find(({ id }) => id === line.text('risk'))
    return risk === undefined ? [] : [effectOf(line, risk, around)]
  })
  const treatments = effects.filter(({ state }) => state !== 'dropped')
  const refused = effects.filter(({ state }) => state === 'dropped')
  const { jewels, processes } = around
  const measures = linesOf(facts, 'measure')
  const all = { lines, risks, treatments, ofTreatments, jewels, processes, measures }
  return {
    risks,
    treatments,
    refused,
    checks: checksOf(all),
    shared: sharedCauses(risks),
    appetite: appetiteOf(facts),
    matrix: matrixOf(facts),
  }
}

/** A code that two have, or that is another's id, names neither. */
function keysOf(lines: readonly Line[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>()
  const codes = lines.map((line) => line.text('code') ?? '')
  for (const code of codes) times.set(code, (times.get(code) ?? 0) + 1)
  const ids = new Set(lines.map(({ id }) => id))
  const isOwn = (code: string) => code !== '' && times.get(code) === 1 && !ids.has(code)
  return new Map(lines.map(({ id }, at) => [id, isOwn(codes[at] ?? '') ? (codes[at] ?? id) : id]))
}

function appetiteOf(facts: LossFacts): LossBook['appetite'] {
  const [line] = linesOf(facts, 'organisation')
  if (line === undefined) return null
  const eur = line.number('risk_appetite_eur_per_year')
  const text = line.text('risk_appetite_text')
  const points = pointsOf(line)
  if (eur === null && text === null && points.length === 0) return null
  const decision = line.text('risk_appetite_decision')
  return { ...refOf(line), eur_per_year: eur, text, points, decision }
}

function matrixOf(facts: LossFacts): LossBook['matrix'] {
  const [line] = linesOf(facts, 'organisation')
  if (line === undefined) return null
  const scales = line.rows('risk_scales').flatMap((row) => {
    const [scale, step, meaning] = [row.text('scale'), row.number('step'), row.text('meaning')]
    return scale === null || step === null || meaning === null ? [] : [{ scale, step, meaning }]
  })
  return { ...refOf(line), method: line.text('risk_method'), scales }
}
