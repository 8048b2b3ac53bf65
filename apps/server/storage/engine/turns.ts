// SPDX-License-Identifier: EUPL-1.2
import type pg from 'pg'
import { faultOf } from '../fault.ts'
import type { Engine } from './engine.ts'

/** Fixed numbers of our own, one for each thing that processes of one database do in turn. */
export const turns = { migrate: 7_358_213_904, jobs: 7_358_213_905 } as const

/**
 * Work that only one process at a time does, on a connection that holds the turn. What the work
 * does on other connections is in the turn as well; the embedded engine has no others, and no
 * second process either.
 */
export async function inTurn<T>(
  engine: Engine,
  turn: keyof typeof turns,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await engine.pool.connect().catch((error) => {
    throw faultOf(error)
  })
  let isBroken = true
  try {
    await client.query('select pg_advisory_lock($1)', [turns[turn]])
    const done = await work(client)
    await client.query('select pg_advisory_unlock($1)', [turns[turn]])
    isBroken = false
    return done
  } catch (error) {
    throw faultOf(error)
  } finally {
    // A connection that is thrown away takes its turn with it.
    client.release(isBroken)
  }
}
