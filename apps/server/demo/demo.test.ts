// SPDX-License-Identifier: EUPL-1.2
// The example factory as a visitor meets it: one link, everybody in it, and no way in anywhere else.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { endAll, schouw, serving } from '../testing/command.ts'
import { Visitor } from '../testing/visitor.ts'

const main = join(import.meta.dirname, 'main.ts')

describe('the demonstration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'schouw-demo-test-'))
  const data = join(folder, 'data')
  let shown: Awaited<ReturnType<typeof demonstration>>

  before(async () => {
    shown = await demonstration(data)
  })
  after(async () => {
    await shown?.stop()
    await endAll()
    rmSync(folder, { recursive: true, force: true })
  })

  const visitor = () => new Visitor(shown.url)

  it('signs whoever has the link in as the CISO, who may do what a CISO may', async () => {
    const one = visitor()
    const session = await one.post('/api/v1/demo/enter', { token: shown.token })
    assert.deepEqual([session.next, session.organisation.roles], ['done', ['ciso']])
    assert.equal(session.account.name, 'Marloes Tan')
    assert.equal((await one.get('/api/v1/session')).organisation.name, session.organisation.name)
    // What asks for a second factor that was shown a moment ago.
    await one.post(
      '/api/v1/invitations',
      {
        email: 'nieuw@oosterduin.example',
        person: (await one.post('/api/v1/persons', { values: { code: 'N', name: 'Nieuw' } }, 201))
          .id,
        role: 'auditor',
        until: new Date(Date.now() + 86_400_000).toISOString(),
      },
      201,
    )
  })

  it('has a board that has set its level, and something to decide', async () => {
    const one = visitor()
    await one.post('/api/v1/demo/enter', { token: shown.token })
    const { standing } = await one.get('/api/v1/standing')
    assert.notEqual(standing.board_level, null)
    assert.ok(standing.decisions.some(({ is_tabled }: { is_tabled: boolean }) => is_tabled))
  })

  it('shows the eyes of every role, directors first', async () => {
    const { items } = await visitor().post('/api/v1/demo/people', { token: shown.token })
    const roles = [...new Set(items.map(({ role }: { role: string }) => role))]
    assert.deepEqual(roles, [
      'director',
      'supervisory_director',
      'ciso',
      'it_manager',
      'ot_engineer',
      'process_owner',
      'auditor',
      'employee',
    ])
    const director = items.find(({ name }: { name: string }) => name === 'Saskia Vermaat')
    const one = visitor()
    const entered = { token: shown.token, account: director.account }
    const session = await one.post('/api/v1/demo/enter', entered)
    assert.deepEqual(session.organisation.roles, ['director'])
    const left = items.some(({ name }: { name: string }) => name === 'Wim Oosterduin')
    assert.equal(left, false, 'who has left does not come in')
  })

  it('refuses any other link, and a page of another site', async () => {
    const token = 'x'.repeat(43)
    const wrong = await visitor().send('POST', '/api/v1/demo/enter', { body: { token } })
    assert.equal(wrong.status, 404)
    assert.equal(
      (await visitor().send('POST', '/api/v1/demo/people', { body: { token } })).status,
      404,
    )
    const elsewhere = await fetch(`${shown.url}/api/v1/demo/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      body: JSON.stringify({ token: shown.token }),
    })
    assert.equal(elsewhere.status, 403)
    assert.equal(elsewhere.headers.get('set-cookie'), null)
  })

  it('is not there in a server that is really used, even on the same folder', async () => {
    await shown.stop()
    const real = await serving(['--data', data])
    try {
      const statusOf = async (path: string) =>
        (await new Visitor(real.url).send('POST', path, { body: { token: shown.token } })).status
      const unknown = await statusOf('/api/v1/nothing/here')
      assert.equal(await statusOf('/api/v1/demo/enter'), unknown)
      assert.equal(await statusOf('/api/v1/demo/people'), unknown)
    } finally {
      await real.stop()
    }
  })

  it('leaves a folder alone that it did not make, and listens nowhere but on this machine', async () => {
    const own = join(folder, 'own')
    const taken = mkdtempSync(join(tmpdir(), 'schouw-own-'))
    writeFileSync(join(taken, 'secret'), 'ours')
    const { exit, errors } = await schouw(['demo', '--data', own, '--host', '0.0.0.0'])
    assert.equal(exit, 2, errors)
    assert.match(errors, /unknown option --host/)
    assert.ok(!existsSync(join(own, 'data')))
    const refused = await demonstration(taken).catch((error: Error) => error.message)
    assert.match(String(refused), /bevat al iets anders/)
    rmSync(taken, { recursive: true })
  })
})

/** Resolves with the link; rejects with what was said when it ends before. */
async function demonstration(data: string) {
  const args = ['--disable-warning=ExperimentalWarning', main, `--data=${data}`, '--port=0']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  const over = new Promise((resolve) => child.on('exit', resolve))
  for (;;) {
    const [, url, token] = /(http:\/\/localhost:\d+)\/demo#(\S+)/.exec(said) ?? []
    if (url !== undefined && token !== undefined) {
      const stop = () => {
        child.kill('SIGTERM')
        return over
      }
      return { url, token, stop }
    }
    if (child.exitCode !== null) throw new Error(said)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
