// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import pg from 'pg'
import { FolderStore } from '../files/folder-store.ts'
import { StorageFault } from '../storage/fault.ts'
import { openStorage, type Storage } from '../storage/storage.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { auditOf, foldOf } from '../storage/testing/fold.ts'
import { privatePostgres } from '../storage/testing/private-postgres.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first } from '../storage/testing/tenants.ts'
import { BackupRefused } from './refused.ts'
import { checkBackup, type RestoreOptions, restoreBackup } from './restore.ts'
import { at, bytesBelow, everything, fill, third } from './testing/instance.ts'
import { makeBackup } from './write.ts'

const passphrase = 'correct horse battery staple'
const isRefused = (refusal: string, place?: RegExp) => (error: unknown) =>
  error instanceof BackupRefused &&
  error.refusal === refusal &&
  (place === undefined || place.test(JSON.stringify(error.facts)))

onBothEngines('backup and restore', (bench) => {
  const work = mkdtempSync(join(tmpdir(), 'schouw-backup-'))
  const other = bench.engine === 'embedded' ? privatePostgres(['fsync=off']) : undefined
  let secret = ''
  let filled: Awaited<ReturnType<typeof everything>>
  let number = 0
  const fresh = () => {
    number += 1
    return join(work, `place-${number}`)
  }
  const backup = (sealed = false) => {
    const out = `${fresh()}.schouw`
    const store = new FolderStore(join(bench.folder, 'files'))
    const { engine } = bench.storage
    return makeBackup({
      engine,
      store,
      out,
      at,
      secret,
      ...(sealed ? { passphrase } : {}),
    }).then((made) => ({ ...made, out }))
  }
  const databaseUrl = async () =>
    bench.postgres === undefined ? {} : { databaseUrl: await bench.postgres.database() }
  const restored = async (file: string, more: Partial<RestoreOptions> = {}) => {
    const options = { file, folder: fresh(), at, ...(await databaseUrl()), ...more }
    const answer = await restoreBackup(options)
    return { options, answer }
  }
  const opened = async (options: RestoreOptions, work: (storage: Storage) => Promise<void>) => {
    const { folder, databaseUrl, secret } = options
    const storage = await openStorage({ folder, databaseUrl, secret, isAdopting: false })
    try {
      await work(storage)
    } finally {
      await storage.close()
    }
  }

  before(async () => {
    await fill(bench.storage, bench.folder)
    secret = readFileSync(join(bench.folder, 'secret'), 'utf8').trim()
    filled = await everything(bench.storage)
  })
  after(() => {
    other?.remove()
    rmSync(work, { recursive: true, force: true })
  })

  it('gives back every row and every file, and logs that pass the audit', async () => {
    const { out, manifest } = await backup(true)
    const { options, answer } = await restored(out, { passphrase })
    assert.equal(answer.files, 8)
    assert.deepEqual(answer.missingFiles, [])
    await opened(options, async (storage) => {
      assert.deepEqual(await everything(storage), filled)
      for (const tenant of [first, third]) {
        const log = await storage.log(tenant)
        assert.equal(log.refusal, undefined)
        assert.deepEqual(log.head, (await bench.storage.log(tenant)).head)
        const report = await auditOf(storage, tenant)
        assert.deepEqual([report.findings, report.isWhole], [[], true])
        await foldOf(storage, tenant)
      }
      assert.ok((manifest.rows['schouw.records'] ?? 0) >= 82)
      // It goes on.
      await done(storage, creating('site', { code: 'NEW', name: 'After' }))
    })
    assert.deepEqual(
      bytesBelow(join(options.folder, 'files')),
      bytesBelow(join(bench.folder, 'files')),
    )
    assert.deepEqual(
      readdirSync(options.folder).sort(),
      ['database', 'database.lock', 'files', 'heads', 'secret'].filter(
        (name) => bench.engine === 'embedded' || name !== 'database',
      ),
    )
  })

  if (other !== undefined) {
    it('moves from the embedded engine to PostgreSQL and back', async () => {
      const { out } = await backup()
      const url = await other.database()
      const there = await restored(out, { databaseUrl: url, secret })
      const back = join(work, 'moved.schouw')
      await opened(there.options, async (storage) => {
        assert.deepEqual(await everything(storage), filled)
        const store = new FolderStore(join(there.options.folder, 'files'))
        await makeBackup({ engine: storage.engine, store, out: back, at, secret })
      })
      const { options } = await restored(back, { secret })
      await opened(options, async (storage) => {
        assert.deepEqual(await everything(storage), filled)
      })
    })
  }

  if (bench.engine === 'postgres') {
    it('needs no administrator of the database, though its policies hold for the owner too', async () => {
      const connectionString = await bench.postgres?.database()
      const pool = new pg.Pool({ connectionString: connectionString ?? '' })
      await pool.query('create role keeper login createrole')
      for (const role of ['schouw_app', 'schouw_system', 'schouw_identity']) {
        await pool.query(`grant ${role} to keeper`)
      }
      const owned = async (name: string) => {
        await pool.query(`create database ${name} owner keeper`)
        const url = bench.options.databaseUrl ?? ''
        return url.replace(/\/\/postgres@\/\w+/, `//keeper@/${name}`)
      }
      const { out } = await backup(true)
      const there = await restored(out, { passphrase, databaseUrl: await owned('one') })
      const again = join(work, 'keeper.schouw')
      await opened(there.options, async (storage) => {
        const store = new FolderStore(join(there.options.folder, 'files'))
        await makeBackup({ engine: storage.engine, store, out: again, at, secret, passphrase })
      })
      const { options } = await restored(again, { passphrase, databaseUrl: await owned('two') })
      await opened(options, async (storage) => {
        assert.deepEqual(await everything(storage), filled)
      })
      await pool.end()
    })
  }

  it('is as of one moment while the instance goes on', async () => {
    if (bench.engine === 'embedded') {
      // The engine's only connection is not held up: see the door.
      const copy = join(fresh(), 'database')
      mkdirSync(join(copy, '..'), { recursive: true })
      await bench.storage.engine.copy?.(copy)
      assert.ok(existsSync(join(copy, 'PG_VERSION')))
      return
    }
    let isOver = false
    const writing = (async () => {
      for (let n = 0; !isOver; n += 1) {
        await done(bench.storage, creating('site', { code: `W${n}`, name: 'While' }))
      }
    })()
    await new Promise((resolve) => setTimeout(resolve, 100))
    const { out, about } = await backup(true)
    isOver = true
    await writing
    const { options } = await restored(out, { passphrase })
    await opened(options, async (storage) => {
      const { head } = await storage.log(first)
      assert.equal(head.size, about.tenants.find(({ id }) => id === first)?.size)
      const report = await auditOf(storage, first)
      assert.deepEqual([report.findings, report.isWhole], [[], true])
    })
  })

  it('without a passphrase is an archive that any tool reads, and holds no secret', async () => {
    const { out } = await backup()
    const list = execFileSync('tar', ['tzf', out], { encoding: 'utf8' }).trim().split('\n')
    assert.equal(list[0], 'backup.json')
    assert.equal(list.at(-1), 'manifest.json')
    assert.ok(!list.includes('secret'))
    const text = execFileSync('tar', ['xzOf', out], { encoding: 'latin1', maxBuffer: 1 << 28 })
    assert.ok(!text.includes(secret))
    await assert.rejects(restored(out), isRefused('secret-missing'))
    await assert.rejects(restored(out, { secret: 'ab'.repeat(32) }), isRefused('secret-other'))
    await restored(out, { secret })
  })

  it('under a passphrase opens with that one only', async () => {
    const { out } = await backup(true)
    assert.ok(!readFileSync(out, 'latin1').includes('records'))
    await assert.rejects(restored(out), isRefused('passphrase-missing'))
    await assert.rejects(
      restored(out, { passphrase: 'another one' }),
      isRefused('passphrase-wrong'),
    )
  })

  it('is refused when older than what was signed, or of another history', async () => {
    const { out } = await backup(true)
    const { head } = await bench.storage.log(first)
    await done(bench.storage, creating('site', { code: 'LATER', name: 'After the backup' }))
    const heads = join(bench.folder, 'heads')
    const older = isRefused(
      'backup-older',
      new RegExp(`"size":${head.size},"signed":${head.size + 1}`),
    )
    await assert.rejects(restored(out, { passphrase, heads }), older)
    // The same when the heads were left in the folder.
    const folder = fresh()
    mkdirSync(join(folder, 'heads'), { recursive: true })
    copyFileSync(join(heads, `${first}.heads`), join(folder, 'heads', `${first}.heads`))
    await assert.rejects(restored(out, { passphrase, folder }), older)
    assert.deepEqual(readdirSync(folder).sort(), ['database.lock', 'heads'])

    const { options, answer } = await restored(out, { passphrase, folder, lossTakenBy: 'system' })
    assert.equal(answer.logs.find(({ id }) => id === first)?.lost, 1)
    await opened(options, async (storage) => {
      const log = await storage.log(first)
      assert.deepEqual([log.refusal, log.head.size], [undefined, head.size + 1])
      const report = await auditOf(storage, first)
      assert.deepEqual([report.findings, report.isWhole], [[], true])
      const entry = await storage.read(first, (db) =>
        db.selectFrom('log_entries').select('header').where('entry', '=', head.size).execute(),
      )
      const said = JSON.parse(Buffer.from(entry[0]?.header ?? []).toString('utf8'))
      assert.equal(said.type, 'log.restored')
      assert.equal(said.body.lost.size, head.size + 1)
      await done(storage, creating('site', { code: 'ON', name: 'Goes on' }))
    })
    // A backup of what went another way is a fork to those who hold the lost head.
    const forked = `${fresh()}.schouw`
    await opened(options, async (storage) => {
      const store = new FolderStore(join(folder, 'files'))
      await makeBackup({ engine: storage.engine, store, out: forked, at, secret, passphrase })
    })
    await assert.rejects(restored(forked, { passphrase, heads }), isRefused('backup-forked'))
    await assert.rejects(
      restored(forked, { passphrase, heads, lossTakenBy: 'system' }),
      isRefused('backup-forked'),
    )
  })

  it('is refused into a place where something is', async () => {
    const { out } = await backup(true)
    const { options } = await restored(out, { passphrase })
    const again = isRefused('folder-not-empty')
    await assert.rejects(restoreBackup({ ...options, file: out, passphrase }), again)
    await opened(options, async (storage) => {
      assert.equal((await storage.tenants()).length, 3)
    })
    if (bench.engine === 'postgres') {
      const elsewhere = { ...options, folder: fresh(), passphrase }
      await assert.rejects(restoreBackup(elsewhere), isRefused('database-not-empty'))
      assert.deepEqual(readdirSync(elsewhere.folder), ['database.lock'])
    }
    const strange = fresh()
    mkdirSync(strange)
    writeFileSync(join(strange, 'letter.txt'), 'not ours')
    await assert.rejects(restored(out, { passphrase, folder: strange }), again)
    assert.ok(existsSync(join(strange, 'letter.txt')))
    await assert.rejects(makeBackup({ ...made(), out }), { code: 'EEXIST' })
  })
  const made = () => ({
    engine: bench.storage.engine,
    store: new FolderStore(join(bench.folder, 'files')),
    at,
    secret,
  })

  it('names the part that is damaged, and puts nothing back', async () => {
    const { out } = await backup()
    const plain = execFileSync('gunzip', ['-c'], { input: readFileSync(out), maxBuffer: 1 << 28 })
    const gzip = (bytes: Buffer) =>
      execFileSync('gzip', ['-1'], { input: bytes, maxBuffer: 1 << 28 })
    const list = execFileSync('tar', ['tf', '-'], { input: plain, encoding: 'utf8' })
      .trim()
      .split('\n')
    const damagedAt = (name: string, offset = 600) => {
      const bytes = Buffer.from(plain)
      const start = bytes.lastIndexOf(`${name}\0`)
      const place = start + offset
      bytes[place] = (bytes[place] ?? 0) ^ 1
      const file = `${fresh()}.schouw`
      writeFileSync(file, gzip(bytes))
      return file
    }
    const file = list.find((name) => name.startsWith('files/')) ?? ''
    const rows = list.find((name) => name.startsWith('tables/schouw.log_payloads')) ?? ''
    for (const name of ['backup.json', rows]) {
      const pattern = new RegExp(name.replaceAll('.', '\\.'))
      await assert.rejects(
        checkBackup(damagedAt(name), undefined),
        isRefused('backup-damaged', pattern),
      )
    }
    // The name of a file in the archive is cut in two.
    const digest = file.split('/').at(-1) ?? ''
    await assert.rejects(
      checkBackup(damagedAt(digest, 512), undefined),
      isRefused('backup-damaged', new RegExp(digest)),
    )
    const half = `${fresh()}.schouw`
    writeFileSync(half, readFileSync(out).subarray(0, readFileSync(out).length - 100))
    await assert.rejects(checkBackup(half, undefined), isRefused('backup-damaged'))
    const more = `${fresh()}.schouw`
    writeFileSync(more, Buffer.concat([readFileSync(out), Buffer.from('more')]))
    await assert.rejects(checkBackup(more, undefined), isRefused('backup-damaged'))
    const options = { file: damagedAt(rows), folder: fresh(), at, secret, ...(await databaseUrl()) }
    await assert.rejects(restoreBackup(options), isRefused('backup-damaged'))
    assert.deepEqual(readdirSync(options.folder), ['database.lock'])
    for (const text of ['', 'words', '{"schema":"schouw/sealed/1"}\n', '\u001f\u008b']) {
      const odd = `${fresh()}.schouw`
      writeFileSync(odd, text, 'latin1')
      await assert.rejects(checkBackup(odd, passphrase), BackupRefused)
    }
    await assert.rejects(checkBackup(join(work, 'nowhere'), undefined), isRefused('backup-missing'))
  })

  it('says which files were gone when it was made, and goes on', async () => {
    const digest = [...bytesBelow(join(bench.folder, 'files', third)).keys()][0]?.split('/').at(-1)
    const store = new FolderStore(join(bench.folder, 'files'))
    const path = store.path(third, digest ?? '')
    const aside = join(work, 'aside')
    copyFileSync(path, aside)
    rmSync(path)
    const { out, manifest } = await backup(true)
    copyFileSync(aside, path)
    assert.deepEqual(manifest.missing_files, [`files/${third}/${digest}`])
    const { answer } = await restored(out, { passphrase })
    assert.deepEqual(answer.missingFiles, manifest.missing_files)
  })

  it('that was broken off keeps a server from starting, and the next one clears it away', async () => {
    const { out } = await backup(true)
    const folder = fresh()
    mkdirSync(join(folder, 'restoring', 'database'), { recursive: true })
    mkdirSync(join(folder, 'database'), { recursive: true })
    await assert.rejects(
      openStorage({ folder }),
      (error) => error instanceof StorageFault && /broken off/.test(error.message),
    )
    const { options } = await restored(out, { passphrase, folder })
    await opened(options, async (storage) => {
      assert.equal((await storage.tenants()).length, 3)
    })
  })
})
