// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { type Browser, codeAt } from './testing/browser.ts'
import { firstPerson, onBothHouses, type Person, password } from './testing/house.ts'

const minute = 60_000
const hour = 60 * minute

onBothHouses('sessions', (house) => {
  let ans: Person
  before(async () => {
    ans = await firstPerson(house)
  })
  const signedIn = async (): Promise<Browser> => {
    house.pass(minute)
    const browser = house.browser()
    await browser.post('/api/v1/sign-in/password', { email: ans.email, password })
    const code = codeAt(ans.totp, house.now())
    assert.equal((await browser.post('/api/v1/session/totp', { code })).status, 200)
    return browser
  }
  const status = async (browser: Browser) => (await browser.get('/api/v1/sites')).status

  it('end when they are not used, and go on when they are', async () => {
    const [used, left] = [await signedIn(), await signedIn()]
    for (let n = 0; n < 3; n += 1) {
      house.pass(30 * minute)
      assert.equal(await status(used), 200)
    }
    assert.equal(await status(left), 401)
    house.pass(hour)
    assert.equal(await status(used), 401)
  })

  it('end after half a day, used or not', async () => {
    const browser = await signedIn()
    for (let n = 0; n < 23; n += 1) {
      house.pass(30 * minute)
      assert.equal(await status(browser), 200, `after ${n + 1} halves of an hour`)
    }
    house.pass(30 * minute)
    assert.equal(await status(browser), 401)
  })

  it('are not believed when the clock says they began later', async () => {
    const browser = await signedIn()
    house.pass(-6 * minute)
    assert.equal(await status(browser), 401)
    house.pass(6 * minute)
    assert.equal(await status(browser), 200)
  })

  it('are listed, and end one by one or all but this one', async () => {
    const [one, two, three] = [await signedIn(), await signedIn(), await signedIn()]
    const { items } = (await one.get('/api/v1/account/sessions')).body
    const mine = items.filter(({ isThis }: { isThis: boolean }) => isThis)
    assert.equal(mine.length, 1)
    assert.equal(mine[0].address, '192.0.2.0/24')
    assert.equal(mine[0].agent, 'Firefox, Linux')
    const other = (await two.get('/api/v1/session')).body.session.id
    assert.equal((await one.delete(`/api/v1/account/sessions/${other}`)).status, 204)
    assert.equal((await one.delete(`/api/v1/account/sessions/${other}`)).status, 404)
    assert.deepEqual([await status(two), await status(three)], [401, 200])
    assert.equal((await one.delete('/api/v1/account/sessions')).status, 204)
    assert.deepEqual([await status(one), await status(three)], [200, 401])
    assert.equal((await one.delete('/api/v1/session')).status, 204)
    assert.equal(one.cookie, undefined)
    assert.equal(await status(one), 401)
  })

  it('are not made use of by another site', async () => {
    const browser = await signedIn()
    const cookie = browser.cookie
    const post = async (site: Readonly<Record<string, string>>) => {
      browser.site = site
      const body = { values: { code: `C${house.ahead}`, name: 'X' } }
      house.pass(1)
      return (await browser.post('/api/v1/sites', body)).body.code ?? 'done'
    }
    const rows: readonly [Readonly<Record<string, string>>, string][] = [
      [{ 'sec-fetch-site': 'same-origin' }, 'done'],
      [{ 'sec-fetch-site': 'cross-site' }, 'cross-site'],
      [{ 'sec-fetch-site': 'same-site' }, 'cross-site'],
      [{ 'sec-fetch-site': 'none' }, 'cross-site'],
      [{ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:8080' }, 'cross-site'],
      [{ origin: 'http://localhost:8080' }, 'done'],
      [{ origin: 'http://127.0.0.1:8080' }, 'done'],
      [{ origin: 'http://localhost:8081' }, 'cross-site'],
      [{ origin: 'https://evil.example' }, 'cross-site'],
      [{ origin: 'null' }, 'cross-site'],
      [{}, 'cross-site'],
    ]
    for (const [site, expected] of rows) {
      assert.equal(await post(site), expected, JSON.stringify(site))
    }
    browser.site = { 'sec-fetch-site': 'cross-site' }
    assert.equal(await status(browser), 200, 'reading changes nothing')
    assert.equal((await browser.post('/api/v1/account/recovery-codes')).body.code, 'cross-site')
    // Nor is somebody walked into a session that is not theirs.
    const came = await browser.post('/api/v1/sign-in/password', { email: ans.email, password })
    assert.deepEqual([came.status, came.body.code], [403, 'cross-site'])
    assert.equal(browser.cookie, cookie)
  })

  it('are of no use with two cookies of their name, or with a token beside them', async () => {
    const browser = await signedIn()
    const cookie = browser.cookie
    browser.cookie = `${cookie}; schouw-session=${'x'.repeat(43)}`
    assert.equal(await status(browser), 401)
    browser.cookie = cookie
    const bearer = { authorization: 'Bearer schouw_pat_nothing' }
    assert.equal((await browser.send('GET', '/api/v1/sites', undefined, bearer)).status, 401)
  })

  it('go by another secret after the password, and the others end', async () => {
    const [one, two] = [await signedIn(), await signedIn()]
    const change = (body: unknown) => one.post('/api/v1/account/password', body)
    const next = 'zeven zware zeilen'
    assert.equal((await change({ former: 'wrong', password: next })).body.code, 'sign-in-refused')
    for (const [weak, why] of [
      ['short', 'too-short'],
      ['aaaaaaaaaaaaaaaa', 'too-plain'],
      ['abcdefghijklmnop', 'too-plain'],
      ['ans@jansen.example', 'names-you'],
    ]) {
      const came = await change({ former: password, password: weak })
      assert.deepEqual([came.body.code, came.body.errors?.[0].code], ['password-weak', why])
    }
    const before = one.cookie
    assert.equal((await change({ former: password, password: next })).status, 200)
    assert.notEqual(one.cookie, before)
    assert.deepEqual([await status(one), await status(two)], [200, 401])
    const entering = { email: ans.email, password }
    assert.equal((await house.browser().post('/api/v1/sign-in/password', entering)).status, 401)
    assert.equal((await change({ former: next, password })).status, 200)
    house.pass(11 * minute)
    assert.equal((await change({ former: password, password: next })).body.code, 'step-up-needed')
  })

  it('that are half open set up nothing when there is a second factor', async () => {
    house.pass(minute)
    const browser = house.browser()
    await browser.post('/api/v1/sign-in/password', { email: ans.email, password })
    for (const [method, path] of [
      ['POST', '/api/v1/account/totp/begin'],
      ['POST', '/api/v1/account/passkeys/options'],
      ['POST', '/api/v1/account/recovery-codes'],
      ['DELETE', '/api/v1/account/totp'],
    ] as const) {
      assert.equal((await browser.send(method, path)).status === 403, true, path)
    }
    for (const path of ['sessions', 'passkeys', 'events']) {
      const came = await browser.get(`/api/v1/account/${path}`)
      assert.equal(came.body.code, 'second-factor-needed', path)
    }
  })
})
