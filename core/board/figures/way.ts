// SPDX-License-Identifier: EUPL-1.2
import type { MeasureResult } from '@schouw/core/assurance'
import type { KindName } from '@schouw/core/registers'
import type { Line, Registers } from '../facts.ts'
import type { TrainingTerm } from '../terms.ts'

export interface FigureFacts {
  readonly registers: Registers
  readonly hidden: readonly KindName[]
  readonly measures: readonly MeasureResult[]
  readonly training: readonly TrainingTerm[]
  readonly today: string
}

/** What was counted. Null instead of it: there is nothing to count, which is never zero. */
export interface Count {
  readonly part: number
  readonly whole: number
  /** Of which something is not known, so that they were not counted. */
  readonly missing?: number
  /** Durations, of which a mean or a median is taken. */
  readonly amounts?: readonly number[]
  /** Records that pull the figure the wrong way, or of which something is not known. */
  readonly off?: readonly Line[]
}

export interface Way {
  /** `amount`: the part itself. `per_hundred`: may be above a hundred, and is no share. */
  readonly as: 'percent' | 'per_hundred' | 'count' | 'amount' | 'mean' | 'median' | 'longest'
  /** Registers that it is counted from. */
  readonly rests: readonly KindName[]
  /** Days back that count; the registers as they stand when absent. */
  readonly days?: number
  readonly count: (facts: FigureFacts) => Count | null
}

export const daysOfYear = 365

/** Hours between two instants; null when one is absent or they run backwards. */
export function hoursBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000
  return hours >= 0 ? hours : null
}

export function wholeMonths(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0)
}

/** One decimal, as it is shown. */
export function rounded(amount: number): number {
  return Math.round(10 * amount) / 10
}

export function median(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** Ids of records that somebody with the mandate has accepted, and whose acceptance still holds. */
export function acceptedIds({ registers, today }: FigureFacts): ReadonlySet<string> {
  return new Set(
    registers
      .all('acceptance')
      .filter(({ state }) => state === 'accepted')
      .filter((line) => (line.text('valid_until') ?? '9999') >= today)
      .flatMap((line) => line.text('subject') ?? []),
  )
}

/** Ids of devices for which an exception with something in its place was granted. */
export function shieldedAssets({ registers, today }: FigureFacts): ReadonlySet<string> {
  return new Set(
    registers
      .all('exception')
      .filter(({ state }) => state === 'granted')
      .filter((line) => (line.text('ends_on') ?? '9999') >= today)
      .filter((line) => line.list('compensating_measures').length > 0)
      .flatMap((line) => line.list('assets')),
  )
}
