// SPDX-License-Identifier: EUPL-1.2
// The demonstration on either engine, for tests in a browser: `serve.ts embedded|postgres`. Prints
// its link, or `no postgres`, and leaves nothing behind when it is told to stop.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../config.ts'
import { stopAsked } from '../../stopping.ts'
import { privatePostgres } from '../../storage/testing/private-postgres.ts'
import { demonstrate } from '../demonstrate.ts'

const postgres = process.argv[2] === 'postgres' ? privatePostgres(['fsync=off']) : undefined
if (process.argv[2] === 'postgres' && postgres === undefined) {
  process.stdout.write('no postgres\n')
} else {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-shown-'))
  const database = await postgres?.database()
  const config = readConfig([`--data=${folder}`, '--port=0'], {
    SCHOUW_LOG_LEVEL: 'error',
    DATABASE_URL: database,
  })
  if (!config.ok) throw new Error(config.refusal)
  const asked = stopAsked()
  try {
    const { serving, link } = await demonstrate(config.value, { language: 'nl', isKnown: false })
    process.stdout.write(`${link}\n`)
    await asked
    await serving.stop()
  } finally {
    postgres?.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
process.exit()
