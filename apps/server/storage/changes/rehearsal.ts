// SPDX-License-Identifier: EUPL-1.2
import type { StepOutcome } from '@schouw/core/registers'
import type { Transaction } from '../session.ts'
import type { Change, Sight } from './change.ts'
import { answer } from './fetch.ts'
import { View } from './view.ts'

/** A step asks a few things, fetches them, and asks a little further. */
const mostRounds = 20

/**
 * What changes would come to, one after the other, each seeing what those before it would have
 * made. Nothing is written, and no transaction stays open between two questions.
 */
export class Rehearsal {
  readonly sight: Sight
  readonly #view = new View()
  readonly #read: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>

  constructor(
    now: string,
    read: <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>,
  ) {
    this.#read = read
    this.sight = {
      record: (id) => this.#view.record(id),
      pending: (id) => this.#view.pending(id),
      lookup: this.#view.lookup,
      now,
    }
  }

  async try(changes: readonly Pick<Change, 'decide'>[]): Promise<readonly StepOutcome[]> {
    const outcomes: StepOutcome[] = []
    for (let round = 0; outcomes.length < changes.length; round += 1) {
      if (round > mostRounds + changes.length) throw new Error('a step never stops asking')
      this.#takeInTurn(changes, outcomes)
      const questions = this.#view.takeQuestions()
      const { ids, holders, references, pending, seats } = questions
      const isAsking = [ids, holders, references, pending].some(({ size }) => size > 0)
      if (seats || isAsking) {
        await this.#read((transaction) => answer(transaction, this.#view, questions))
      }
    }
    return outcomes
  }

  #takeInTurn(changes: readonly Pick<Change, 'decide'>[], outcomes: StepOutcome[]): void {
    let isWaiting = false
    for (const { decide } of changes.slice(outcomes.length)) {
      const outcome = decide(this.sight)
      isWaiting ||= this.#view.isAsking
      if (isWaiting) continue
      outcomes.push(outcome)
      if (!outcome.ok) continue
      const { record, others, entries } = outcome.value
      if (record !== null && entries.length > 0) this.#view.put(record)
      for (const other of others) this.#view.put(other)
    }
  }
}
