// SPDX-License-Identifier: EUPL-1.2
// A database of PostgreSQL for tests of others: prints its address, or `no postgres`, and leaves
// nothing behind when it is told to stop.
import { stopAsked } from '../../stopping.ts'
import { privatePostgres } from './private-postgres.ts'

const postgres = privatePostgres(['fsync=off'])
if (postgres === undefined) {
  process.stdout.write('no postgres\n')
} else {
  const asked = stopAsked()
  // Waiting alone keeps no process.
  const waiting = setInterval(() => {}, 60_000)
  try {
    process.stdout.write(`${await postgres.database()}\n`)
    await asked
  } finally {
    clearInterval(waiting)
    postgres.remove()
  }
}
process.exit()
