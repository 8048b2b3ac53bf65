// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from 'node:timers/promises'
import type { LossInput } from '@schouw/core/risk'
import type { Caller } from '../http/caller.ts'
import type { Ongoing, OngoingWork } from '../jobs/ongoing.ts'
import { keyOf, type LossRuns, type RunTold } from './runs.ts'

/** Asked again so soon, what was stopped stays stopped: a page that polls does not begin it anew. */
const stoppedMs = 5_000
/** Between two looks at how far a run is. */
const lookMs = 500

/** Runs with whoever asked for them, so that they are seen with other work and can be stopped. */
export class FollowedRuns {
  readonly #runs: LossRuns
  readonly #ongoing: Ongoing
  readonly #following = new Set<string>()
  readonly #stopped = new Map<string, number>()

  constructor(runs: LossRuns, ongoing: Ongoing) {
    this.#runs = runs
    this.#ongoing = ongoing
  }

  async ask(caller: Caller, input: LossInput): Promise<RunTold | { readonly stopped: true }> {
    const { tenant, actor } = caller
    const key = `${tenant} ${actor.person} ${keyOf(input)}`
    if (this.#isStopped(key)) return { stopped: true }
    const told = await this.#runs.ask(input)
    if ('progress' in told) {
      if (this.#isStopped(key)) return { stopped: true }
      if (!this.#following.has(key)) {
        this.#following.add(key)
        const going = this.#ongoing.begin({ tenant, by: actor.person, name: 'simulation' })
        void this.#follow(key, input, going)
      }
    }
    return told
  }

  #isStopped(key: string): boolean {
    const until = this.#stopped.get(key)
    return until !== undefined && performance.now() < until
  }

  async #follow(key: string, input: LossInput, going: OngoingWork): Promise<void> {
    try {
      for (;;) {
        const told = this.#runs.peek(input)
        if (told === 'done') return await going.end('done')
        // Nobody asked for it any more, or the server stops.
        if (told === 'gone') return await going.end('cancelled')
        going.count({ ...told, of: 'years' })
        const isFirst = !going.isStored
        if (isFirst) going.sign()
        await pause(lookMs, null, { signal: going.signal, ref: false })
      }
    } catch {
      const isOthers = [...this.#following].some(
        (one) => one !== key && digestOf(one) === digestOf(key),
      )
      this.#stopped.set(key, performance.now() + stoppedMs)
      if (!isOthers) this.#runs.drop(input)
      await going.end('cancelled')
    } finally {
      this.#following.delete(key)
      for (const [one, until] of this.#stopped) {
        if (until < performance.now()) this.#stopped.delete(one)
      }
    }
  }
}

function digestOf(key: string): string {
  return key.slice(key.lastIndexOf(' ') + 1)
}
