// SPDX-License-Identifier: EUPL-1.2
import { Socket } from 'node:net'
import pg from 'pg'
import type { Engine } from './engine.ts'
import { sessionSettings, types } from './values.ts'

/** Enough for one process with two cores; more processes bring more. */
const connections = 10
/** How long a request waits for a free connection, or for the server to answer at all. */
const connectMs = 8_000
const idleMs = 60_000
/** A statement or an open transaction beyond this is a mistake, and holds up others. */
const statementMs = 60_000

// Where a database was set to acknowledge before it has written, we would acknowledge too early.
const durably = `select set_config('synchronous_commit', 'on', false)
  where current_setting('synchronous_commit') = 'off'`

export async function openPostgres(url: string): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: idleMs,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: statementMs,
    application_name: 'schouw',
    keepAlive: true,
    types,
    pipeline: true,
    stream: () => new GatheringSocket(),
  })
  pool.on('connect', (client) => {
    // See `embedded.ts`.
    client.on('error', () => {})
    client.query(`${sessionSettings};${durably}`).catch(() => {})
  })
  pool.on('error', () => {})
  return { name: 'postgres', pool, close: () => pool.end() }
}

/**
 * What is said in one go is sent in one go: each packet would cost both sides a call of its own. That
 * is when no promise is left to go on with, so that a statement and the commit behind it are one.
 */
class GatheringSocket extends Socket {
  override uncork(): void {
    process.nextTick(() => super.uncork())
  }
}
