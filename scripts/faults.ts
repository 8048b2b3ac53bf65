// SPDX-License-Identifier: EUPL-1.2
// `npm run faults [-- --rounds N --engine embedded|postgres]`: kills a writing server N times (1,000)
// at any moment, on each engine, on PostgreSQL the database itself now and then as well, and holds
// what is left against what had been acknowledged. One line of JSON for each engine; exit 1 when
// anything was lost, a size had two roots, or a start did not succeed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeTemplate } from '../apps/server/storage/engine/template.ts'
import { openStorage, type StorageOptions } from '../apps/server/storage/storage.ts'
import { auditOf } from '../apps/server/storage/testing/fold.ts'
import { killRounds, nothingKnown } from '../apps/server/storage/testing/kill-rounds.ts'
import { privatePostgres } from '../apps/server/storage/testing/private-postgres.ts'
import { first } from '../apps/server/storage/testing/tenants.ts'

/** Everything is looked at after so many rounds, and again at the end. */
const stage = 50
/** On PostgreSQL the database is killed after so many. */
const databaseKilledEvery = 10

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '1000' }, engine: { type: 'string' } },
})
const rounds = Number(values.rounds)
const engines = ['embedded', 'postgres'].filter((one) => (values.engine ?? one) === one)
if (!Number.isInteger(rounds) || rounds < 1 || engines.length === 0) {
  console.error('faults: expected --rounds N and perhaps --engine embedded or postgres')
  process.exit(2)
}
for (const engine of engines) await tried(engine)

async function tried(engine: string): Promise<void> {
  const postgres = engine === 'postgres' ? privatePostgres() : undefined
  if (engine === 'postgres' && postgres === undefined) {
    console.error('faults: no PostgreSQL server on this machine; not tried there')
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'schouw-faults-'))
  try {
    const options: StorageOptions =
      postgres === undefined
        ? { folder, template: await makeTemplate() }
        : { folder, databaseUrl: await postgres.database() }
    const storage = await openStorage(options)
    await storage.createTenant({ id: first, name: 'First' })
    await storage.close()
    const known = nothingKnown()
    const sum = { whileStarting: 0, refusedStarts: 0, databaseKilled: 0 }
    let toll = { acknowledged: 0, heads: 0, lost: 0, secondRoots: 0, entries: 0 }
    while (known.rounds < rounds) {
      const { refusedStarts, whileStarting, ...counted } = await killRounds({
        options,
        tenant: first,
        rounds: Math.min(stage, rounds - known.rounds),
        known,
        chance: Math.random,
        between: (round) => {
          if (postgres === undefined || (round + 1) % databaseKilledEvery !== 0) return
          sum.databaseKilled += 1
          postgres.stop('immediate')
          postgres.start()
        },
      })
      for (const complaint of refusedStarts) console.error(`faults: ${complaint}`)
      sum.refusedStarts += refusedStarts.length
      sum.whileStarting += whileStarting
      toll = counted
      console.error(
        `faults: ${engine}: ${known.rounds} rounds ${JSON.stringify({ ...toll, ...sum })}`,
      )
    }
    const { isWhole, findings } = await audited(options)
    console.log(JSON.stringify({ engine, ...toll, rounds: known.rounds, ...sum, isWhole }))
    for (const finding of findings) console.error(`faults: ${JSON.stringify(finding)}`)
    const isKept = toll.lost + toll.secondRoots + sum.refusedStarts === 0 && isWhole
    if (!isKept) process.exitCode = 1
  } finally {
    postgres?.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function audited(options: StorageOptions) {
  const storage = await openStorage(options)
  try {
    return await auditOf(storage, first)
  } finally {
    await storage.close()
  }
}
