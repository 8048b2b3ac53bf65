// SPDX-License-Identifier: EUPL-1.2
// Killed at any moment: what is half done is never taken for whole, and the next attempt succeeds.
import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Files } from '../files/files.ts'
import { makeTemplate } from '../storage/engine/template.ts'
import { StorageFault } from '../storage/fault.ts'
import { openStorage } from '../storage/storage.ts'
import { postgresBinaries, privatePostgres } from '../storage/testing/private-postgres.ts'
import { first } from '../storage/testing/tenants.ts'
import type { Asked, Told } from './main.ts'
import { everything, fill } from './testing/instance.ts'

const main = join(import.meta.dirname, 'main.ts')

describe('killed', { timeout: 600_000 }, () => {
  const work = mkdtempSync(join(tmpdir(), 'schouw-killed-'))
  const folder = join(work, 'data')
  const file = join(work, 'whole.backup')
  let filled: unknown
  let tookMs = 0
  before(async () => {
    const storage = await openStorage({ folder, template: await makeTemplate() })
    await storage.createTenant({ id: first, name: 'First' })
    await fill(storage, folder, 20)
    filled = await everything(storage)
    await storage.close()
    const begun = performance.now()
    assert.ok('done' in (await run('backup', { folder, file })))
    tookMs = performance.now() - begun
  })
  after(() => rmSync(work, { recursive: true, force: true }))

  /** After so long, or as soon as something has come about. */
  type Kill = number | (() => boolean)

  /** What it told last; nothing when it was killed before. */
  function run(
    what: string,
    { databaseUrl = '', ...asked }: Asked & { readonly databaseUrl?: string },
    kill?: Kill,
  ): Promise<Told | { killed: true }> {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      DATABASE_URL: databaseUrl,
      SCHOUW_SECRET: '',
    }
    if (what === 'restore') env['SCHOUW_SECRET'] = secret()
    const child = fork(main, [what, JSON.stringify(asked)], {
      env,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    let told: Told | { killed: true } = { killed: true }
    child.on('message', (message: Told) => {
      if (!('step' in message)) told = message
    })
    const shoot = () => child.kill('SIGKILL')
    const timer = typeof kill === 'number' ? setTimeout(shoot, kill) : undefined
    const watch = typeof kill === 'function' ? setInterval(() => kill() && shoot(), 2) : undefined
    return new Promise((resolve) => {
      child.on('exit', () => {
        clearTimeout(timer)
        clearInterval(watch)
        resolve(told)
      })
    })
  }
  const secret = () => readFileSync(join(folder, 'secret'), 'utf8').trim()

  it('while it writes, a backup is not there, and the next one is', async () => {
    for (let round = 0; round < 3; round += 1) {
      const out = join(work, `killed-${round}.backup`)
      const told = await run('backup', { folder, file: out }, Math.random() * tookMs)
      // It is there exactly when it is whole.
      if (existsSync(out)) {
        const checked = await run('restore', { folder, file: out, isCheckOnly: true })
        assert.ok('done' in checked, JSON.stringify(checked))
      } else {
        assert.ok('killed' in told, JSON.stringify(told))
        const again = await run('backup', { folder, file: out })
        assert.ok('done' in again, JSON.stringify(again))
      }
      assert.ok(!existsSync(`${out}.part`))
    }
  })

  it('while it is put back, no server starts on it, and the next attempt succeeds', async () => {
    const begun = performance.now()
    const whole = join(work, 'whole')
    assert.ok('done' in (await run('restore', { folder: whole, file })))
    const longestMs = performance.now() - begun
    let broken = 0
    for (let round = 0; round < 4; round += 1) {
      const target = join(work, `target-${round}`)
      // The first in the middle for certain, the others at any moment.
      const isBegun = () => existsSync(join(target, 'restoring'))
      const kill = round === 0 ? isBegun : Math.random() * longestMs
      const told = await run('restore', { folder: target, file }, kill)
      const isBroken = existsSync(join(target, 'restoring'))
      if (isBroken) {
        broken += 1
        await assert.rejects(
          openStorage({ folder: target }),
          (error) => error instanceof StorageFault && /broken off/.test(error.message),
        )
      }
      if (isBroken || !existsSync(join(target, 'database'))) {
        const again = await run('restore', { folder: target, file })
        assert.ok('done' in again, `${JSON.stringify(again)} after ${JSON.stringify(told)}`)
      }
      const storage = await openStorage({ folder: target, secret: secret(), isAdopting: false })
      assert.deepEqual(await everything(storage), filled)
      assert.deepEqual(await storage.check(), [])
      await storage.close()
    }
    assert.ok(broken > 0, 'no round was killed in the middle')
  })

  const skip = postgresBinaries() === undefined ? 'no PostgreSQL server on this machine' : false
  it('while it is put back into PostgreSQL, the same', { skip }, async () => {
    const postgres = privatePostgres()
    assert.ok(postgres)
    try {
      const begun = performance.now()
      const whole = { folder: join(work, 'pg-whole'), databaseUrl: await postgres.database() }
      const told = await run('restore', { ...whole, file })
      assert.ok('done' in told, JSON.stringify(told))
      const longestMs = performance.now() - begun
      let broken = 0
      for (let round = 0; round < 6; round += 1) {
        const target = join(work, `pg-${round}`)
        let databaseUrl = await postgres.database()
        const isBegun = () => existsSync(join(target, 'restoring'))
        // One in the middle for certain, one when the folder is in its place, the others anywhere.
        const isPlaced = () => existsSync(join(target, 'restoring', 'heads-before')) || isEnding()
        const isEnding = () => existsSync(join(target, 'files'))
        const kills = [isBegun, isPlaced] as const
        const killed = await run(
          'restore',
          { folder: target, file, databaseUrl },
          kills[round] ?? Math.random() * longestMs,
        )
        const isBroken = isBegun()
        if (isBroken) {
          broken += 1
          await assert.rejects(
            openStorage({ folder: target, databaseUrl }),
            (error) => error instanceof StorageFault && /broken off/.test(error.message),
          )
        }
        if (isBroken || !existsSync(join(target, 'heads'))) {
          let again = await run('restore', { folder: target, file, databaseUrl })
          if ('refused' in again && again.refused === 'database-not-empty') {
            // All was in it, and only the last mark in the folder was not: it is put in another.
            databaseUrl = await postgres.database()
            again = await run('restore', { folder: target, file, databaseUrl })
          }
          assert.ok('done' in again, `${JSON.stringify(again)} after ${JSON.stringify(killed)}`)
        }
        const options = { folder: target, databaseUrl, secret: secret(), isAdopting: false }
        const storage = await openStorage(options)
        assert.deepEqual(await everything(storage), filled, String(round))
        assert.deepEqual(await storage.check(), [])
        await storage.close()
      }
      assert.ok(broken > 0, 'no round was killed in the middle')
    } finally {
      postgres.remove()
    }
  })

  it('while a file comes in, nothing of it is left after the next start', async () => {
    const storage = await openStorage({ folder })
    const files = new Files({ storage, folder })
    const incoming = join(folder, 'files', 'incoming')
    const writer = fork(
      join(import.meta.dirname, 'testing', 'uploader.ts'),
      [join(folder, 'files', 'incoming')],
      { execArgv: ['--disable-warning=ExperimentalWarning'] },
    )
    await new Promise((resolve) => writer.once('message', resolve))
    writer.kill('SIGKILL')
    await new Promise((resolve) => writer.once('exit', resolve))
    assert.equal(readdirSync(incoming).length, 1)
    // Another process may still be taking it in, for all that one of several knows.
    assert.equal(await files.sweep(), 0)
    assert.equal(await files.sweep({ isAlone: true }), 1)
    assert.deepEqual(readdirSync(incoming), [])
    assert.deepEqual(await everything(storage), filled)
    await storage.close()
  })
})
