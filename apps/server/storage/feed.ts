// SPDX-License-Identifier: EUPL-1.2
import { type Header, parseHeader } from '@schouw/core/ledger/entries'
import type pg from 'pg'
import type { Engine } from './engine/engine.ts'
import type { Session, TenantId } from './session.ts'

const channel = 'schouw_log'
/** Telling takes a lock of the whole server, so what happens within this time is told at once. */
const gatherMs = 25
/** A word from another server can be lost with a connection; after this it is not waited for. */
const lookMs = 3_000
const reconnectMs = 1_000
/** Entries read in one go. */
const pageLength = 500

/** Says that a log has grown: in this process at once, in others on the same database soon. */
export class Bell {
  readonly #engine: Engine
  readonly #waiting = new Map<TenantId, Set<() => void>>()
  readonly #toTell = new Map<TenantId, number>()
  #timer: NodeJS.Timeout | undefined
  #listener: pg.PoolClient | undefined
  #isListening = false
  #isClosed = false

  constructor(engine: Engine) {
    this.#engine = engine
  }

  ring(tenant: TenantId, size: number): void {
    this.#wake(tenant)
    if (this.#engine.name === 'embedded' || this.#isClosed) return
    this.#toTell.set(tenant, size)
    this.#timer ??= setTimeout(() => this.#tell(), gatherMs)
  }

  /** Resolves when there may be more, when nothing was heard for a while, and when it is aborted. */
  async wait(tenant: TenantId, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.#isClosed) return
    if (this.#engine.name === 'postgres' && !this.#isListening) this.#listen()
    const waiting = this.#waiting.get(tenant) ?? new Set()
    this.#waiting.set(tenant, waiting)
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, lookMs)
      signal.addEventListener('abort', done)
      waiting.add(done)
    })
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#listener?.release(true)
    this.#listener = undefined
    for (const tenant of this.#waiting.keys()) this.#wake(tenant)
  }

  #wake(tenant: TenantId): void {
    for (const done of this.#waiting.get(tenant) ?? []) done()
  }

  #tell(): void {
    this.#timer = undefined
    const words = [...this.#toTell].map(([tenant, size]) => `${tenant} ${size}`)
    this.#toTell.clear()
    // Whoever does not hear it looks by itself after a while.
    this.#engine.pool
      .query('select pg_notify($1, word) from unnest($2::text[]) as w(word)', [channel, words])
      .catch(() => {})
  }

  #listen(): void {
    this.#isListening = true
    this.#connect().catch(() => this.#again())
  }

  async #connect(): Promise<void> {
    const client = await this.#engine.pool.connect()
    if (this.#isClosed) return client.release(true)
    this.#listener = client
    client.on('notification', ({ payload = '' }) => this.#wake(payload.split(' ')[0] ?? ''))
    client.on('error', () => {
      if (this.#listener !== client) return
      this.#listener = undefined
      client.release(true)
      this.#again()
    })
    await client.query(`listen ${channel}`)
    // What was said before this moment was not heard.
    for (const tenant of this.#waiting.keys()) this.#wake(tenant)
  }

  #again(): void {
    if (!this.#isClosed) setTimeout(() => this.#listen(), reconnectMs).unref()
  }
}

export interface Happening {
  readonly index: number
  readonly header: Header
}

/**
 * Every entry of a log from an index on, and then each new one as it is published anywhere on the
 * database. Ends when aborted; throws when the database is away.
 */
export async function* happenings(
  { session, bell }: { readonly session: Session; readonly bell: Bell },
  { tenant, from, signal }: { tenant: TenantId; from: number; signal: AbortSignal },
): AsyncGenerator<Happening> {
  let next = from
  while (!signal.aborted) {
    // Begun before the look, so that what comes in between is not slept through.
    const stop = new AbortController()
    const more = bell.wait(tenant, AbortSignal.any([signal, stop.signal]))
    const page = await headersFrom(session, tenant, next).catch((error) => {
      stop.abort()
      throw error
    })
    if (page.length > 0) stop.abort()
    for (const happening of page) {
      yield happening
      next = happening.index + 1
    }
    await more
  }
}

async function headersFrom(
  session: Session,
  tenant: TenantId,
  from: number,
): Promise<readonly Happening[]> {
  const { rows } = await session.run(
    { tenant },
    () =>
      session.transaction.query<{ entry: number; header: Uint8Array }>({
        name: 'headers_from',
        text: 'select entry, header from log_entries where entry >= $1 order by entry limit $2',
        values: [from, pageLength],
      }),
    { isReadOnly: true },
  )
  return rows.map(({ entry: index, header: bytes }) => {
    const header = parseHeader(bytes)
    if (!header.ok) throw new Error(`entry ${index} of ${tenant}: ${header.refusal}`)
    return { index, header: header.value }
  })
}
