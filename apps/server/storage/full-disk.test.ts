// SPDX-License-Identifier: EUPL-1.2
// A database on a small disk of its own that runs full. The embedded engine has a switch for that
// (`faults.test.ts`); PostgreSQL needs a real disk, and mounting one takes an administrator.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import pg from 'pg'
import { StorageFault } from './fault.ts'
import { openStorage } from './storage.ts'
import { auditOf } from './testing/fold.ts'
import { postgresBinaries, privatePostgres } from './testing/private-postgres.ts'
import { creating, done } from './testing/records.ts'
import { first } from './testing/tenants.ts'

const skip = postgresBinaries() === undefined ? 'no PostgreSQL server on this machine' : false
const site = (code: string) => creating('site', { code, name: `${code} ${'x'.repeat(100)}` })

it('a full disk of PostgreSQL stops changes, not reading, and loses nothing', {
  skip,
}, async (test) => {
  const disk = mkdtempSync(join(tmpdir(), 'schouw-small-'))
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'none', disk]).status === 0
  if (!isMounted) {
    rmSync(disk, { recursive: true })
    test.skip('this test mounts a small disk, which takes an administrator on Linux')
    return
  }
  const postgres = privatePostgres()
  assert.ok(postgres)
  const folder = mkdtempSync(join(tmpdir(), 'schouw-full-'))
  try {
    const databaseUrl = await onDisk(postgres.folder, disk)
    const storage = await openStorage({ folder, databaseUrl })
    await storage.createTenant({ id: first, name: 'First' })
    await done(storage, site('before'))
    const kept = new Set(['before'])
    // Whatever is left goes to somebody else.
    const filler = join(disk, 'filler')
    spawnSync('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k'], { stdio: 'ignore' })
    let code = ''
    for (let n = 0; n < 5_000 && code === ''; n += 1) {
      await done(storage, site(`full-${n}`)).then(
        () => kept.add(`full-${n}`),
        (error: unknown) => {
          code = error instanceof StorageFault ? error.code : String(error)
        },
      )
    }
    assert.equal(code, 'storage-full')
    assert.deepEqual(await codesIn(storage), kept)
    rmSync(filler)
    await done(storage, site('after'))
    kept.add('after')
    assert.deepEqual(await codesIn(storage), kept)
    const report = await auditOf(storage, first)
    assert.deepEqual([report.findings, report.isWhole], [[], true])
    await storage.close()
  } finally {
    postgres.remove()
    spawnSync('umount', [disk])
    rmSync(disk, { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A database whose tables are on that disk; gives its address. */
async function onDisk(host: string, disk: string): Promise<string> {
  const place = join(disk, 'tables')
  mkdirSync(place)
  const { uid, gid } = statSync(host)
  chownSync(disk, uid, gid)
  chownSync(place, uid, gid)
  const client = new pg.Client({ host, user: 'postgres', database: 'postgres' })
  await client.connect()
  await client.query(`create tablespace small location '${place}'`)
  await client.query('create database small tablespace small')
  await client.end()
  return `postgresql://postgres@/small?host=${encodeURIComponent(host)}`
}

async function codesIn(storage: Awaited<ReturnType<typeof openStorage>>): Promise<Set<string>> {
  const rows = await storage.read(first, (db) =>
    db.selectFrom('records').select('document').where('kind', '=', 'site').execute(),
  )
  return new Set(rows.map(({ document }) => String((document as { code: unknown }).code)))
}
