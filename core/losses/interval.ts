// SPDX-License-Identifier: EUPL-1.2
import {
  expectedLosses,
  type FrequencyInput,
  lossProblems,
  type SeverityInput,
} from '@schouw/core/risk'
import type { Row } from './line.ts'

/** From low to high: in nine cases of ten the truth lies between. */
export interface Interval {
  readonly low: number
  readonly high: number
}

export type IntervalRead =
  | { readonly state: 'absent' }
  | { readonly state: 'inverted' }
  /** One end alone was given; it stands for both. */
  | { readonly state: 'one_end'; readonly interval: Interval }
  | { readonly state: 'whole'; readonly interval: Interval }

export function intervalOf(row: Row, field: string): IntervalRead {
  const low = row.number(`${field}_low`)
  const high = row.number(`${field}_high`)
  if (low === null && high === null) return { state: 'absent' }
  if (low === null || high === null) {
    const end = low ?? high ?? 0
    return { state: 'one_end', interval: { low: end, high: end } }
  }
  return low > high ? { state: 'inverted' } : { state: 'whole', interval: { low, high } }
}

/** Null where nothing was given, or the ends are the wrong way around. */
export function knownInterval(read: IntervalRead): Interval | null {
  return 'interval' in read ? read.interval : null
}

/**
 * A range that starts at nothing has no log-normal: its rate is then taken as halfway, as it would
 * be on average if all rates between were alike.
 */
export function frequencyOf({ low, high }: Interval): FrequencyInput {
  if (low === high) return { poisson: low }
  return low > 0 ? { interval90: [low, high] } : { poisson: high / 2 }
}

/** Events a year on average. */
export function meanTimes(of: Interval): number {
  const [mean] = expectedLosses({
    years: 1,
    seed: 1,
    risks: [{ id: '', frequency: frequencyOf(of), loss_eur: { fixed: 1 } }],
  })
  return mean?.eur ?? 0
}

/** A range that starts at nothing is taken as any amount between, all alike. */
export function severityOf({ low, high }: Interval): SeverityInput {
  if (low === high) return { fixed: low }
  return low > 0 ? { interval90: [low, high] } : { uniform: { min: 0, max: high } }
}

/** Null where the simulation would refuse it: an absurd estimate is none. */
export function fitting(of: Interval | null, estimate: 'frequency' | 'loss_eur'): Interval | null {
  if (of === null) return null
  const risk =
    estimate === 'frequency'
      ? { id: '', frequency: frequencyOf(of), loss_eur: null }
      : { id: '', frequency: null, loss_eur: severityOf(of) }
  return lossProblems({ years: 1, seed: 1, risks: [risk] }).length === 0 ? of : null
}
