// SPDX-License-Identifier: EUPL-1.2
// Counts of amounts in bins that are a thousandth wide, relative to the amount: percentiles of any
// number of years in memory that does not grow. A bin knows the sum of what is in it, so that an
// amount that many years share comes out as it is.

/** Bins to each doubling. */
const perOctave = 1024
/** Amounts below a cent count as nothing lost; the last bin holds all beyond 2^57 euros. */
const lowestExponent = -7
const octaves = 64
const bins = perOctave * octaves

const scratch = new Float64Array(1)
const words = new Uint32Array(scratch.buffer)
scratch[0] = 1
/** Which of the two words of a double holds its exponent on this machine. */
const highWord = words[1] === 0x3ff00000 ? 1 : 0
const firstBin = (1023 + lowestExponent) * perOctave

export class Histogram {
  readonly #counts = new Float64Array(bins)
  readonly #sums = new Float64Array(bins)
  #none = 0
  #total = 0

  /** Amounts from 0 up; order matters only to the last digit of sums. */
  add(amounts: Float64Array): void {
    const counts = this.#counts
    const sums = this.#sums
    for (let i = 0; i < amounts.length; i += 1) {
      const amount = amounts[i]
      scratch[0] = amount
      const bin = (words[highWord] >>> 10) - firstBin
      if (bin < 0) {
        this.#none += 1
        continue
      }
      const at = bin < bins ? bin : bins - 1
      counts[at] += 1
      sums[at] += amount
    }
    this.#total += amounts.length
  }

  get total(): number {
    return this.#total
  }

  /** Share of the amounts that are more than nothing. */
  get someChance(): number {
    return this.#total === 0 ? 0 : (this.#total - this.#none) / this.#total
  }

  /** The amount that a share of `rank` over all amounts does not exceed; rank from 1. */
  atRank(rank: number): number {
    let seen = this.#none
    if (rank <= seen) return 0
    let last = 0
    for (let bin = 0; bin < bins; bin += 1) {
      const count = this.#counts[bin]
      if (count === 0) continue
      seen += count
      last = this.#sums[bin] / count
      if (seen >= rank) return last
    }
    return last
  }

  quantile(chance: number): number {
    return this.atRank(Math.min(this.#total, Math.max(1, Math.ceil(chance * this.#total))))
  }

  /**
   * Points of the curve of exceedance: amounts at which a bin begins, and the exact share of amounts
   * that reach them, from the smallest to the largest. At least `step` apart as factors of the chance,
   * so that the tail has as many points as the middle.
   */
  exceedance(step: number): { readonly amount: number; readonly chance: number }[] {
    const points: { amount: number; chance: number }[] = []
    let above = this.#total - this.#none
    let lastChance = Number.POSITIVE_INFINITY
    let largest = -1
    for (let bin = 0; bin < bins; bin += 1) if (this.#counts[bin] > 0) largest = bin
    for (let bin = 0; bin <= largest; bin += 1) {
      const count = this.#counts[bin]
      if (count === 0) continue
      const chance = above / this.#total
      if (chance <= lastChance * step || bin === largest) {
        points.push({ amount: beginOf(bin), chance })
        lastChance = chance
      }
      above -= count
    }
    return points
  }
}

function beginOf(bin: number): number {
  const octave = Math.floor(bin / perOctave) + lowestExponent
  return 2 ** octave * (1 + (bin % perOctave) / perOctave)
}
