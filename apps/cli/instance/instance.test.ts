// SPDX-License-Identifier: EUPL-1.2
// Backup and restore as somebody does them: a server that goes on, a file, and a folder to be.
import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { runCommandLine } from '../command-line.ts'
import type { Shell } from '../terminal/shell.ts'

const token = 'a-token-of-the-ciso-only'

describe('an instance', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-instance-'))
  const passphrase = ['--passphrase-file', 'passphrase.txt']
  let server: ChildProcess
  let url = ''
  before(async () => {
    writeFileSync(join(folder, 'passphrase.txt'), 'een lange wachtzin\n')
    ;({ server, url } = await started('data'))
  })
  after(async () => {
    await stopped(server)
    rmSync(folder, { recursive: true, force: true })
  })

  async function started(data: string): Promise<{ server: ChildProcess; url: string }> {
    const main = join(import.meta.dirname, '../../server/main.ts')
    const words = ['--data', data, '--port', '0', '--dev-token', `ciso:${token}`]
    const env = { ...process.env, DATABASE_URL: '', SCHOUW_LOG_LEVEL: 'error' }
    const stdio: ['ignore', 'ignore', 'pipe', 'ipc'] = ['ignore', 'ignore', 'pipe', 'ipc']
    const child = fork(main, words, { cwd: folder, env, stdio })
    let said = ''
    const at = await new Promise<string>((resolve, reject) => {
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const [, found] = /serving on (http:\S+)/.exec(said) ?? []
        if (found !== undefined) resolve(found)
      })
      child.on('exit', () => reject(new Error(said)))
    })
    return { server: child, url: at }
  }

  async function run(...words: readonly string[]) {
    const printed = { output: '', complaints: '' }
    const shell: Shell = {
      env: { ...process.env, LANG: 'en_GB.UTF-8', DATABASE_URL: '' },
      folder,
      print: (text) => {
        printed.output += text
        return true
      },
      complain: (text) => {
        printed.complaints += text
      },
      terminal: { isInteractive: false, columns: 110 },
      onCancel: () => {},
    }
    return { code: await runCommandLine(words, shell), ...printed }
  }

  const site = (code: string, at = url) =>
    fetch(`${at}/api/v1/sites`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ values: { code, name: `Plant ${code}` } }),
    })

  it('is backed up while its server goes on, checked, and put back elsewhere', async () => {
    assert.equal((await site('A')).status, 201)
    const file = await fetch(`${url}/api/v1/files?name=plan.txt`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/plain' },
      body: 'the plan',
    })
    const { sha256 } = (await file.json()) as { sha256: string }
    let isOver = false
    const writing = (async () => {
      let count = 0
      for (; !isOver; count += 1) assert.equal((await site(`W${count}`)).status, 201)
      return count
    })()
    const made = await run('backup', '--out', 'one.backup', '--json', ...passphrase)
    isOver = true
    assert.ok((await writing) > 0)
    assert.equal(made.code, 0, made.complaints)
    const report = JSON.parse(made.output)
    assert.deepEqual([report.schema, report.files], ['schouw/backup-made/1', 1])
    assert.deepEqual(readdirSync(join(folder, 'data', 'copies')), [])

    const checked = await run('restore', 'one.backup', '--check', ...passphrase)
    assert.equal(checked.code, 0, checked.complaints)
    assert.match(checked.output, /The backup is whole/)

    const older = await run(
      'restore',
      'one.backup',
      '--data',
      'b',
      '--heads',
      'data/heads',
      ...passphrase,
    )
    assert.equal(older.code, 2)
    assert.match(older.complaints, /^schouw: the backup is older than what was signed: .*\n$/)

    const back = await run('restore', 'one.backup', '--data', 'b', ...passphrase)
    assert.equal(back.code, 0, back.complaints)
    assert.match(back.complaints, /no signed head is known outside the backup/)
    const other = await started('b')
    const headers = { authorization: `Bearer ${token}` }
    const got = await fetch(`${other.url}/api/v1/files/${sha256}/content`, { headers })
    assert.equal(await got.text(), 'the plan')
    assert.equal((await site('B', other.url)).status, 201)
    await stopped(other.server)
  })

  it('is backed up without a server too, in either language', async () => {
    await stopped(server)
    const made = await run('backup', '--out', 'two.backup', '--lang', 'nl')
    assert.equal(made.code, 0, made.complaints)
    assert.match(made.output, /^Back-up two\.backup: .*\n[\s\S]*Het geheim .* zit er niet in/)
    const again = await run('backup', '--out', 'two.backup')
    assert.deepEqual([again.code, /is there already/.test(again.complaints)], [2, true])
    const secret = await run('restore', 'two.backup', '--data', 'c')
    assert.deepEqual([secret.code, /secret of the installation/.test(secret.complaints)], [2, true])
    const heads = await run('restore', 'two.backup', '--data', 'data')
    assert.deepEqual([heads.code, /is not empty/.test(heads.complaints)], [2, true])
    // What is left of an instance whose database is gone: its heads and its secret.
    for (const name of ['database', 'files']) {
      rmSync(join(folder, 'data', name), { recursive: true })
    }
    const back = await run('restore', 'two.backup', '--data', 'data')
    assert.deepEqual([back.code, back.complaints], [0, ''])
    ;({ server, url } = await started('data'))
    assert.equal((await site('C')).status, 201)
  })

  it('says in one line what is wrong with what it was given', async () => {
    writeFileSync(join(folder, 'short.txt'), 'short')
    writeFileSync(join(folder, 'words.backup'), 'no backup at all')
    const rows: readonly (readonly [readonly string[], RegExp])[] = [
      [['backup'], /--out FILE/],
      [['backup', 'x', '--out', 'y'], /backup takes no x/],
      [['backup', '--out', 'y', '--data', 'nowhere'], /no instance is there/],
      [['backup', '--out', 'y', '--passphrase-file', 'short.txt'], /at least 12 characters/],
      [['backup', '--out', 'y', '--passphrase-file', 'nowhere'], /nowhere/],
      [['backup', '--out', 'nowhere/y'], /nowhere/],
      [['restore'], /needs a backup/],
      [['restore', 'a', 'b'], /one file/],
      [['restore', 'nowhere', '--data', 'd'], /there is no such file/],
      [['restore', 'words.backup', '--data', 'd'], /is no backup of Schouw/],
      [['restore', 'one.backup', '--data', 'd'], /under a passphrase/],
    ]
    for (const [words, pattern] of rows) {
      const { code, complaints, output } = await run(...words)
      assert.deepEqual([code, output], [2, ''], `${words.join(' ')}: ${complaints}`)
      assert.match(complaints, pattern)
      assert.equal(complaints.trim().split('\n').length, 1, complaints)
    }
    assert.ok(!existsSync(join(folder, 'y')))
    assert.ok(!existsSync(join(folder, 'y.part')))
  })

  it('keeps its door to whoever may read its folder', async () => {
    const { port, token: word } = JSON.parse(
      readFileSync(join(folder, 'data', 'door.json'), 'utf8'),
    ) as { port: number; token: string }
    const ask = (authorization: string, path = '/copy') =>
      fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', headers: { authorization } })
    assert.equal((await ask('Bearer no')).status, 401)
    assert.equal((await ask(`Bearer ${'0'.repeat(64)}`)).status, 401)
    assert.equal((await ask(`Bearer ${word}`, '/other')).status, 404)
    await stopped(server)
    assert.ok(!existsSync(join(folder, 'data', 'door.json')))
  })
})

async function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const over = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await over
}
