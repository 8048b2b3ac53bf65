// SPDX-License-Identifier: EUPL-1.2
import { gamma, poisson } from './draws.ts'
import { exp } from './exponential.ts'
import type { FrequencyInput } from './input.ts'
import { normal } from './normal.ts'
import { lognormalThrough } from './severity.ts'
import type { Stream } from './stream.ts'

/** How often something happens, in events a year. */
export interface Frequency {
  readonly mean: number
  /** The ends of the estimate as it was given; equal where it was given as one number. */
  readonly ends: readonly [number, number]
  /** Goes to the first of `years` years. */
  start(stream: Stream, years: number): Events
}

/** Events of a block of years, handed out in pieces: a block may have more than memory for them. */
export interface Events {
  /** Writes the year (from 0) of each of the next events; the number written, 0 when all are out. */
  fill(into: Int32Array): number
}

export function frequency(input: FrequencyInput): Frequency {
  if ('poisson' in input) return steady(input.poisson)
  if ('bernoulli' in input) {
    const chance = input.bernoulli
    const counts = (stream: Stream) => (stream.uniform() < chance ? 1 : 0)
    return { mean: chance, ends: [chance, chance], start: yearly(counts) }
  }
  if ('interval90' in input) {
    const [low, high] = input.interval90
    if (low === high) return steady(low)
    const { mu, sigma } = lognormalThrough(input.interval90)
    const counts = (stream: Stream) => poisson(stream, exp(mu + sigma * normal(stream)))
    const mean = Math.exp(mu + (sigma * sigma) / 2)
    return { mean, ends: [low, high], start: yearly(counts) }
  }
  const { mean, variance } = input.negative_binomial
  const shape = (mean * mean) / (variance - mean)
  const counts = (stream: Stream) => poisson(stream, (gamma(stream, shape) * mean) / shape)
  return { mean, ends: [mean, mean], start: yearly(counts) }
}

/**
 * At a rate that does not change, the events of many years are one Poisson draw of their number, each
 * falling in any year alike: the same law as a draw for each year, and no work for empty ones.
 */
function steady(rate: number): Frequency {
  return {
    mean: rate,
    ends: [rate, rate],
    start: (stream, years) => {
      let left = poisson(stream, rate * years)
      const perStep = years / 4294967296
      return {
        fill: (into) => {
          const count = Math.min(left, into.length)
          left -= count
          let { a, b, c, d } = stream
          for (let i = 0; i < count; i += 1) {
            const scrambled = Math.imul(b, 5)
            const bits = Math.imul((scrambled << 7) | (scrambled >>> 25), 9)
            const shifted = b << 9
            c ^= a
            d ^= b
            b ^= c
            a ^= d
            c ^= shifted
            d = (d << 11) | (d >>> 21)
            into[i] = (bits >>> 0) * perStep
          }
          stream.a = a
          stream.b = b
          stream.c = c
          stream.d = d
          return count
        },
      }
    },
  }
}

/** A draw for each year. */
function yearly(counts: (stream: Stream) => number): Frequency['start'] {
  return (stream, years) => {
    let year = 0
    let left = -1
    return {
      fill: (into) => {
        let written = 0
        for (;;) {
          if (left < 0) {
            if (year >= years) return written
            left = counts(stream)
          }
          const here = Math.min(left, into.length - written)
          into.fill(year, written, written + here)
          written += here
          left -= here
          if (left > 0) return written
          year += 1
          left = -1
        }
      },
    }
  }
}
