// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { type Browser, codeAt } from './testing/browser.ts'
import { firstPerson, onBothHouses, type Person } from './testing/house.ts'

const day = 86_400_000

onBothHouses('tokens', (house) => {
  let ans: Person
  let site = ''
  before(async () => {
    ans = await firstPerson(house)
    const made = await ans.browser.post('/api/v1/sites', { values: { code: 'S1', name: 'Hal' } })
    site = made.body.id
  })
  const stepUp = async () => {
    house.pass(60_000)
    const code = codeAt(ans.totp, house.now())
    const entered = await ans.browser.post('/api/v1/session/totp', { code })
    assert.equal(entered.status, 200)
  }
  const make = async (more: Readonly<Record<string, unknown>> = {}, path = 'tokens') => {
    const body = { name: 'Script', read: true, write: false, days: 30, ...more }
    const made = await ans.browser.post(`/api/v1/${path}`, body)
    assert.equal(made.status, 201, JSON.stringify(made.body))
    return made.body as { id: string; token: string; link?: string }
  }
  const by = (token: string): Browser => {
    const browser = house.browser()
    browser.site = { authorization: `Bearer ${token}` }
    return browser
  }
  const newSite = (code: string) => ({ values: { code, name: 'X' } })

  it('are known by their beginning, shown once, and read what their maker may', async () => {
    const { token, id } = await make()
    assert.match(token, /^schouw_pat_[A-Za-z0-9_-]{64}$/)
    const script = by(token)
    assert.equal((await script.get('/api/v1/sites')).body.items.length, 1)
    assert.equal((await script.get('/api/v1/log/checkpoint')).status, 200)
    const refused = await script.post('/api/v1/sites', newSite('S2'))
    assert.deepEqual([refused.status, refused.body.code], [403, 'scope-missing'])
    const listed = (await ans.browser.get('/api/v1/tokens')).body.items
    assert.equal(listed.length, 1)
    assert.deepEqual([listed[0].id, listed[0].usedAt], [id, house.now()])
    assert.ok(!JSON.stringify(listed).includes(token.slice(20)))
    const { rows } = await house.storage.engine.pool.query('select * from schouw.access_tokens')
    assert.ok(!JSON.stringify(rows).includes(token.slice(40)))
  })

  it('write where they were made for it, in the name of their maker', async () => {
    const script = by((await make({ read: false, write: true })).token)
    const made = await script.post('/api/v1/sites', newSite('S3'))
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const { person } = (await ans.browser.get('/api/v1/session')).body.organisation
    assert.equal(made.body.record.changed.by, person)
    assert.equal((await script.get('/api/v1/sites')).body.code, 'scope-missing')
  })

  it('for some registers reach no other, nor what tells of all', async () => {
    const script = by((await make({ kinds: ['site'] })).token)
    for (const [path, status] of [
      ['sites', 200],
      [`sites/${site}`, 200],
      ['persons', 403],
      ['changes', 403],
      ['log/checkpoint', 403],
      ['members', 403],
      ['tokens', 403],
    ] as const) {
      assert.equal((await script.get(`/api/v1/${path}`)).status, status, path)
    }
  })

  it('show no second factor: nothing sensitive is done with them, nor any account touched', async () => {
    const script = by((await make({ write: true })).token)
    const asked = { name: 'Another', read: true, write: true, days: 1 }
    assert.equal((await script.post('/api/v1/tokens', asked)).body.code, 'step-up-needed')
    const id = '0190e000-0000-7000-8000-000000000001'
    const approve = await script.post(`/api/v1/sites/${id}/approve`, { pending: id })
    assert.equal(approve.status, 403)
    assert.equal((await script.get('/api/v1/session')).status, 401)
    assert.equal((await script.get('/api/v1/account/sessions')).status, 401)
  })

  it('end when revoked, at their time, and with their maker’s place', async () => {
    const { token, id } = await make()
    assert.equal((await ans.browser.delete(`/api/v1/tokens/${id}`)).status, 204)
    assert.equal((await by(token).get('/api/v1/sites')).status, 401)
    assert.equal((await ans.browser.delete(`/api/v1/tokens/${id}`)).status, 404)
    const { token: short } = await make({ days: 1 })
    house.pass(day - 1)
    assert.equal((await by(short).get('/api/v1/sites')).status, 200)
    house.pass(1)
    assert.equal((await by(short).get('/api/v1/sites')).status, 401)
  })

  it('of another organisation, or made up, are nothing', async () => {
    const entered = await ans.browser.post('/api/v1/sign-in/password', {})
    assert.equal(entered.status, 422)
    const { password } = await import('./testing/house.ts')
    await ans.browser.post('/api/v1/sign-in/password', { email: ans.email, password })
    await stepUp()
    const { token } = await make()
    const elsewhere = Buffer.from('0190b00000007000800000000000000b', 'hex').toString('base64url')
    const body = Buffer.from(token.slice('schouw_pat_'.length), 'base64url')
    const moved = Buffer.concat([Buffer.from(elsewhere, 'base64url'), body.subarray(16)])
    for (const other of [
      `schouw_pat_${moved.toString('base64url')}`,
      token.replace('_pat_', '_mat_'),
      token.replace('_pat_', '_inv_'),
      `${token}A`,
      token.slice(0, -1),
      'schouw_pat_',
    ]) {
      assert.equal((await by(other).get('/api/v1/sites')).status, 401, other)
    }
    assert.equal((await by(token).get('/api/v1/sites')).status, 200)
  })

  it('of machines speak for themselves, in the log too', async () => {
    await stepUp()
    const { token, id } = await make({ role: 'it_manager', write: true }, 'machine-tokens')
    assert.match(token, /^schouw_mat_/)
    const machine = by(token)
    const values = { code: 'P-9', name: 'Piet' }
    const made = await machine.post('/api/v1/persons', { values })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    assert.equal(made.body.record.created.by, id)
    assert.equal((await machine.get('/api/v1/members')).status, 403)
  })

  it('for suppliers show one supplier its own, until a day', async () => {
    await stepUp()
    const values = { code: 'SUP', name: 'Robotics', criticality: 'low' }
    const made = await ans.browser.post('/api/v1/suppliers', { values })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const bad = await ans.browser.post('/api/v1/supplier-links', {
      name: 'x',
      supplier: site,
      days: 1,
    })
    assert.equal(bad.body.code, 'body-refused')
    const asked = { name: 'Questionnaire', supplier: made.body.id, days: 14 }
    const given = await ans.browser.post('/api/v1/supplier-links', asked)
    assert.equal(given.status, 201, JSON.stringify(given.body))
    const { token, link } = given.body
    assert.equal(link, `http://localhost:8080/link#${token}`)
    const supplier = by(token)
    assert.equal((await supplier.get(`/api/v1/suppliers/${made.body.id}`)).status, 200)
    assert.equal((await supplier.get('/api/v1/sites')).status, 403)
    house.pass(14 * day)
    assert.equal((await supplier.get(`/api/v1/suppliers/${made.body.id}`)).status, 401)
  })
})
