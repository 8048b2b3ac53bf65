// SPDX-License-Identifier: EUPL-1.2
import type { Rows } from '../observations.ts'

/** One object that shows the rows of typed columns in turn. */
export interface Turning {
  /** Number of the row it shows; -1 before the first. */
  at: number
  /** Turns to the next row that counts; false behind the last. */
  next(): boolean
}

/** Rows that one object shows; each reading has an object of its own. */
export function rows<Row extends object>(begin: () => Row & Turning): Rows<Row> {
  return { [Symbol.iterator]: () => new Reading(begin()) }
}

class Reading<Row extends object> implements Iterator<Row> {
  private readonly row: Row & Turning
  private readonly result: { done: boolean; value: Row }

  constructor(row: Row & Turning) {
    this.row = row
    this.result = { done: false, value: row }
  }

  next(): IteratorResult<Row> {
    this.result.done = !this.row.next()
    return this.result as IteratorResult<Row>
  }
}
