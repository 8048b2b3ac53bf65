// SPDX-License-Identifier: EUPL-1.2
import { AsyncLocalStorage } from 'node:async_hooks'
import type pg from 'pg'
import type { Engine } from './engine/engine.ts'
import { faultOf, StorageFault } from './fault.ts'

export type TenantId = string

/**
 * Who a transaction runs as. `system` sees the list of tenants and the outbox, no register;
 * `identity` sees accounts and sessions, and nothing of tenants but their names.
 */
export type Actor = { readonly tenant: TenantId } | 'system' | 'identity'

export interface Statement {
  readonly text: string
  readonly values?: readonly unknown[]
  /** Kept prepared under this name; only for text that never changes. */
  readonly name?: string
}

export interface Answer<Row> {
  readonly rows: readonly Row[]
  readonly count: number
}

/** Statements under way, in the order in which they were sent. */
export type Sent = readonly Promise<unknown>[]

/** What a transaction can be told: read only, and a level of isolation other than the usual one. */
export interface Terms {
  readonly isReadOnly?: boolean
  /** All statements see the database as of the first. */
  readonly isSnapshot?: boolean
  /**
   * Every statement is one that comes by name again and again, and finds its rows by their keys:
   * one plan does for all values. Left to itself the engine plans each of them anew each time, since
   * a list whose length it knows looks cheaper than one whose length it guesses.
   */
  readonly isPlannedOnce?: boolean
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** One transaction. It ends with the work it was opened for; a later statement is refused. */
class Transaction {
  readonly actor: Actor
  #client: pg.PoolClient | undefined
  readonly #begun: Promise<unknown>

  constructor(client: pg.PoolClient, actor: Actor, begin: string) {
    this.#client = client
    this.actor = actor
    // Sent without waiting. Were a part of it to fail, the transaction is aborted and what follows
    // is refused by the database: nothing ever runs without its role and tenant.
    this.#begun = client.query(begin)
    this.#begun.catch(() => {})
  }

  get isOver(): boolean {
    return this.#client === undefined
  }

  async query<Row>(statement: Statement): Promise<Answer<Row>> {
    const client = this.#client
    if (client === undefined) {
      throw new StorageFault('storage-outside', 'a statement after the end of its transaction')
    }
    const { text, name, values = [] } = statement
    try {
      const named = name === undefined ? { text } : { text, name }
      const { rows, rowCount } = await client.query({ ...named, values: [...values] })
      return { rows, count: rowCount ?? 0 }
    } catch (error) {
      throw faultOf(error)
    }
  }

  /** Several statements in one text, without values. */
  async script(text: string): Promise<void> {
    if (this.#client === undefined) {
      throw new StorageFault('storage-outside', 'a script after the end of its transaction')
    }
    try {
      await this.#client.query(text)
    } catch (error) {
      throw faultOf(error)
    }
  }

  /** Goes on as a tenant that this transaction has just made, or for whom it knows somebody. */
  async become(tenant: TenantId): Promise<void> {
    if (typeof this.actor !== 'string')
      throw new StorageFault('storage-nested', 'one tenant at a time')
    await this.script(identity({ tenant }))
  }

  /** Statements that nobody waited for are behind it too: it goes out right after them. */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    const client = this.#client
    this.#client = undefined
    if (client === undefined) return
    let command: string
    try {
      const ended = client.query(how)
      ended.catch(() => {})
      await this.#begun
      command = (await ended).command
    } catch (error) {
      // Only a whole connection goes back to the others.
      client.release(faultOf(error) instanceof StorageFault)
      throw faultOf(error)
    }
    client.release()
    // A transaction in which a statement failed answers COMMIT with ROLLBACK, without an error.
    if (how === 'commit' && command !== 'COMMIT') {
      throw new Error('the transaction had failed before it was to be kept')
    }
  }
}

export type { Transaction }

function beginning(actor: Actor, { isReadOnly, isSnapshot, isPlannedOnce }: Terms): string {
  const isolation = isSnapshot === true ? ' isolation level repeatable read' : ''
  const plans = isPlannedOnce === true ? ';set local plan_cache_mode = force_generic_plan' : ''
  return `begin${isolation}${isReadOnly === true ? ' read only' : ''};${identity(actor)}${plans}`
}

function identity(actor: Actor): string {
  if (typeof actor === 'string') {
    return `set local role schouw_${actor};set local app.tenant = ''`
  }
  // SET takes no parameters, so the text has to be known for what it is.
  if (!uuid.test(actor.tenant)) throw new TypeError('a tenant is named by a UUID in lower case')
  return `set local role schouw_app;set local app.tenant = '${actor.tenant}'`
}

/** Opens transactions, one inside no other, and knows which one the calling code is in. */
export class Session {
  readonly #engine: Engine
  readonly #current = new AsyncLocalStorage<Transaction>()

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** The transaction around the calling code. */
  get transaction(): Transaction {
    const current = this.#current.getStore()
    if (current === undefined || current.isOver) {
      throw new StorageFault('storage-outside', 'a statement outside of a transaction')
    }
    return current
  }

  /** Throws where waiting for another transaction would never end. */
  assertOutside(): void {
    const around = this.#current.getStore()
    if (around !== undefined && !around.isOver) {
      throw new StorageFault('storage-nested', 'a transaction inside another one')
    }
  }

  /**
   * Runs the work in one transaction, kept when it returns and undone when it throws. Inside
   * another one it throws at once: with a single connection both would wait for ever, and with
   * many the inner would not see the outer's changes. What was only read is there when it is read;
   * nobody waits for the end of that, only the connection does.
   */
  async run<T>(actor: Actor, work: () => Promise<T>, terms: Terms = {}): Promise<T> {
    this.assertOutside()
    const begin = beginning(actor, terms)
    const transaction = new Transaction(await this.#connected(), actor, begin)
    let result: T
    try {
      result = await this.#current.run(transaction, work)
    } catch (error) {
      await transaction.end('rollback').catch(() => {})
      throw error
    }
    const ended = transaction.end('commit')
    if (terms.isReadOnly === true) ended.catch(() => {})
    else await ended
    return result
  }

  async #connected(): Promise<pg.PoolClient> {
    try {
      return await this.#engine.pool.connect()
    } catch (error) {
      throw faultOf(error)
    }
  }
}
