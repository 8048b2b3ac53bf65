// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { Authenticator, type Misbehaviour } from './testing/authenticator.ts'
import { type Browser, codeAt } from './testing/browser.ts'
import { firstPerson, onBothHouses, type Person } from './testing/house.ts'

onBothHouses('passkeys', (house) => {
  let ans: Person
  before(async () => {
    ans = await firstPerson(house)
  })

  const add = async (browser: Browser, key: Authenticator, wrong: Misbehaviour = {}) => {
    const { body } = await browser.post('/api/v1/account/passkeys/options')
    const { challenge, options } = body
    const response = key.register(options, wrong)
    return browser.post('/api/v1/account/passkeys', { challenge, response, name: 'A key' })
  }
  const enter = async (key: Authenticator, wrong: Misbehaviour = {}) => {
    const browser = house.browser()
    const { body } = await browser.post('/api/v1/sign-in/passkey/options')
    const { challenge, options } = body
    assert.equal(options.allowCredentials, undefined)
    assert.equal(options.userVerification, 'required')
    const response = key.assert(options, wrong)
    const came = await browser.post('/api/v1/sign-in/passkey', { challenge, response })
    return { browser, came, challenge, response }
  }

  it('sign in on their own, to all that the roles allow', async () => {
    const key = new Authenticator()
    const { status, body } = await add(ans.browser, key)
    assert.equal(status, 200, JSON.stringify(body))
    assert.equal(body.codes, null, 'the codes of the first factor stay')
    const { came, browser } = await enter(key)
    assert.equal(came.status, 200, JSON.stringify(came.body))
    assert.deepEqual([came.body.next, came.body.session.method], ['done', 'passkey'])
    assert.equal((await browser.get('/api/v1/sites')).status, 200)
    const listed = (await browser.get('/api/v1/account/passkeys')).body.items
    assert.equal(listed[0].usedAt, house.now())
  })

  it('of one account can be several, each once', async () => {
    const key = new Authenticator(1)
    assert.equal((await add(ans.browser, key)).status, 200)
    assert.equal((await add(ans.browser, key)).body.code, 'challenge-refused')
    assert.equal((await enter(key)).came.status, 200)
  })

  it('are asked once: a challenge is neither answered twice nor late', async () => {
    const key = new Authenticator()
    await add(ans.browser, key)
    const { challenge, response, came } = await enter(key)
    assert.equal(came.status, 200)
    const again = await house.browser().post('/api/v1/sign-in/passkey', { challenge, response })
    assert.deepEqual([again.status, again.body.code], [401, 'sign-in-refused'])
    const browser = house.browser()
    const { body } = await browser.post('/api/v1/sign-in/passkey/options')
    house.pass(5 * 60_000)
    const late = { challenge: body.challenge, response: key.assert(body.options) }
    assert.equal((await browser.post('/api/v1/sign-in/passkey', late)).status, 401)
  })

  const faults: Readonly<Record<string, Misbehaviour>> = {
    'another origin': { origin: 'http://localhost.example:8080' },
    'another port': { origin: 'http://localhost:9090' },
    'another relying party': { rpId: 'example.org' },
    'another challenge': { challenge: Buffer.alloc(32).toString('base64url') },
    'the other ceremony': { type: 'webauthn.create' },
    'nobody verified': { isVerified: false },
    'a forged signature': { isForged: true },
    'the handle of another account': { userHandle: Buffer.alloc(16).toString('base64url') },
  }
  it('are refused with anything that is not theirs', async () => {
    const key = new Authenticator(1)
    assert.equal((await add(ans.browser, key)).status, 200)
    for (const [title, wrong] of Object.entries(faults)) {
      const { came, browser } = await enter(key, wrong)
      assert.deepEqual([came.status, came.body.code], [401, 'sign-in-refused'], title)
      assert.equal(browser.cookie, undefined)
    }
    assert.equal((await enter(new Authenticator())).came.status, 401)
    assert.equal((await enter(key)).came.status, 200)
  })

  it('are not added with anything that is not theirs', async () => {
    for (const title of ['another origin', 'another relying party', 'nobody verified'] as const) {
      const came = await add(ans.browser, new Authenticator(), faults[title])
      assert.deepEqual([came.status, came.body.code], [422, 'challenge-refused'], title)
    }
    const key = new Authenticator()
    const came = await add(ans.browser, key, { type: 'webauthn.get' })
    assert.equal(came.status, 422)
    assert.equal((await enter(key)).came.status, 401)
  })

  it('that count and go back are refused, and that is written down', async () => {
    const key = new Authenticator(7)
    assert.equal((await add(ans.browser, key)).status, 200)
    assert.equal((await enter(key)).came.status, 200)
    assert.equal((await enter(key, { counter: 3 })).came.status, 401)
    assert.equal((await enter(key, { counter: 0 })).came.status, 401)
    await house.identity.idle()
    const { items } = (await ans.browser.get('/api/v1/security-events')).body
    const copied = items.filter((one: any) => one.event === 'passkey-counter-went-back')
    assert.equal(copied.length, 2)
  })

  it('can be shown once more for a sensitive act, by the same account alone', async () => {
    const key = new Authenticator()
    await add(ans.browser, key)
    const { browser } = await enter(key)
    house.pass(11 * 60_000)
    const before = browser.cookie
    assert.equal((await browser.post('/api/v1/account/recovery-codes')).body.code, 'step-up-needed')
    const { body } = await browser.post('/api/v1/session/passkey/options')
    const known = body.options.allowCredentials.map(({ id }: { id: string }) => id)
    assert.ok(known.includes(key.id.toString('base64url')))
    const foreign = new Authenticator().assert(body.options)
    const answer = (response: unknown, challenge = body.challenge) =>
      browser.post('/api/v1/session/passkey', { challenge, response })
    assert.equal((await answer(foreign)).body.code, 'second-factor-refused')
    const second = (await browser.post('/api/v1/session/passkey/options')).body
    assert.equal((await answer(key.assert(second.options), second.challenge)).status, 200)
    assert.notEqual(browser.cookie, before)
    const codes = await browser.post('/api/v1/account/recovery-codes')
    assert.equal(codes.body.codes.length, 10)
  })

  it('can be taken away, but never the last way in', async () => {
    const key = new Authenticator()
    const code = codeAt(ans.totp, house.now())
    assert.equal((await ans.browser.post('/api/v1/session/totp', { code })).status, 200)
    assert.equal((await add(ans.browser, key)).status, 200)
    const { browser } = await enter(key)
    const { items } = (await browser.get('/api/v1/account/passkeys')).body
    assert.equal((await browser.delete('/api/v1/account/totp')).status, 204)
    assert.equal((await ans.browser.get('/api/v1/session')).status, 401, 'other sessions are over')
    const own = key.id.toString('base64url')
    for (const { id } of items) {
      if (id !== own)
        assert.equal((await browser.delete(`/api/v1/account/passkeys/${id}`)).status, 204)
    }
    const last = await browser.delete(`/api/v1/account/passkeys/${own}`)
    assert.deepEqual([last.status, last.body.code], [409, 'last-factor'])
  })
})
