// SPDX-License-Identifier: EUPL-1.2
import type { Line } from './facts.ts'

/** What counts in how critical a supplier is. */
export const factors = [
  'process',
  'substitutability',
  'zone',
  'remote_access',
  'delivers',
  'data',
  'concentration',
] as const
export type Factor = (typeof factors)[number]

export type Weights = Readonly<Record<Factor, number>>

/** A first weighing of ours, to be replaced by a decision of the board. They add up to a hundred. */
export const usualWeights: Weights = {
  process: 30,
  substitutability: 20,
  zone: 15,
  remote_access: 15,
  delivers: 10,
  data: 5,
  concentration: 5,
}

export interface WeightsInForce {
  readonly weights: Weights
  /** `usual` until an organisation has set its own. */
  readonly set_by: 'usual' | 'organisation'
  readonly decision: string | null
}

/** Of what the organisation has said; a factor that it left out counts for nothing. */
export function weightsOf(organisation: Line | undefined): WeightsInForce {
  const rows = organisation?.rows('supplier_weights') ?? []
  const decision = organisation?.text('supplier_weights_decision') ?? null
  const own = Object.fromEntries(
    rows.map((row) => [row.text('factor') ?? '', row.number('weight') ?? 0]),
  )
  const weights = Object.fromEntries(factors.map((one) => [one, own[one] ?? 0])) as Weights
  const isSet = factors.some((one) => weights[one] > 0)
  return isSet
    ? { weights, set_by: 'organisation', decision }
    : { weights: usualWeights, set_by: 'usual', decision: null }
}
