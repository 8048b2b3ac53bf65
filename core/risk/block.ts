// SPDX-License-Identifier: EUPL-1.2
import { blockYears, type LossModel, type ModelPolicy, type ModelRisk } from './model.ts'
import { Stream, type StreamKey } from './stream.ts'

/** What a block of years comes to. Blocks are drawn in any order, and added up in theirs. */
export interface BlockResult {
  /** Loss of each year of the block, after insurance. */
  readonly net: Float64Array
  /** Before insurance; the same array where there is none. */
  readonly gross: Float64Array
  /** Of each risk of the model over the block: yearly losses before insurance, and their squares. */
  readonly sums: Float64Array
  readonly squares: Float64Array
  /** Of each risk: what its policy pays for its events, before the bound of a year. */
  readonly paid: Float64Array
  /** Of each policy: what its events bring, and what is paid within the bound of a year. */
  readonly claimed: Float64Array
  readonly settled: Float64Array
  readonly events: number
}

/** Events drawn at a time: small enough for the nearest memory. */
const pieceEvents = 2048

/** Draws blocks of a model, with working space of its own. */
export class BlockRunner {
  readonly #model: LossModel
  readonly #years = new Int32Array(pieceEvents)
  readonly #losses = new Float64Array(pieceEvents)
  readonly #own = new Float64Array(blockYears)
  readonly #paid: readonly Float64Array[]
  readonly #counts = new Stream()
  readonly #amounts = new Stream()
  readonly #chances = new Stream()
  #events = 0

  constructor(model: LossModel) {
    this.#model = model
    this.#paid = model.policies.map(() => new Float64Array(blockYears))
  }

  run(block: number): BlockResult {
    const { risks, policies, years: allYears } = this.#model
    const years = Math.min(blockYears, allYears - block * blockYears)
    const gross = new Float64Array(years)
    const sums = new Float64Array(risks.length)
    const squares = new Float64Array(risks.length)
    const paid = new Float64Array(risks.length)
    for (const one of this.#paid) one.fill(0)
    this.#events = 0
    const hits = this.#hitsOf(block, years)
    for (const [index, risk] of risks.entries()) {
      paid[index] = this.#risk(risk, { block, years, hits: hits.get(index) })
      const own = this.#own
      let sum = 0
      let square = 0
      for (let year = 0; year < years; year += 1) {
        // Without asking whether there is a loss: half of the guesses about that would be wrong.
        const loss = own[year]
        own[year] = 0
        gross[year] += loss
        sum += loss
        square += loss * loss
      }
      sums[index] = sum
      squares[index] = square
    }
    const settling = this.#settle(gross, policies)
    return { ...settling, gross, sums, squares, paid, events: this.#events }
  }

  /** Adds a risk's events to `#own`; what its policy pays for them one by one. */
  #risk(
    risk: ModelRisk,
    of: {
      readonly block: number
      readonly years: number
      readonly hits: readonly number[] | undefined
    },
  ): number {
    const { block, years, hits } = of
    let paid = 0
    if (risk.frequency.mean > 0) {
      const events = risk.frequency.start(this.#counts.seek(risk.countKey, block), years)
      this.#amounts.seek(risk.lossKey, block)
      for (;;) {
        const count = events.fill(this.#years)
        if (count === 0) break
        paid += this.#add(risk, count)
      }
    }
    if (hits !== undefined) {
      this.#amounts.seek(risk.hitLossKey, block)
      for (let from = 0; from < hits.length; from += pieceEvents) {
        const count = Math.min(pieceEvents, hits.length - from)
        for (let i = 0; i < count; i += 1) this.#years[i] = hits[from + i]
        paid += this.#add(risk, count)
      }
    }
    return paid
  }

  #add({ severity, policy }: ModelRisk, count: number): number {
    const years = this.#years
    const losses = this.#losses
    const own = this.#own
    severity.fill(this.#amounts, losses, count)
    for (let i = 0; i < count; i += 1) own[years[i]] += losses[i]
    this.#events += count
    if (policy < 0) return 0
    const { excess, cover } = this.#model.policies[policy]
    const claims = this.#paid[policy]
    let paid = 0
    for (let i = 0; i < count; i += 1) {
      const above = losses[i] - excess
      if (!(above > 0)) continue
      const claim = above < cover ? above : cover
      claims[years[i]] += claim
      paid += claim
    }
    return paid
  }

  /** Years of the events that shared causes bring, by risk. */
  #hitsOf(block: number, years: number): ReadonlyMap<number, number[]> {
    const byRisk = new Map<number, number[]>()
    for (const { frequency, countKey, hits } of this.#model.causes) {
      if (frequency.mean === 0) continue
      const when = this.#allOf(frequency.start(this.#counts.seek(countKey, block), years))
      for (const { risk, chance, key } of hits) {
        const list = byRisk.get(risk) ?? []
        byRisk.set(risk, list)
        this.#chosen(when, { chance, key, block }, list)
      }
    }
    return byRisk
  }

  #allOf(events: { fill(into: Int32Array): number }): number[] {
    const all: number[] = []
    for (;;) {
      const count = events.fill(this.#years)
      if (count === 0) return all
      for (let i = 0; i < count; i += 1) all.push(this.#years[i])
    }
  }

  #chosen(
    when: readonly number[],
    of: { readonly chance: number; readonly key: StreamKey; readonly block: number },
    into: number[],
  ): void {
    this.#chances.seek(of.key, of.block)
    for (const year of when) if (this.#chances.uniform() < of.chance) into.push(year)
  }

  #settle(
    gross: Float64Array,
    policies: readonly ModelPolicy[],
  ): Pick<BlockResult, 'net' | 'claimed' | 'settled'> {
    const claimed = new Float64Array(policies.length)
    const settled = new Float64Array(policies.length)
    if (policies.length === 0) return { net: gross, claimed, settled }
    const net = gross.slice()
    for (const [index, { yearlyCover }] of policies.entries()) {
      const claims = this.#paid[index]
      for (let year = 0; year < net.length; year += 1) {
        const claim = claims[year]
        if (claim === 0) continue
        const paid = claim < yearlyCover ? claim : yearlyCover
        claimed[index] += claim
        settled[index] += paid
        // What was paid for each event adds up to the loss only within rounding.
        net[year] = Math.max(0, net[year] - paid)
      }
    }
    return { net, claimed, settled }
  }
}
