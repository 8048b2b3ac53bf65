// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { codeAt } from './testing/browser.ts'
import { firstPerson, onBothHouses, type Person, password } from './testing/house.ts'

onBothHouses('guesses', (house) => {
  let ans: Person
  before(async () => {
    ans = await firstPerson(house)
  })
  let line = 0
  /** From an address that nobody used before. */
  const stranger = () => {
    const browser = house.browser()
    line += 1
    browser.address = `198.51.${line >> 8}.${line & 0xff}`
    return browser
  }
  const attempt = (email: string, given: string, browser = stranger()) =>
    browser.post('/api/v1/sign-in/password', { email, password: given })
  const half = async () => {
    const browser = stranger()
    assert.equal((await attempt(ans.email, password, browser)).status, 200)
    return browser
  }

  it('at a password get one answer, whether there is an account or not', async () => {
    const known = await attempt(ans.email, 'not the password')
    const unknown = await attempt('nobody@jansen.example', 'not the password')
    const { instance: _, ...body } = known.body
    const { instance: _also, ...same } = unknown.body
    assert.deepEqual(body, same)
    assert.deepEqual([known.status, body.code], [401, 'sign-in-refused'])
    const names = (headers: object) => Object.keys(headers).sort()
    assert.deepEqual(names(known.headers), names(unknown.headers))
  })

  it('take the same time, whether there is an account or not', async () => {
    const took = async (email: string) => {
      const start = performance.now()
      await attempt(email, 'not the password')
      await house.identity.idle()
      return performance.now() - start
    }
    const rounds: [number, number][] = []
    for (let round = 0; round < 8; round += 1) {
      house.pass(86_400_000 + 1)
      rounds.push([await took(ans.email), await took(`nobody-${round}@jansen.example`)])
    }
    const median = (side: 0 | 1) =>
      rounds.map((pair) => pair[side]).sort((a, b) => a - b)[rounds.length >> 1] ?? 0
    // A password that is not looked at takes a hundredth; a busy machine bends it by less than this.
    const ratio = median(0) / median(1)
    assert.ok(ratio > 0.2 && ratio < 5, `ratio ${ratio}`)
  })

  it('at one account are slowed from anywhere, the same with and without an account', async () => {
    house.pass(86_400_000 + 1)
    for (const email of [ans.email, 'nobody@jansen.example']) {
      const statuses = []
      for (let n = 0; n < 8; n += 1) statuses.push((await attempt(email, `guess ${n}`)).status)
      assert.deepEqual(statuses, [401, 401, 401, 401, 401, 401, 429, 429], email)
    }
    const right = await attempt(ans.email, password)
    assert.deepEqual([right.status, right.body.code], [429, 'too-many-requests'])
    assert.equal(right.headers['retry-after'], '1')
    house.pass(1000)
    assert.equal((await attempt(ans.email, password)).status, 200)
    // It was right: the next mistake is the first one again.
    assert.equal((await attempt(ans.email, 'a mistake')).status, 401)
    assert.equal((await attempt(ans.email, password)).status, 200)
  })

  it('from one address are slowed whatever they are at', async () => {
    const one = stranger()
    let slowed = 0
    for (let n = 0; n < 40; n += 1) {
      slowed += (await attempt(`n${n}@jansen.example`, 'x', one)).status === 429 ? 1 : 0
    }
    assert.ok(slowed >= 8, String(slowed))
    assert.equal((await attempt(ans.email, password)).status, 200, 'elsewhere nothing happened')
  })

  it('made all at once gain nothing', async () => {
    const came = await Promise.all(
      Array.from({ length: 20 }, (_, n) => attempt('crowd@jansen.example', `guess ${n}`)),
    )
    assert.equal(came.filter(({ status }) => status === 401).length, 6)
  })

  it('at a code are slowed, and a code is good once', async () => {
    house.pass(60_000)
    const browser = await half()
    const show = (code: string) => browser.post('/api/v1/session/totp', { code })
    const right = codeAt(ans.totp, house.now())
    const wrong = right === '000000' ? '000001' : '000000'
    for (let n = 0; n < 6; n += 1) {
      assert.equal((await show(wrong)).body.code, 'second-factor-refused')
    }
    assert.equal((await show(right)).status, 429)
    house.pass(1000)
    assert.equal((await show(right)).status, 200)
    const again = await half()
    const replayed = await again.post('/api/v1/session/totp', { code: right })
    assert.equal(replayed.body.code, 'second-factor-refused')
  })

  it('at a code allow for a clock that is half a minute off, and no more', async () => {
    house.pass(10 * 60_000)
    const at = (ms: number) =>
      codeAt(ans.totp, new Date(Date.parse(house.now()) + ms).toISOString())
    for (const [off, status] of [
      [-61_000, 403],
      [61_000, 403],
      [-30_000, 200],
      [0, 200],
      [30_000, 200],
      // What was used up is used up, and so is all before it.
      [0, 403],
    ] as const) {
      const browser = await half()
      const came = await browser.post('/api/v1/session/totp', { code: at(off) })
      assert.equal(came.status, status, String(off))
    }
  })

  it('with recovery codes work once each, and not after new ones were made', async () => {
    house.pass(60_000)
    const show = async (code: string) => {
      const browser = await half()
      return { browser, came: await browser.post('/api/v1/session/recovery-code', { code }) }
    }
    const [first = '', second = ''] = ans.codes
    const { browser, came } = await show(first.toUpperCase().replaceAll('-', ' '))
    assert.deepEqual([came.status, came.body.factors.recoveryCodes], [200, 9])
    assert.equal((await show(first)).came.status, 403)
    const made = await browser.post('/api/v1/account/recovery-codes')
    assert.equal(made.body.codes.length, 10)
    assert.equal((await show(second)).came.status, 403)
    assert.equal((await show(made.body.codes[3])).came.status, 200)
  })

  it('leave a trail without secrets, whole addresses or names that are nobody’s', async () => {
    await house.identity.idle()
    const browser = await half()
    house.pass(60_000)
    await browser.post('/api/v1/session/totp', { code: codeAt(ans.totp, house.now()) })
    const { body } = await browser.get('/api/v1/security-events')
    const events = new Set(body.items.map(({ event }: { event: string }) => event))
    for (const event of ['sign-in', 'sign-in-refused', 'guesses-slowed', 'recovery-code-used']) {
      assert.ok(events.has(event), event)
    }
    const text = JSON.stringify(body)
    assert.doesNotMatch(text, /198\.51\.\d+\.[1-9]|nobody@|not the password|guess \d/)
    assert.match(text, /198\.51\.\d+\.0\/24/)
    const { rows } = await house.storage.engine.pool.query(
      `select event, account, detail, address from schouw_identity.events where account is null`,
    )
    assert.ok(rows.length > 0)
    assert.doesNotMatch(JSON.stringify(rows), /nobody|@|198\.51\.\d+\.[1-9]/)
  })

  it('keep nothing in the database that signs in', async () => {
    const found: string[] = []
    for (const [table, columns] of [
      ['accounts', 'password, totp_secret'],
      ['sessions', 'digest'],
      ['recovery_codes', 'digest'],
    ]) {
      const { rows } = await house.storage.engine.pool.query(
        `select ${columns} from schouw_identity.${table}`,
      )
      for (const row of rows) found.push(...Object.values(row).map(String))
    }
    assert.ok(found.length > 10)
    assert.ok(found.some((text) => text.startsWith('$argon2id$v=19$m=19456,t=2,p=1$')))
    const text = found.join('\n')
    assert.ok(!text.includes(ans.totp) && !text.includes(password))
    assert.ok(!text.includes(String(ans.browser.cookie).split('=')[1] ?? 'x'))
  })
})
