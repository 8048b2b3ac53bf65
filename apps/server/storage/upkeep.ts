// SPDX-License-Identifier: EUPL-1.2
import type { Engine } from './engine/engine.ts'
import { faultOf } from './fault.ts'
import { indexLargeKinds } from './reading/indexes.ts'

/** New rows beyond this share of what was counted last make the planner's picture wrong. */
const growth = 0.5
/** Below so many rows any plan is good. */
const fewRows = 500

const growing = ['records', 'record_links', 'record_versions', 'log_entries', 'log_payloads']

/**
 * What a PostgreSQL server does by itself in the background and the embedded engine does not: tell
 * the planner how much there is, and clear away rows that were replaced.
 */
export class Upkeep {
  readonly #engine: Engine
  /** Rows at the last count; undefined until somebody looked. */
  #counted: number | undefined
  #written = 0
  #sinceVacuum = 0

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** After a change that is kept; resolves when the planner knows, if it had to be told. */
  async grew(entries: number): Promise<void> {
    this.#written += entries
    this.#sinceVacuum += entries
    if (this.#written < fewRows) return
    this.#counted ??= await this.#count()
    if (this.#written < this.#counted * growth) return
    this.#written = 0
    await this.#run(`analyze ${growing.join(', ')}`)
    this.#counted = await this.#count()
    if (this.#engine.name === 'postgres') await indexLargeKinds(this.#engine)
  }

  /**
   * Now and then, when nobody waits: on the embedded engine only, and only after changes. Its one
   * connection would keep an import waiting for the indexes.
   */
  async tidy(): Promise<void> {
    if (this.#engine.name !== 'embedded' || this.#sinceVacuum < fewRows) return
    this.#sinceVacuum = 0
    for (const table of [...growing, 'logs', 'record_uniques', 'outbox', 'idempotency_keys']) {
      await this.#run(`vacuum (analyze) ${table}`)
    }
    await indexLargeKinds(this.#engine)
  }

  async #count(): Promise<number> {
    const { rows } = await this.#engine.pool.query<{ rows: number }>(
      `select greatest(reltuples, 0) as rows from pg_class
        where oid = 'schouw.log_entries'::regclass`,
    )
    return rows[0]?.rows ?? 0
  }

  async #run(text: string): Promise<void> {
    try {
      await this.#engine.pool.query(text)
    } catch (error) {
      throw faultOf(error)
    }
  }
}
