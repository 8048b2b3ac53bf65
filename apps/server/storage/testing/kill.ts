// SPDX-License-Identifier: EUPL-1.2
// Kill rounds at length: node bin/run.mjs apps/server/storage/testing/kill.ts [ROUNDS] [ENGINE]
// with `embedded` or `postgres` as engine (a private server is started). Prints one line of JSON.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeTemplate } from '../engine/template.ts'
import { openStorage, type StorageOptions } from '../storage.ts'
import { killRounds } from './kill-rounds.ts'
import { privatePostgres } from './private-postgres.ts'
import { first } from './tenants.ts'

const [count = '1000', engine = 'embedded'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'schouw-kill-'))
const postgres = engine === 'postgres' ? privatePostgres() : undefined
if (engine === 'postgres' && postgres === undefined) throw new Error('no PostgreSQL server here')
try {
  const options: StorageOptions =
    postgres === undefined
      ? { folder, template: await makeTemplate() }
      : { folder, databaseUrl: await postgres.database() }
  const storage = await openStorage(options)
  await storage.createTenant({ id: first, name: 'First' })
  await storage.close()
  const toll = await killRounds({
    options,
    tenant: first,
    rounds: Number(count),
    chance: Math.random,
    between: (round) => {
      if (round % 100 === 99) console.error(`${round + 1} rounds`)
      if (postgres === undefined || round % 10 !== 9) return
      postgres.stop('immediate')
      postgres.start()
    },
  })
  console.log(JSON.stringify({ engine, ...toll }))
} finally {
  postgres?.remove()
  rmSync(folder, { recursive: true, force: true })
}
