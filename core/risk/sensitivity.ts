// SPDX-License-Identifier: EUPL-1.2
import { frequency } from './frequency.ts'
import type { LossInput } from './input.ts'
import { severity } from './severity.ts'

/** How far one estimate alone moves the expected yearly loss, before insurance. */
export interface EstimateSwing {
  /** Of a risk, or of a shared cause. */
  readonly risk?: string
  readonly shared_cause?: string
  readonly estimate: 'frequency' | 'loss_eur'
  /** Expected yearly loss it stands for, were the truth at the low or the high end of its range. */
  readonly low_eur: number
  readonly high_eur: number
}

/**
 * The tornado of a board paper: each estimate at either end of the range it was given with, the
 * others as they are. In closed form, so without sampling error. Widest first.
 */
export function swings(input: LossInput): readonly EstimateSwing[] {
  const { risks, shared_causes: causes = [] } = input
  const meanLoss = new Map<string, number>()
  const brought = new Map<string, number>()
  for (const { id, loss_eur: loss } of risks) {
    if (loss !== null) meanLoss.set(id, severity(loss).mean)
  }
  const all: EstimateSwing[] = []
  for (const { id, frequency: often, hits } of causes) {
    const rate = frequency(often)
    let each = 0
    for (const { risk, chance } of hits) {
      each += chance * (meanLoss.get(risk) ?? 0)
      brought.set(risk, (brought.get(risk) ?? 0) + chance * rate.mean)
    }
    all.push({ shared_cause: id, estimate: 'frequency', ...between(rate.ends, each) })
  }
  for (const { id, frequency: often, loss_eur: loss } of risks) {
    if (loss === null) continue
    const rate = often === null ? undefined : frequency(often)
    const cost = severity(loss)
    const yearly = (rate?.mean ?? 0) + (brought.get(id) ?? 0)
    if (rate !== undefined) {
      all.push({ risk: id, estimate: 'frequency', ...between(rate.ends, cost.mean) })
    }
    all.push({ risk: id, estimate: 'loss_eur', ...between(cost.ends, yearly) })
  }
  return all
    .filter(({ low_eur, high_eur }) => low_eur < high_eur)
    .sort((a, b) => b.high_eur - b.low_eur - (a.high_eur - a.low_eur))
}

function between(
  [low, high]: readonly [number, number],
  times: number,
): { readonly low_eur: number; readonly high_eur: number } {
  const cents = (euros: number) => Math.round(euros * 100) / 100
  return { low_eur: cents(low * times), high_eur: cents(high * times) }
}
