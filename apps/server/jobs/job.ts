// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '../storage/dialect.ts'
import type { TenantId } from '../storage/session.ts'

/** How work is tried again, and how long it may take. */
export interface Terms {
  /** Tries after the first; each waits about twice as long as the one before. */
  readonly retries: number
  readonly firstRetrySeconds: number
  readonly longestRetrySeconds: number
  /** Beyond this it is held to hang, and is tried again. */
  readonly longestRunSeconds: number
  /** At the same time in one process. */
  readonly concurrency: number
  /** Somebody waits for it: its progress is kept and can be asked, and it can be cancelled. */
  readonly isTracked: boolean
}

/**
 * Some two weeks of trying, the last days once an hour: long enough for somebody to come back and
 * put right what is wrong. What still fails then is kept apart and shows in the metrics.
 */
const usual: Terms = {
  retries: 350,
  firstRetrySeconds: 5,
  longestRetrySeconds: 3600,
  longestRunSeconds: 300,
  concurrency: 1,
  isTracked: false,
}

/** One attempt at a job. */
export interface Run {
  readonly id: string
  readonly tenant: TenantId
  /** From one. */
  readonly attempt: number
  /** Aborted when the job was cancelled, is taken to hang, or is another process's by now. */
  readonly signal: AbortSignal
  /**
   * Writes that are kept together with the end of the job, or not at all: exactly once, whatever
   * dies in between. Nothing of the job runs after it.
   */
  finish(work: (db: Database) => Promise<unknown>): Promise<void>
  /** Of a tracked job: how far it is, as counted. */
  progress(steps: Steps): Promise<void>
}

/** How far work is. Nothing of it is guessed: a total that nobody has counted is absent. */
export interface Steps {
  readonly done: number
  readonly total: number | null
  readonly of: 'documents' | 'devices' | 'rows' | 'records' | 'years'
}

/**
 * A sort of work. It is done at least once: after a kill it is done again, so its effects must bear
 * that, or go through `finish`.
 */
export interface Job<Data> {
  readonly name: string
  readonly terms: Terms
  /** What is stored; ids, never values or secrets. */
  stored(data: Data): string
  run(stored: unknown, run: Run): Promise<unknown>
}

/** Thrown by a job that came too early: it is tried again, and nothing is wrong. */
export class NotYet extends Error {
  constructor(id: string) {
    super(`${id} is not due`)
    this.name = 'NotYet'
  }
}

/** Anything that reads what was stored, or throws: a schema, or `texts`. */
export interface Reader<Data> {
  parse(stored: unknown): Data
}

export function job<Data>(
  name: string,
  reader: Reader<Data>,
  handle: (data: Data, run: Run) => Promise<unknown>,
  terms: Partial<Terms> = {},
): Job<Data> {
  return {
    name,
    terms: { ...usual, ...terms },
    stored: (data) => JSON.stringify(data),
    run: (stored, run) => handle(reader.parse(stored), run),
  }
}

/** What returns by the clock, once for all servers on one database. */
export interface Schedule {
  readonly name: string
  /** Five fields, in UTC. */
  readonly cron: string
  readonly terms: Terms
  run(signal: AbortSignal): Promise<unknown>
}

export function schedule(
  name: string,
  cron: string,
  run: (signal: AbortSignal) => Promise<unknown>,
): Schedule {
  // The next turn comes by itself.
  return { name, cron, terms: { ...usual, retries: 2 }, run }
}

/** Reads an object of texts with these names, and no other thing. */
export function texts<Name extends string>(
  ...names: readonly Name[]
): Reader<Readonly<Record<Name, string>>> {
  return {
    parse: (stored) => {
      const given: Readonly<Record<string, unknown>> =
        typeof stored === 'object' && stored !== null ? { ...stored } : {}
      const found = names.map((name) => {
        const value = given[name]
        if (typeof value !== 'string') throw new TypeError(`a job is stored without its ${name}`)
        return [name, value]
      })
      // Every name has just been found.
      return Object.fromEntries(found) as Record<Name, string>
    },
  }
}
