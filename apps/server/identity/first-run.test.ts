// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setupLink } from './setup.ts'
import { codeAt } from './testing/browser.ts'
import { company, firstPerson, onBothHouses, type Person, password } from './testing/house.ts'

onBothHouses('the first run', (house) => {
  let ans: Person

  it('refuses a link that is not one, and one that is over', async () => {
    const asked = (token: string) =>
      house.browser().post('/api/v1/setup', {
        token,
        organisation: company,
        person: { name: 'Ans', email: 'ans@jansen.example' },
        password,
      })
    assert.equal((await asked('x'.repeat(43))).body.code, 'link-refused')
    const link = await setupLink(house.identity)
    house.pass(24 * 3_600_000)
    assert.equal((await asked(link?.url.split('#')[1] ?? '')).body.code, 'link-refused')
    assert.deepEqual((await house.browser().get('/api/v1/setup')).body, { isOpen: true })
  })

  it('makes the organisation, its first person and the account, once', async () => {
    const spare = await setupLink(house.identity)
    const made = await firstPerson(house)
    ans = made
    assert.equal(made.reply.body.next, 'set-up-second-factor')
    assert.match(
      made.reply.headers['set-cookie'][0],
      /^schouw-session=\S{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/,
    )
    const session = (await ans.browser.get('/api/v1/session')).body
    assert.equal(session.next, 'done')
    assert.deepEqual(session.organisation.roles, ['ciso'])
    assert.equal(session.organisation.name, company.name)
    assert.deepEqual(await setupLink(house.identity), undefined)
    const again = await house.browser().post('/api/v1/setup', {
      token: spare?.url.split('#')[1],
      organisation: company,
      person: { name: 'Mallory', email: 'm@example.org' },
      password,
    })
    assert.equal(again.status, 404)
    assert.deepEqual((await house.browser().get('/api/v1/setup')).body, { isOpen: false })
  })

  it('put it all in the log, with who appointed the first CISO', async () => {
    const list = async (plural: string) => (await ans.browser.get(`/api/v1/${plural}`)).body.items
    const [organisation] = await list('organisations')
    assert.equal(organisation.values.code, 'JANSEN-MACHINES')
    const [appointment] = await list('appointments')
    const { person } = (await ans.browser.get('/api/v1/session')).body.organisation
    assert.deepEqual(appointment.values, { person, role: 'ciso', from: '2026-11-22' })
    assert.deepEqual([appointment.created.by, appointment.approval.by], [person, 'system'])
  })

  it('lets her work in the registers', async () => {
    const made = await ans.browser.post('/api/v1/sites', { values: { code: 'S1', name: 'Hal' } })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    assert.equal((await house.browser().get('/api/v1/sites')).status, 401)
  })

  it('lets her in again with password and code, and not with the password alone', async () => {
    house.pass(60_000)
    const browser = house.browser()
    const came = await browser.post('/api/v1/sign-in/password', { email: ans.email, password })
    assert.equal(came.body.next, 'show-second-factor')
    assert.deepEqual([came.body.organisation, came.body.organisations], [null, []])
    assert.equal((await browser.get('/api/v1/sites')).body.code, 'second-factor-needed')
    const before = browser.cookie
    const code = codeAt(ans.totp, house.now())
    const shown = await browser.post('/api/v1/session/totp', { code })
    assert.equal(shown.body.next, 'done')
    assert.notEqual(browser.cookie, before)
    assert.equal((await browser.get('/api/v1/sites')).status, 200)
    browser.cookie = before
    assert.equal((await browser.get('/api/v1/session')).status, 401)
  })
})
