// SPDX-License-Identifier: EUPL-1.2
import { beta } from './draws.ts'
import type { Interval90, SeverityInput } from './input.ts'
import { fillLognormal } from './normal.ts'
import type { Stream } from './stream.ts'

/** What one event costs, in euros. */
export interface Severity {
  readonly mean: number
  /** Mean of the square; Infinity where the tail is too heavy for one. */
  readonly secondMoment: number
  /** The ends of the estimate as it was given, or the 5 % and 95 % points. */
  readonly ends: readonly [number, number]
  fill(stream: Stream, into: Float64Array, count: number): void
}

/** The 95 % point of the standard normal. */
export const z95 = 1.6448536269514722

export function severity(input: SeverityInput): Severity {
  if ('fixed' in input) return fixed(input.fixed)
  if ('lognormal' in input) {
    const { median, p95 } = input.lognormal
    return lognormal(Math.log(median), Math.log(p95 / median) / z95)
  }
  if ('interval90' in input) {
    const { mu, sigma } = lognormalThrough(input.interval90)
    return lognormal(mu, sigma)
  }
  if ('pert' in input) return pert(input.pert)
  if ('triangular' in input) return triangular(input.triangular)
  if ('uniform' in input) return uniform(input.uniform)
  return 'pareto' in input ? pareto(input.pareto) : discrete(input.discrete)
}

/** The log-normal whose 5 % and 95 % points are the ends. */
export function lognormalThrough([low, high]: Interval90): {
  readonly mu: number
  readonly sigma: number
} {
  return { mu: (Math.log(low) + Math.log(high)) / 2, sigma: Math.log(high / low) / (2 * z95) }
}

/** Each value from one uniform, for what has a simple inverse. */
function byInversion(of: Omit<Severity, 'fill'>, inverse: (chance: number) => number): Severity {
  return {
    ...of,
    fill: (stream, into, count) => {
      for (let i = 0; i < count; i += 1) into[i] = inverse(stream.uniform())
    },
  }
}

function fixed(value: number): Severity {
  return {
    mean: value,
    secondMoment: value * value,
    ends: [value, value],
    fill: (_, into, count) => {
      into.fill(value, 0, count)
    },
  }
}

function lognormal(mu: number, sigma: number): Severity {
  const shape = { mu, sigma }
  return {
    mean: Math.exp(mu + (sigma * sigma) / 2),
    secondMoment: Math.exp(2 * mu + 2 * sigma * sigma),
    ends: [Math.exp(mu - z95 * sigma), Math.exp(mu + z95 * sigma)],
    fill: (stream, into, count) => fillLognormal(stream, into, count, shape),
  }
}

interface Peaked {
  readonly min: number
  readonly mode: number
  readonly max: number
}

/** The usual weight 4 on the mode. */
function pert({ min, mode, max }: Peaked): Severity {
  const range = max - min
  if (range === 0) return fixed(min)
  const a = 1 + (4 * (mode - min)) / range
  const b = 1 + (4 * (max - mode)) / range
  const mean = min + (range * a) / (a + b)
  const variance = (range * range * a * b) / ((a + b) ** 2 * (a + b + 1))
  return {
    mean,
    secondMoment: variance + mean * mean,
    ends: [min, max],
    fill: (stream, into, count) => {
      for (let i = 0; i < count; i += 1) into[i] = min + range * beta(stream, a, b)
    },
  }
}

function triangular({ min, mode, max }: Peaked): Severity {
  const range = max - min
  if (range === 0) return fixed(min)
  const mean = (min + mode + max) / 3
  const squares = min * min + mode * mode + max * max - min * mode - min * max - mode * max
  const turn = (mode - min) / range
  return byInversion({ mean, secondMoment: squares / 18 + mean * mean, ends: [min, max] }, (u) =>
    u < turn
      ? min + Math.sqrt(u * range * (mode - min))
      : max - Math.sqrt((1 - u) * range * (max - mode)),
  )
}

function uniform({ min, max }: { readonly min: number; readonly max: number }): Severity {
  const mean = (min + max) / 2
  const secondMoment = (min * min + min * max + max * max) / 3
  return byInversion({ mean, secondMoment, ends: [min, max] }, (u) => min + (max - min) * u)
}

function pareto({ min, shape }: { readonly min: number; readonly shape: number }): Severity {
  const power = -1 / shape
  const secondMoment = shape > 2 ? (shape * min * min) / (shape - 2) : Number.POSITIVE_INFINITY
  const at = (above: number) => min * Math.exp(power * Math.log(above))
  return byInversion(
    { mean: (shape * min) / (shape - 1), secondMoment, ends: [at(0.95), at(0.05)] },
    at,
  )
}

function discrete(
  list: readonly { readonly loss_eur: number; readonly weight: number }[],
): Severity {
  const total = list.reduce((sum, { weight }) => sum + weight, 0)
  const losses = Float64Array.from(list, ({ loss_eur }) => loss_eur)
  let sum = 0
  const below = Float64Array.from(list, ({ weight }) => {
    sum += weight
    return sum / total
  })
  const moment = (power: number) =>
    list.reduce((all, { loss_eur, weight }) => all + (weight * loss_eur ** power) / total, 0)
  const ends = [Math.min(...losses), Math.max(...losses)] as const
  return byInversion({ mean: moment(1), secondMoment: moment(2), ends }, (u) => {
    let low = 0
    let high = below.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (u < below[middle]) high = middle
      else low = middle + 1
    }
    return losses[low]
  })
}
