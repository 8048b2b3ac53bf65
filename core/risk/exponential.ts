// SPDX-License-Identifier: EUPL-1.2
// e^x by arithmetic that every machine does alike, and faster than asking for it: 2^n from a table,
// 2^(j/256) from a table, the rest by its series.

const parts = 256
/** 256 / ln 2. */
const perPart = 369.32993046757463
/** ln 2 / 256 in two parts: the first ends in 24 zero bits, so that n times it is exact. */
const partHigh = 0.002707606166950427
const partLow = 7.111859369156821e-12

/** 2^(j/256). */
export const roots = new Float64Array(parts)
for (let j = 0; j < parts; j += 1) roots[j] = 2 ** (j / parts)

const lowest = -1022
/** 2^n for n from -1022 to 1023. */
export const powers = new Float64Array(2046)
powers[-lowest] = 1
for (let n = 1; n <= 1023; n += 1) powers[n - lowest] = powers[n - 1 - lowest] * 2
for (let n = -1; n >= lowest; n -= 1) powers[n - lowest] = powers[n + 1 - lowest] / 2

/** Relative error below 1e-15 for x from -708 to 709; 0 below that, Infinity above. */
export function exp(x: number): number {
  if (!(x >= -708)) return x < -708 ? 0 : Number.NaN
  if (x > 709) return Number.POSITIVE_INFINITY
  const scaled = x * perPart
  const n = (scaled + (scaled < 0 ? -0.5 : 0.5)) | 0
  const r = x - n * partHigh - n * partLow
  const tail = r * (1 + r * (0.5 + r * (0.16666666666666666 + r * 0.041666666666666664)))
  const root = roots[n & 255]
  return (root + root * tail) * powers[(n >> 8) + 1022]
}
