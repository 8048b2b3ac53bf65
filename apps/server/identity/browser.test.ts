// SPDX-License-Identifier: EUPL-1.2
// A passkey in a real browser, with the authenticator that browsers have for tests: what we ask is
// what a browser understands, and what it answers is what we accept.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { type Browser, chromium } from 'playwright-core'
import { httpApp } from '../http/app.ts'
import { makeTemplate } from '../storage/engine/template.ts'
import { openStorage } from '../storage/storage.ts'
import { authenticateBy } from './authenticate.ts'
import { identityOf } from './ports.ts'
import { setupLink } from './setup.ts'
import { company, password } from './testing/house.ts'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  .concat(process.env['CHROMIUM'] ?? [])
  .find((path) => existsSync(path))

/** Runs in the page: plain text, for it knows names that the server does not. */
const inPage = `
  const call = async (method, path, body) => {
    const came = await fetch('/api/v1' + path, {
      method,
      ...(body === undefined ? {} : {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    const text = await came.text()
    return { status: came.status, body: text === '' ? null : JSON.parse(text) }
  }
  const register = async () => {
    const { body: { challenge, options } } = await call('POST', '/account/passkeys/options')
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
    const made = await navigator.credentials.create({ publicKey })
    const response = made.toJSON()
    return call('POST', '/account/passkeys', { challenge, response, name: 'This browser' })
  }
  const enter = async () => {
    const { body: { challenge, options } } = await call('POST', '/sign-in/passkey/options')
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
    const shown = await navigator.credentials.get({ publicKey })
    return call('POST', '/sign-in/passkey', { challenge, response: shown.toJSON() })
  }
`

if (executablePath === undefined) {
  it('a passkey in a browser', (test) => {
    console.log('SKIPPED: a passkey in a browser: no Chromium found; set CHROMIUM to its path')
    if (process.env['CI'] === 'true') assert.fail('a browser is owed here')
    test.skip('no Chromium found')
  })
} else {
  it('a passkey in a browser is made, and signs in without a name or a password', async (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'schouw-passkey-'))
    const storage = await openStorage({ folder, template: await makeTemplate() })
    let origin = ''
    const identity = identityOf({ storage, origin: () => origin })
    const app = await httpApp({ storage, identity, authenticate: authenticateBy(identity) })
    app.get('/blank', { config: { isPublic: true } }, (_request, reply) =>
      reply
        .header('content-security-policy', "default-src 'self'")
        .type('text/html')
        .send('<!doctype html><title>Schouw</title>'),
    )
    await app.listen({ host: '127.0.0.1', port: 0 })
    origin = `http://localhost:${(app.server.address() as AddressInfo).port}`
    const link = await setupLink(identity)
    const chrome: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    // In this order, and all of them: a browser that stays open keeps the process.
    test.after(async () => {
      await chrome.close()
      await app.close()
      await storage.close()
      rmSync(folder, { recursive: true, force: true })
    })
    const context = await chrome.newContext()
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto(`${origin}/blank`)
    const run = (code: string) =>
      page.evaluate(`(async () => { ${inPage}; return ${code} })()`) as Promise<{
        status: number
        body: any
      }>
    const first = {
      token: link?.url.split('#')[1],
      organisation: company,
      person: { name: 'Ans de Wit', email: 'ans@jansen.example' },
      password,
    }
    const made = await run(`call('POST', '/setup', ${JSON.stringify(first)})`)
    assert.equal(made.status, 201, JSON.stringify(made.body))
    assert.equal(made.body.next, 'set-up-second-factor')
    assert.equal((await run(`call('GET', '/sites')`)).body.code, 'second-factor-needed')
    const registered = await run('register()')
    assert.equal(registered.status, 200, JSON.stringify(registered.body))
    assert.equal(registered.body.codes.length, 10)
    assert.equal((await run(`call('GET', '/sites')`)).status, 200)
    assert.equal(await page.evaluate('document.cookie'), '', 'no script reads the cookie')
    assert.equal((await run(`call('DELETE', '/session')`)).status, 204)
    assert.equal((await run(`call('GET', '/sites')`)).status, 401)
    const entered = await run('enter()')
    assert.equal(entered.status, 200, JSON.stringify(entered.body))
    assert.deepEqual(entered.body.organisation.roles, ['ciso'])
    const cookies = await context.cookies()
    assert.deepEqual(
      cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite]).sort(),
      [
        ['schouw-devices', true, 'Lax'],
        ['schouw-session', true, 'Lax'],
      ],
    )
    // A page of another site with the same browser gets nowhere.
    const elsewhere = await context.newPage()
    await elsewhere.goto(`${origin.replace('localhost', '127.0.0.1')}/blank`)
    const posting = "{ method: 'POST', credentials: 'include', mode: 'no-cors' }"
    const knock = `fetch('${origin}/api/v1/account/recovery-codes', ${posting})`
    await elsewhere.evaluate(`${knock}.then(() => 'sent', () => 'barred')`)
    const { items } = (await run(`call('GET', '/account/events')`)).body
    const events = items.map(({ event }: { event: string }) => event)
    assert.ok(events.includes('passkey-added') && !events.includes('recovery-codes-made'))
  })
}
