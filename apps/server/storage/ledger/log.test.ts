// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { pure } from '@schouw/core/ledger/cryptography'
import { openCheckpoint, parseVerifierKey } from '@schouw/core/ledger/notes'
import { nodesInTiles, tilesFor } from '@schouw/core/ledger/tiles'
import { inclusionProof, isIncluded, nodesFor } from '@schouw/core/ledger/trees'
import { StorageFault } from '../fault.ts'
import { openStorage } from '../storage.ts'
import { onBothEngines } from '../testing/engines.ts'
import { auditOf } from '../testing/fold.ts'
import { changing, creating, done } from '../testing/records.ts'
import { first, second } from '../testing/tenants.ts'
import { sha256 } from './hash.ts'
import { tileReader } from './tiles.ts'

const isRefused = (pattern: RegExp) => (error: unknown) =>
  error instanceof StorageFault && error.code === 'ledger-refused' && pattern.test(error.message)

const site = (code: string) => creating('site', { code, name: `Plant ${code}` })

onBothEngines('the log of a tenant', (bench) => {
  it('signs checkpoints that its key opens', async () => {
    const { storage } = bench
    await done(storage, site('S1'))
    const { checkpoint, origin, head } = await storage.log(first)
    const keys = await storage.read(first, (db) =>
      db.selectFrom('log_keys').select('verifier').execute(),
    )
    const key = parseVerifierKey(keys[0]?.verifier ?? '')
    assert.ok(key.ok)
    const opened = openCheckpoint(checkpoint, { origin, keys: [key.value] }, pure)
    assert.ok(opened.ok)
    assert.equal(opened.value.size, head.size)
    assert.notEqual(origin, (await storage.log(second)).origin)
  })

  it('proves every entry, also across full tiles, and passes the audit', async () => {
    const { storage } = bench
    await Promise.all(Array.from({ length: 600 }, (_, n) => done(storage, site(`T${n}`))))
    const { head } = await storage.log(first)
    assert.ok(head.size > 512)
    for (const index of [0, 1, 255, 256, 511, 512, head.size - 1]) {
      const { leaf, proof } = await storage.read(first, async (db) => {
        const tiles = tilesFor(nodesFor.inclusion(index, head.size), head.size)
        const read = await tileReader(storage.session.transaction, tiles)
        const entry = await db
          .selectFrom('log_entries')
          .select('leaf')
          .where('entry', '=', index)
          .executeTakeFirstOrThrow()
        const nodes = nodesInTiles(head.size, read, sha256)
        return { leaf: entry.leaf, proof: inclusionProof(index, head.size, nodes, sha256) }
      })
      assert.ok(proof)
      assert.ok(isIncluded({ index, size: head.size, leaf, root: head.root, proof }, sha256))
    }
    const report = await auditOf(storage, first)
    assert.deepEqual([report.findings, report.isWhole], [[], true])
  })

  it('goes on after a restart where it was', async () => {
    const before = (await bench.storage.log(first)).head
    const storage = await bench.reopen()
    const log = await storage.log(first)
    assert.equal(log.refusal, undefined)
    assert.deepEqual(log.head, before)
    await done(storage, site('R1'))
    assert.equal((await storage.log(first)).head.size, before.size + 1)
  })

  it('publishes at the start what a crash left unpublished', async () => {
    const { head } = await bench.storage.log(first)
    const path = join(bench.folder, 'heads', `${first}.heads`)
    const whole = readFileSync(path, 'utf8')
    const earlier = whole.split('\n.\n').filter((note) => note !== '')
    // As it stood before the last checkpoint was added, and with half of one behind it.
    const cut = `\n.\n${earlier.slice(0, -1).join('\n.\n\n.\n')}\n.\n\n.\nschouw/half`
    await bench.storage.close()
    writeFileSync(path, cut)
    const storage = await bench.reopen()
    const log = await storage.log(first)
    assert.equal(log.refusal, undefined)
    assert.equal(log.head.size, head.size)
    assert.match(
      readFileSync(path, 'utf8').split('\n.\n').at(-2) ?? '',
      new RegExp(`\n${head.size}\n`),
    )
  })

  it('refuses a database that went back, reads on, and names both sizes', async () => {
    const path = join(bench.folder, 'heads', `${first}.heads`)
    const before = (await bench.storage.log(first)).head
    const kept = await bench.snapshot()
    await done(bench.storage, site('B1'))
    const after = readFileSync(path)
    await bench.restore(kept)
    writeFileSync(path, after)
    const again = await bench.reopen({ isAdopting: false })
    const log = await again.log(first)
    assert.match(
      log.refusal?.message ?? '',
      new RegExp(`${before.size + 1} entries were signed, it has ${before.size}`),
    )
    await assert.rejects(again.apply(first, site('B2')), isRefused(/went back/))
    assert.ok(
      (await again.read(first, (db) => db.selectFrom('records').selectAll().execute())).length > 0,
    )
    assert.equal((await again.log(second)).refusal, undefined)
    // The way out: the entries that were lost are brought back.
    writeFileSync(path, readFileSync(join(kept, 'heads', `${first}.heads`)))
    const mended = await bench.reopen()
    assert.equal((await mended.log(first)).refusal, undefined)
  })

  it('refuses another history of the same length', async () => {
    const { folder } = bench
    const path = join(folder, 'heads', `${first}.heads`)
    const kept = await bench.snapshot()
    await done(bench.storage, site('F1'))
    const signed = readFileSync(path)
    await bench.restore(kept)
    writeFileSync(path, readFileSync(join(kept, 'heads', `${first}.heads`)))
    const forked = await bench.reopen()
    await done(forked, site('F2'))
    await done(forked, site('F3'))
    await forked.close()
    writeFileSync(path, signed)
    const storage = await bench.reopen()
    assert.match((await storage.log(first)).refusal?.message ?? '', /another history/)
    await assert.rejects(storage.apply(first, site('F4')), isRefused(/another history/))
    await bench.restore(kept)
    writeFileSync(path, readFileSync(join(kept, 'heads', `${first}.heads`)))
    assert.equal((await (await bench.reopen()).log(first)).refusal, undefined)
  })

  it('refuses a log of which no head is known, unless told to adopt it', async () => {
    const { folder } = bench
    const heads = join(folder, 'heads')
    const aside = mkdtempSync(join(tmpdir(), 'schouw-heads-'))
    cpSync(heads, aside, { recursive: true })
    await bench.storage.close()
    rmSync(join(heads, `${first}.heads`))
    const strict = await bench.reopen({ isAdopting: false })
    assert.match((await strict.log(first)).refusal?.message ?? '', /no signed head is known/)
    const adopting = await bench.reopen({ isAdopting: true })
    assert.equal((await adopting.log(first)).refusal, undefined)
    rmSync(aside, { recursive: true })
  })

  it('refuses to sign over a stored leaf that was changed', async () => {
    const { storage } = bench
    const { rows } = await storage.engine.pool.query(
      'select leaf from schouw.log_entries where tenant = $1 and entry = 600',
      [first],
    )
    const change = (leaf: unknown) =>
      storage.engine.pool.query(
        'update schouw.log_entries set leaf = $2 where tenant = $1 and entry = 600',
        [first, leaf],
      )
    await change(Buffer.alloc(32))
    const again = await bench.reopen()
    assert.match((await again.log(first)).refusal?.message ?? '', /root/)
    await again.engine.pool.query(
      'update schouw.log_entries set leaf = $2 where tenant = $1 and entry = 600',
      [first, rows[0]?.leaf],
    )
    assert.equal((await (await bench.reopen()).log(first)).refusal, undefined)
  })

  it('needs the secret its keys were sealed with', async () => {
    await bench.storage.close()
    await assert.rejects(
      openStorage({ ...bench.options, secret: 'ab'.repeat(32) }),
      (error) => error instanceof StorageFault && error.code === 'storage-setup',
    )
    await bench.reopen()
  })

  if (bench.engine === 'embedded') return
  it('is one log for two servers on one database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schouw-other-'))
    const secret = readFileSync(join(bench.folder, 'secret'), 'utf8').trim()
    const other = await openStorage({ ...bench.options, folder, secret })
    const made = await Promise.all(
      Array.from({ length: 120 }, (_, n) =>
        done(n % 2 === 0 ? bench.storage : other, site(`W${n}`)),
      ),
    )
    const indexes = made.flatMap(({ entries }) => entries).sort((a, b) => a - b)
    assert.equal(new Set(indexes).size, 120)
    const { record } = await done(other, site('WX'))
    await done(bench.storage, changing('site', record?.id ?? '', 1, { name: 'Seen by both' }))
    const report = await auditOf(bench.storage, first)
    assert.deepEqual([report.findings, report.isWhole], [[], true])
    await other.close()
    rmSync(folder, { recursive: true })
  })
})
