// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { readConfig } from './config.ts'
import { makeTemplate } from './storage/engine/template.ts'

const cli = join(import.meta.dirname, '../cli/main.ts')
const token = 'a-token-for-the-test'
const folder = mkdtempSync(join(tmpdir(), 'schouw-serve-'))

interface Started {
  readonly child: ChildProcess
  readonly errors: () => string
  readonly over: Promise<number | null>
}

function start(words: readonly string[]): Started {
  const { DATABASE_URL: _, ...env } = process.env
  const args = ['--disable-warning=ExperimentalWarning', cli, 'serve', ...words]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr?.on('data', (chunk) => {
    errors += chunk
  })
  child.stdout?.resume()
  const over = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { child, errors: () => errors, over }
}

async function addressOf({ errors, over }: Started): Promise<string> {
  let isOver = false
  void over.then(() => {
    isOver = true
  })
  for (;;) {
    const address = /serving on (\S+)/.exec(errors())?.[1]
    if (address !== undefined) return address
    if (isOver) throw new Error(errors())
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('schouw serve', () => {
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('serves, refuses a second on the same folder, stops when asked, and kept everything', async () => {
    await makeTemplate()
    const data = join(folder, 'data')
    const words = ['--data', data, '--port', '0', '--dev-token', `ciso:${token}`]
    const one = start(words)
    const address = await addressOf(one)
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const made = await fetch(`${address}/api/v1/sites`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ values: { code: 'S1', name: 'Plant' } }),
    })
    assert.equal(made.status, 201)
    assert.equal((await fetch(`${address}/metrics`)).status, 200)
    const two = start(words)
    assert.equal(await two.over, 2)
    assert.match(two.errors(), /^schouw: \S+ is in use by another process\n$/)
    one.child.kill('SIGTERM')
    assert.equal(await one.over, 0, one.errors())
    assert.match(one.errors(), /schouw: stopped\n$/)
    const written = readdirSync(data, { recursive: true, encoding: 'utf8' })
    assert.ok(written.length > 100)
    // The engine gives some of its files modes of its own; they lie in folders that are closed.
    const isForOthers = (path: string) => (statSync(join(data, path)).mode & 0o77) !== 0
    const forOthers = ['.', ...written].filter((path) => !path.includes('pg_') && isForOthers(path))
    if (process.platform !== 'win32') assert.deepEqual(forOthers, [])
    const again = start(words)
    const { id } = (await made.json()) as { id: string }
    const found = await fetch(`${await addressOf(again)}/api/v1/sites/${id}`, { headers })
    assert.equal(found.status, 200)
    // Whoever is killed cannot pass anything on.
    again.child.kill('SIGKILL')
    await again.over
    const last = start(['--data', folder, '--port', '0'])
    for (let left = 20; left > 0 && last.errors() === ''; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    if (/in use/.test(last.errors())) assert.fail('the server outlived the command')
    const address2 = await addressOf(last)
    assert.equal((await fetch(`${address2}/api/v1/sites`, { headers })).status, 401)
    last.child.kill('SIGINT')
    assert.equal(await last.over, 0)
  })

  const rows: readonly [readonly string[], Record<string, string>, string | undefined][] = [
    [[], {}, undefined],
    [['--port', '65536'], {}, 'port'],
    [['--port', 'x'], {}, 'port'],
    [['--colour'], {}, 'option-unknown'],
    [[], { SCHOUW_BEHIND_PROXY: 'yes' }, 'proxies'],
    [[], { SCHOUW_BEHIND_PROXY: '2' }, undefined],
    [[], { SCHOUW_LOG_LEVEL: 'loud' }, 'log-level'],
    [['--dev-token', token], {}, 'token-shape'],
    [['--dev-token', `boss:${token}`], {}, 'token-shape'],
    [['--dev-token', 'ciso:short'], {}, 'token-short'],
    [['--dev-token', `ciso:${token}`, '--host', '0.0.0.0'], {}, 'token-outside'],
    [['--dev-token', `ciso:${token}`], {}, undefined],
  ]
  for (const [words, env, refusal] of rows) {
    it(`${refusal === undefined ? 'takes' : 'refuses'} ${JSON.stringify([words, env])}`, () => {
      const config = readConfig(words, env)
      assert.equal(config.ok ? undefined : config.refusal, refusal)
    })
  }

  it('accepts no token unless one is given', () => {
    const config = readConfig([], {})
    assert.ok(config.ok)
    assert.deepEqual(config.value.developmentTokens, [])
  })
})
