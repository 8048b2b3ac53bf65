// SPDX-License-Identifier: EUPL-1.2
import { exp } from './exponential.ts'
import { normal } from './normal.ts'
import type { Stream } from './stream.ts'

/** Below this mean adding up chances is quicker than rejection. */
const fewEvents = 10

/** Poisson by inversion where the mean is small, else by transformed rejection (Hörmann 1993, PTRS). */
export function poisson(stream: Stream, mean: number): number {
  return mean < fewEvents ? poissonByInversion(stream, mean) : poissonByRejection(stream, mean)
}

function poissonByInversion(stream: Stream, mean: number): number {
  const u = stream.uniform()
  // 1 - m is below e^-m: most draws of rare events end here, without an exponential.
  if (u < 1 - mean) return 0
  let chance = exp(-mean)
  let sum = chance
  let count = 0
  // The bound ends the search where the sum of chances stays below 1 by rounding.
  while (u > sum && count < 200) {
    count += 1
    chance *= mean / count
    sum += chance
  }
  return count
}

function poissonByRejection(stream: Stream, mean: number): number {
  const root = Math.sqrt(mean)
  const logMean = Math.log(mean)
  const b = 0.931 + 2.53 * root
  const a = -0.059 + 0.02483 * b
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
  const sure = 0.9277 - 3.6224 / (b - 2)
  for (;;) {
    const u = stream.uniform() - 0.5
    const v = stream.uniform()
    const us = 0.5 - Math.abs(u)
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43)
    if (us >= 0.07 && v <= sure) return k
    if (k < 0 || (us < 0.013 && v > us)) continue
    const left = Math.log(v) + Math.log(inverseAlpha) - Math.log(a / (us * us) + b)
    if (left <= k * logMean - mean - logFactorial(k)) return k
  }
}

/** Exact below 16, Stirling's series above: error below 1e-13. */
export function logFactorial(k: number): number {
  if (k < 16) {
    let product = 1
    for (let i = 2; i <= k; i += 1) product *= i
    return Math.log(product)
  }
  const n = k + 1
  const inverse = 1 / n
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
  return (n - 0.5) * Math.log(n) - n + 0.9189385332046727 + series
}

/** Gamma of scale 1 by Marsaglia and Tsang (2000); below shape 1 by their boost. */
export function gamma(stream: Stream, shape: number): number {
  if (shape < 1) {
    const boost = Math.log(stream.uniform()) / shape
    return gamma(stream, shape + 1) * exp(boost)
  }
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(stream)
    const base = 1 + c * x
    if (base <= 0) continue
    const v = base * base * base
    const u = stream.uniform()
    if (u < 1 - 0.0331 * x * x * x * x) return d * v
    if (Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v
  }
}

export function beta(stream: Stream, a: number, b: number): number {
  const x = gamma(stream, a)
  return x / (x + gamma(stream, b))
}
