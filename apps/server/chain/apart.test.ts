// SPDX-License-Identifier: EUPL-1.2
// The area of suppliers and that of the staff: what opens the one does nothing in the other.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, it } from 'node:test'
import { routes } from '@schouw/contract'
import type { LightMyRequestResponse } from 'fastify'
import { httpApp } from '../http/app.ts'
import { authenticateBy } from '../identity/authenticate.ts'
import { firstPerson, onBothHouses } from '../identity/testing/house.ts'

const linkOrigin = 'https://antwoord.example'
/** As a page of ours asks. */
const ours = { 'sec-fetch-site': 'same-origin' }
const open = '/api/v1/questionnaire'
/** Of the staff: one of each sort, and one that changes something. */
const staff = [
  ['GET', '/api/v1/chain'],
  ['GET', '/api/v1/suppliers'],
  ['GET', '/api/v1/session'],
  ['GET', '/api/v1/files'],
  ['POST', '/api/v1/suppliers'],
] as const

onBothHouses('the area of suppliers', (house) => {
  let cookie = ''
  let token = ''
  let review = ''
  const day = 86_400_000
  const until = (days: number) =>
    new Date(Date.parse(house.now()) + days * day).toISOString().slice(0, 10)
  before(async () => {
    const { browser } = await firstPerson(house)
    cookie = browser.cookie ?? ''
    const values = { code: 'L1', name: 'Maker', delivers: ['software'] }
    const made = await browser.post('/api/v1/suppliers', { values })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const sent = await browser.post(`/api/v1/chain/suppliers/${made.body.id}/questionnaires`, {
      ...{ tier: 'software', name: 'Anna', language: 'nl', answer_until: until(20) },
    })
    assert.equal(sent.status, 201, JSON.stringify(sent.body))
    token = String(sent.body.link).split('#')[1] ?? ''
    review = sent.body.review
  })
  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    house.app.inject({ method: 'POST', url, payload, headers })
  const shown = ({ statusCode, headers, json }: LightMyRequestResponse) => {
    const { 'content-length': _length, date: _date, ...rest } = headers
    return { statusCode, headers: rest, body: { ...json(), instance: '' } }
  }

  it('answers a session of the staff as it answers a stranger', async () => {
    for (const route of Object.values(routes).filter(({ path }) => path.startsWith(open))) {
      const payload = { token: `${token.slice(0, -4)}AAAA` }
      const [plain, signed] = [
        await post(route.path, payload),
        await post(route.path, payload, { cookie }),
      ]
      assert.deepEqual(shown(signed).body, shown(plain).body, route.path)
      assert.equal(signed.headers['set-cookie'], undefined, route.path)
    }
    const [plain, signed] = [await post(open, { token }), await post(open, { token }, { cookie })]
    assert.equal(plain.statusCode, 200)
    assert.deepEqual(shown(signed).body, shown(plain).body)
    assert.equal(signed.headers['set-cookie'], undefined)
  })

  it('opens nothing of the staff with a link, wherever it is put', async () => {
    const name = cookie.split('=')[0] ?? ''
    const ways = [
      { authorization: `Bearer ${token}` },
      { cookie: `${name}=${token}` },
      { 'x-schouw-link': token },
    ]
    for (const [method, url] of staff) {
      for (const headers of ways) {
        const came = await house.app.inject({
          method,
          url,
          headers: { ...headers, ...ours } as never,
        })
        assert.equal(came.statusCode, 401, `${method} ${url} ${Object.keys(headers)[0]}`)
      }
    }
  })

  it('is opened by 256 bits of chance that are kept nowhere, only their digest', async () => {
    const bodyOf = (text: string) => Buffer.from(text.replace('schouw_quest_', ''), 'base64url')
    const supplier = (
      await house.app.inject({ url: '/api/v1/suppliers', headers: { cookie, ...ours } })
    ).json().items[0].id
    const again = await house.app.inject({
      ...{ method: 'POST', url: `/api/v1/chain/suppliers/${supplier}/questionnaires` },
      headers: { cookie, ...ours },
      payload: { tier: 'maintenance', name: 'Bo', language: 'en', answer_until: until(20) },
    })
    assert.equal(again.statusCode, 201, again.body)
    const other = String(again.json().link).split('#')[1] ?? ''
    const [one, two] = [bodyOf(token), bodyOf(other)]
    // The tenant in front is the same; nothing else is.
    assert.equal(one.length, 16 + 32)
    assert.deepEqual(one.subarray(0, 16), two.subarray(0, 16))
    assert.notDeepEqual(one.subarray(16), two.subarray(16))
    const { pool } = house.storage.engine
    const { rows: tables } = await pool.query<{ name: string }>(
      `select n.nspname || '.' || quote_ident(c.relname) as name from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname like 'schouw%' and c.relkind in ('r', 'p')`,
    )
    assert.ok(tables.some(({ name }) => name === 'schouw.questionnaire_links'))
    const digest = createHash('sha256').update(token).digest('hex')
    const kept: string[] = []
    for (const { name } of tables) {
      const { rows } = await pool.query<{ line: string }>(`select t::text as line from ${name} t`)
      const text = rows.map(({ line }) => line).join('\n')
      for (const secret of [token.slice(-43), one.subarray(16).toString('hex')]) {
        assert.ok(!text.includes(secret), name)
      }
      if (text.includes(digest)) kept.push(name)
    }
    assert.deepEqual(kept, ['schouw.questionnaire_links'])
  })

  it('says the same of a link that is unknown, over or drawn back, in body and headers', async () => {
    const unknown = shown(await post(open, { token: `${token.slice(0, -4)}AAAA` }))
    assert.equal(unknown.statusCode, 404)
    const nobodys = token.replace(/^(schouw_quest_).{8}/, '$1AAAAAAAA')
    assert.deepEqual(shown(await post(open, { token: nobodys })), unknown)
    house.pass(60 * day)
    assert.deepEqual(shown(await post(open, { token })), unknown, 'over')
    house.pass(-60 * day)
    const drawn = await house.app.inject({
      ...{ method: 'DELETE', url: `/api/v1/chain/reviews/${review}/link` },
      headers: { cookie, ...ours },
    })
    assert.equal(drawn.statusCode, 204, drawn.body)
    assert.deepEqual(shown(await post(open, { token })), unknown, 'drawn back')
  })

  it('has an address of its own where nothing else answers, when one is set', async () => {
    const app = await httpApp({
      ...{ storage: house.storage, identity: house.identity, linkOrigin },
      ...{ authenticate: authenticateBy(house.identity), clock: house.now },
    })
    const there = (method: 'GET' | 'POST', url: string, host: string) =>
      app.inject({
        method,
        url,
        headers: { host, cookie, ...ours },
        ...(method === 'POST' ? { payload: { token } } : {}),
      })
    const { host } = new URL(linkOrigin)
    for (const [method, url] of [...staff, ['POST', '/api/v1/session/password'] as const]) {
      assert.equal((await there(method, url, host)).statusCode, 404, url)
    }
    assert.equal((await there('GET', '/api/v1/chain', 'localhost:8080')).statusCode, 200)
    assert.equal((await there('POST', open, host)).json().code, 'link-refused')
    const supplier = (await there('GET', '/api/v1/suppliers', 'localhost:8080')).json().items[0].id
    const sent = await app.inject({
      ...{ method: 'POST', url: `/api/v1/chain/suppliers/${supplier}/questionnaires` },
      headers: { cookie, ...ours, host: 'localhost:8080' },
      payload: { tier: 'parts', name: 'Anna', language: 'nl', answer_until: until(20) },
    })
    // The same review on the same day is there already, or it is made: what counts is where it leads.
    if (sent.statusCode === 201) assert.ok(sent.json().link.startsWith(`${linkOrigin}/supplier#`))
    else assert.equal(sent.statusCode, 409, sent.body)
    await app.close()
  })
})
