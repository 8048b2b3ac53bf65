// SPDX-License-Identifier: EUPL-1.2
// Servers that start at the same moment on a database in which there is nothing yet.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { postgresBinaries, privatePostgres } from './storage/testing/private-postgres.ts'
import { endAll, serving } from './testing/command.ts'

const skip =
  postgresBinaries() === undefined ? 'four servers: no PostgreSQL server on this machine' : false
const folder = mkdtempSync(join(tmpdir(), 'schouw-four-'))
const postgres = skip === false ? privatePostgres() : undefined
after(async () => {
  await endAll()
  postgres?.remove()
  rmSync(folder, { recursive: true, force: true })
})

const servers = 4
const rounds = 2

it('start together, all of them, without a complaint', { skip, timeout: 300_000 }, async () => {
  for (let round = 0; round < rounds; round += 1) {
    const env = {
      DATABASE_URL: (await postgres?.database()) ?? '',
      SCHOUW_SECRET: randomBytes(32).toString('hex'),
    }
    const data = join(folder, String(round))
    const started = await Promise.all(
      Array.from({ length: servers }, () => serving(['--data', data], env)),
    )
    for (const { url } of started) assert.equal((await fetch(`${url}/readyz`)).status, 200)
    const ends = await Promise.all(started.map((server) => server.stop()))
    for (const { exit, out, errors } of ends) {
      assert.equal(exit, 0, errors)
      // Warnings and worse; the log is one line of JSON each.
      assert.doesNotMatch(`${out}${errors}`, /"level":(40|50|60)|"level":"(warn|error|fatal)"/)
    }
  }
})
