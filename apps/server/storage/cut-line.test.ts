// SPDX-License-Identifier: EUPL-1.2
// The line to the database breaks while a change is being stored: whoever asked does not know
// whether it was. Asking again under the same key has to come out right in either case.
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { StorageFault } from './fault.ts'
import { openStorage, type Storage } from './storage.ts'
import { type Cut, cutLine } from './testing/cut-line.ts'
import { auditOf } from './testing/fold.ts'
import { postgresBinaries, privatePostgres } from './testing/private-postgres.ts'
import { creating } from './testing/records.ts'
import { first } from './testing/tenants.ts'

const absent = postgresBinaries() === undefined ? 'no PostgreSQL server on this machine' : false
const folder = mkdtempSync(join(tmpdir(), 'schouw-cut-'))
const postgres = absent === false ? privatePostgres(['fsync=off']) : undefined
after(() => {
  postgres?.remove()
  rmSync(folder, { recursive: true, force: true })
})

const writers = 4
const changesEach = 12

it('is asked again after a broken line, and done once', { skip: absent }, async (test) => {
  const direct = (await postgres?.database()) ?? ''
  const settings = { folder: join(folder, 'data'), secret: 'ab'.repeat(32) }
  const calm = await openStorage({ ...settings, databaseUrl: direct })
  await calm.createTenant({ id: first, name: 'First' })
  await calm.close()

  let turn = 0
  const order: readonly Cut[] = [
    'before',
    undefined,
    'after',
    undefined,
    'after',
    'before',
    undefined,
  ]
  const line = await cutLine(direct, () => {
    turn += 1
    return order[turn % order.length]
  })
  const storage = await eventually(() => openStorage({ ...settings, databaseUrl: line.url }))
  const entries: number[] = []
  let refused = 0
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let n = 0; n < changesEach; n += 1) {
        const code = `S-${writer}-${n}`
        const digest = createHash('sha256').update(code).digest()
        const change = {
          ...creating('site', { code, name: code }, randomUUID()),
          idempotency: { key: code, digest },
        }
        const told = await eventually(
          () => storage.apply(first, change),
          () => {
            refused += 1
          },
        )
        assert.ok(told.outcome === 'done' || told.outcome === 'repeated', told.outcome)
        entries.push(...told.done.entries)
      }
    }),
  )
  test.diagnostic(JSON.stringify({ ...line.cuts, refused }))
  assert.ok(line.cuts.before > 0 && line.cuts.after > 0)
  assert.ok(refused > 0)
  assert.equal(new Set(entries).size, writers * changesEach, 'an entry was given twice, or lost')
  await storage.close().catch(() => {})
  await line.close()

  const again = await openStorage({ ...settings, databaseUrl: direct })
  assert.equal(await countOf(again), writers * changesEach)
  const report = await auditOf(again, first)
  assert.deepEqual([report.findings, report.isWhole], [[], true])
  await again.close()
})

async function countOf(storage: Storage): Promise<number> {
  const rows = await storage.read(first, (db) =>
    db.selectFrom('records').select('id').where('kind', '=', 'site').execute(),
  )
  return rows.length
}

async function eventually<T>(attempt: () => Promise<T>, onRefused = () => {}): Promise<T> {
  for (let turn = 0; ; turn += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (turn > 100 || !(error instanceof StorageFault)) throw error
      assert.equal(error.code, 'storage-unavailable')
      onRefused()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
