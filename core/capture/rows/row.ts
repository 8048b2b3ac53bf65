// SPDX-License-Identifier: EUPL-1.2
import type { Rows } from '../observations.ts'

/** One object that shows the rows of typed columns in turn. */
export interface Turning {
  /** Number of the row it shows. */
  at: number
}

/** The numbers of rows that count, in order. */
export interface Counted {
  readonly length: number
  readonly at: (index: number) => number | undefined
}

/** Rows that one object shows; each reading has an object of its own. */
export function rows<Row extends object>(counted: Counted, begin: () => Row & Turning): Rows<Row> {
  const single = begin()
  return {
    [Symbol.iterator]: () => new Reading(counted, begin()),
    at: (index) => {
      const number = counted.at(index)
      if (number === undefined) return undefined
      single.at = number
      return single
    },
  }
}

/** All from 0. */
export function all(length: number): Counted {
  return { length, at: (index) => (index < length ? index : undefined) }
}

/** Those that `counts` says yes to. */
export function those(length: number, counts: (number: number) => boolean): Counted {
  let numbers = new Int32Array(length)
  let count = 0
  for (let number = 0; number < length; number += 1) {
    if (!counts(number)) continue
    numbers[count] = number
    count += 1
  }
  if (count === length) return all(length)
  numbers = numbers.slice(0, count)
  return { length: count, at: (index) => numbers[index] }
}

class Reading<Row extends object> implements Iterator<Row> {
  private readonly counted: Counted
  private readonly row: Row & Turning
  private readonly result: { done: boolean; value: Row }
  private index = 0

  constructor(counted: Counted, row: Row & Turning) {
    this.counted = counted
    this.row = row
    this.result = { done: false, value: row }
  }

  next(): IteratorResult<Row> {
    const number = this.counted.at(this.index)
    this.index += 1
    if (number === undefined) this.result.done = true
    else this.row.at = number
    return this.result as IteratorResult<Row>
  }
}
