// SPDX-License-Identifier: EUPL-1.2
import type { BlockResult } from './block.ts'
import { Histogram } from './histogram.ts'
import { blockYears, type LossModel } from './model.ts'

/**
 * Adds blocks up, in their order whoever drew them: sums of doubles depend on it, and with it the
 * figures are the same to the last bit for any number of workers. Memory does not grow with years.
 */
export class Tally {
  readonly net = new Histogram()
  readonly gross: Histogram
  readonly sums: Float64Array
  readonly squares: Float64Array
  readonly paid: Float64Array
  readonly claimed: Float64Array
  readonly settled: Float64Array
  netSum = 0
  netSquares = 0
  grossSum = 0
  events = 0
  years = 0
  readonly #blocks: number
  #next = 0
  /** Blocks that came before their turn. */
  readonly #waiting = new Map<number, BlockResult>()

  constructor(model: LossModel) {
    const risks = model.risks.length
    const policies = model.policies.length
    this.gross = policies === 0 ? this.net : new Histogram()
    this.sums = new Float64Array(risks)
    this.squares = new Float64Array(risks)
    this.paid = new Float64Array(risks)
    this.claimed = new Float64Array(policies)
    this.settled = new Float64Array(policies)
    this.#blocks = blockCount(model)
  }

  take(block: number, result: BlockResult): void {
    this.#waiting.set(block, result)
    for (;;) {
      const ready = this.#waiting.get(this.#next)
      if (ready === undefined) return
      this.#waiting.delete(this.#next)
      this.#next += 1
      this.#add(ready)
    }
  }

  /** How many have been added up so far, all of the first ones. */
  get blocksTaken(): number {
    return this.#next
  }

  get isComplete(): boolean {
    return this.#next === this.#blocks
  }

  #add(block: BlockResult): void {
    this.net.add(block.net)
    if (this.gross !== this.net) this.gross.add(block.gross)
    let sum = 0
    let squares = 0
    for (const loss of block.net) {
      sum += loss
      squares += loss * loss
    }
    this.netSum += sum
    this.netSquares += squares
    let grossSum = 0
    for (const loss of block.gross) grossSum += loss
    this.grossSum += grossSum
    addTo(this.sums, block.sums)
    addTo(this.squares, block.squares)
    addTo(this.paid, block.paid)
    addTo(this.claimed, block.claimed)
    addTo(this.settled, block.settled)
    this.events += block.events
    this.years += block.net.length
  }
}

export function blockCount({ years }: LossModel): number {
  return Math.ceil(years / blockYears)
}

function addTo(into: Float64Array, from: Float64Array): void {
  for (let i = 0; i < into.length; i += 1) into[i] += from[i]
}
