// SPDX-License-Identifier: EUPL-1.2
import { type Frequency, frequency } from './frequency.ts'
import type { LossInput } from './input.ts'
import { type Severity, severity } from './severity.ts'
import { type StreamKey, streamKey } from './stream.ts'

/** Changes whenever the same input and seed would give other figures. */
export const modelVersion = 'schouw-loss/1'

/** Years drawn together. Part of the model: another size would give other numbers. */
export const blockYears = 4096

export interface ModelRisk {
  readonly id: string
  readonly frequency: Frequency
  readonly severity: Severity
  readonly countKey: StreamKey
  readonly lossKey: StreamKey
  /** Losses of events that a shared cause brings have numbers of their own. */
  readonly hitLossKey: StreamKey
  /** Index of the policy, -1 without one. */
  readonly policy: number
}

export interface ModelCause {
  readonly frequency: Frequency
  readonly countKey: StreamKey
  /** Index of the risk, its chance, and the numbers that decide. */
  readonly hits: readonly {
    readonly risk: number
    readonly chance: number
    readonly key: StreamKey
  }[]
}

export interface ModelPolicy {
  readonly excess: number
  readonly cover: number
  readonly yearlyCover: number
}

export interface LossModel {
  readonly input: LossInput
  readonly years: number
  /** Those with both estimates, in the order of the input. */
  readonly risks: readonly ModelRisk[]
  readonly causes: readonly ModelCause[]
  readonly policies: readonly ModelPolicy[]
  readonly missing: readonly MissingEstimate[]
}

export interface MissingEstimate {
  readonly risk: string
  readonly estimate: 'frequency' | 'loss_eur'
}

/** Of an input without problems (`lossProblems`). */
export function lossModel(input: LossInput): LossModel {
  const { seed, shared_causes: causes = [], insurance = [] } = input
  const key = (purpose: string, id: string) => streamKey(seed, `${purpose}/${id}`)
  const policyOf = (id: string) =>
    insurance.findIndex(({ risks }) => risks === undefined || risks.includes(id))
  const risks = input.risks.flatMap(({ id, frequency: often, loss_eur: loss }): ModelRisk[] =>
    loss === null || (often === null && !causes.some((one) => isHit(one.hits, id)))
      ? []
      : [
          {
            id,
            frequency: frequency(often ?? { poisson: 0 }),
            severity: severity(loss),
            countKey: key('count', id),
            lossKey: key('loss', id),
            hitLossKey: key('hit-loss', id),
            policy: policyOf(id),
          },
        ],
  )
  const place = new Map(risks.map(({ id }, index) => [id, index]))
  return {
    input,
    years: input.years,
    risks,
    causes: causes.map(({ id, frequency: often, hits }) => ({
      frequency: frequency(often),
      countKey: key('cause', id),
      hits: hits.flatMap(({ risk, chance }) => {
        const index = place.get(risk)
        return index === undefined ? [] : [{ risk: index, chance, key: key(`hit/${id}`, risk) }]
      }),
    })),
    policies: insurance.map(({ excess_eur, cover_eur, yearly_cover_eur }) => ({
      excess: excess_eur,
      cover: cover_eur ?? Number.POSITIVE_INFINITY,
      yearlyCover: yearly_cover_eur ?? Number.POSITIVE_INFINITY,
    })),
    missing: missingOf(input),
  }
}

/** A risk that only shared causes bring needs no frequency of its own. */
function missingOf({ risks, shared_causes: causes = [] }: LossInput): MissingEstimate[] {
  return risks.flatMap(({ id, frequency: often, loss_eur: loss }) => {
    const isBrought = causes.some(({ hits }) => isHit(hits, id))
    const missing: MissingEstimate[] = []
    if (often === null && !isBrought) missing.push({ risk: id, estimate: 'frequency' })
    if (loss === null) missing.push({ risk: id, estimate: 'loss_eur' })
    return missing
  })
}

function isHit(hits: readonly { readonly risk: string }[], id: string): boolean {
  return hits.some(({ risk }) => risk === id)
}
