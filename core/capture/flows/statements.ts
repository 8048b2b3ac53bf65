// SPDX-License-Identifier: EUPL-1.2

/** Half a cache line: two doubles behind four words. */
const recordWords = 8
const recordDoubles = recordWords / 2

/** Word offsets, those of the doubles at half of it. */
const word = { end: 0, consumed: 1, repeats: 2, hasMore: 3, first: 4, last: 6 } as const
// Constants of this module are folded into the code.
const { end: wordEnd, consumed: wordConsumed, repeats: wordRepeats, hasMore: wordHasMore } = word
const doubleFirst = word.first / 2
const doubleLast = word.last / 2

/**
 * What is counted of remembered statements, a record each: repeating one then fetches a single
 * piece of memory.
 */
export class StatementRecords {
  private words = new Int32Array(0)
  private doubles = new Float64Array(0)

  /** A new statement; `end` is where its facts and bindings end. */
  begin(index: number, end: number, consumed: number, hasMore: boolean): void {
    if ((index + 1) * recordWords > this.words.length) this.grow()
    const base = index * recordWords
    this.words[base + wordEnd] = end
    this.words[base + wordConsumed] = consumed
    this.words[base + wordRepeats] = 0
    this.words[base + wordHasMore] = hasMore ? 1 : 0
    this.doubles[index * recordDoubles + doubleFirst] = Number.POSITIVE_INFINITY
    this.doubles[index * recordDoubles + doubleLast] = Number.NEGATIVE_INFINITY
  }

  /** Counts it once more; says whether more than facts and bindings is to be said again. */
  repeat(index: number, time: number): boolean {
    const { words, doubles } = this
    const base = index * recordWords
    const first = index * recordDoubles + doubleFirst
    const last = index * recordDoubles + doubleLast
    words[base + wordRepeats] += 1
    if (time < doubles[first]) doubles[first] = time
    if (time > doubles[last]) doubles[last] = time
    return words[base + wordHasMore] === 1
  }

  endOf(index: number): number {
    return this.words[index * recordWords + wordEnd]
  }

  /** Bytes that the decoder used. */
  consumedOf(index: number): number {
    return this.words[index * recordWords + wordConsumed]
  }

  repeatsOf(index: number): number {
    return this.words[index * recordWords + wordRepeats]
  }

  firstOf(index: number): number {
    return this.doubles[index * recordDoubles + doubleFirst]
  }

  lastOf(index: number): number {
    return this.doubles[index * recordDoubles + doubleLast]
  }

  private grow(): void {
    const words = new Int32Array(Math.max(256 * recordWords, this.words.length * 2))
    words.set(this.words)
    this.words = words
    this.doubles = new Float64Array(words.buffer)
  }
}
