// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { type Browser, codeAt } from './testing/browser.ts'
import { firstPerson, onBothHouses, type Person, password, withTotp } from './testing/house.ts'

onBothHouses('invitations', (house) => {
  let ans: Person
  let me: string
  const tokenOf = (link: string) => link.split('#')[1] ?? ''

  before(async () => {
    ans = await firstPerson(house)
    me = (await ans.browser.get('/api/v1/session')).body.organisation.person
  })

  const personNamed = async (name: string) => {
    const code = name.toUpperCase().replaceAll(' ', '-')
    const made = await ans.browser.post('/api/v1/persons', { values: { code, name } })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    return made.body.id as string
  }
  const invited = async (name: string, more: Readonly<Record<string, unknown>>) => {
    const person = await personNamed(name)
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@jansen.example`
    const made = await ans.browser.post('/api/v1/invitations', { email, person, ...more })
    return { person, email, made }
  }
  const accepted = async (link: string): Promise<Browser> => {
    const browser = house.browser()
    const body = { token: tokenOf(link), name: 'Somebody', password }
    const came = await browser.post('/api/v1/invitations/accept', body)
    assert.equal(came.status, 200, JSON.stringify(came.body))
    return browser
  }

  it('give an employee an account, and the link is worth nothing after', async () => {
    const { made, email } = await invited('Eva Employee', { role: 'employee' })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const token = tokenOf(made.body.link)
    const look = await house.browser().post('/api/v1/invitations/look', { token })
    assert.deepEqual(look.body, {
      organisation: 'Jansen Machines',
      email,
      role: 'employee',
      name: 'Eva Employee',
      hasAccount: false,
    })
    const browser = await accepted(made.body.link)
    const session = (await browser.get('/api/v1/session')).body
    assert.deepEqual([session.next, session.organisation.roles], ['done', ['employee']])
    for (const [path, more] of [
      ['look', {}],
      ['accept', { password }],
    ] as const) {
      const again = await house.browser().post(`/api/v1/invitations/${path}`, { token, ...more })
      assert.deepEqual([again.status, again.body.code], [404, 'link-refused'])
    }
  })

  it('let the first director take office by accepting, and the next wait for the first', async () => {
    const { made } = await invited('Dirk Director', { role: 'director' })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    assert.ok(made.body.pending)
    const dirk = await accepted(made.body.link)
    const half = (await dirk.get('/api/v1/session')).body
    assert.deepEqual([half.next, half.organisation], ['set-up-second-factor', null])
    assert.equal((await dirk.get('/api/v1/sites')).body.code, 'second-factor-needed')
    await withTotp(house, dirk)
    const whole = (await dirk.get('/api/v1/session')).body
    assert.deepEqual(whole.organisation.roles, ['director'])

    const second = await invited('Dora Director', { role: 'director' })
    const dora = await accepted(second.made.body.link)
    assert.equal((await dora.get('/api/v1/session')).body.next, 'nothing-here')
    assert.equal((await dora.get('/api/v1/sites')).body.code, 'organisation-needed')
    const { appointment, pending } = second.made.body
    const url = `/api/v1/appointments/${appointment}/approve`
    assert.equal((await ans.browser.post(url, { pending })).body.code, 'not-permitted')
    house.pass(11 * 60_000)
    assert.equal((await dirk.post(url, { pending })).body.code, 'step-up-needed')
  })

  it('are refused where the role or the record does not fit', async () => {
    house.pass(30_000)
    await stepUp()
    const until = new Date(Date.parse(house.now()) + 86_400_000).toISOString()
    const person = await personNamed('Rob Refused')
    const email = 'rob@jansen.example'
    const rows: readonly [Readonly<Record<string, unknown>>, string][] = [
      [{ person, role: 'auditor' }, 'role-refused'],
      [{ person, role: 'employee', until }, 'role-refused'],
      [{ person, role: 'supplier', until }, 'role-refused'],
      [{ person, role: 'auditor', until: '2031-01-01T00:00:00.000Z' }, 'role-refused'],
      [{ person: me, role: 'employee' }, 'person-taken'],
      [{ person: '0190c000-0000-7000-8000-000000000099', role: 'employee' }, 'body-refused'],
      [{ person, role: 'king' }, 'body-refused'],
    ]
    for (const [body, code] of rows) {
      const came = await ans.browser.post('/api/v1/invitations', { email, ...body })
      assert.equal(came.body.code, code, JSON.stringify(body))
    }
  })

  const stepUp = async () => {
    const code = codeAt(ans.totp, house.now())
    const came = await ans.browser.post('/api/v1/session/totp', { code })
    assert.equal(came.status, 200, JSON.stringify(came.body))
  }

  it('expire, can be withdrawn, and say the same in every case', async () => {
    house.pass(60_000)
    await stepUp()
    const until = new Date(Date.parse(house.now()) + 30 * 86_400_000).toISOString()
    const { made: gone } = await invited('Ad Auditor', { role: 'auditor', until })
    assert.equal(gone.status, 201, JSON.stringify(gone.body))
    assert.equal((await ans.browser.delete(`/api/v1/invitations/${gone.body.id}`)).status, 204)
    assert.equal((await ans.browser.delete(`/api/v1/invitations/${gone.body.id}`)).status, 404)
    const { made: late } = await invited('Al Auditor', { role: 'auditor', until })
    const look = (link: string) =>
      house.browser().post('/api/v1/invitations/look', { token: tokenOf(link) })
    assert.equal((await look(late.body.link)).status, 200)
    assert.deepEqual((await look(gone.body.link)).body.code, 'link-refused')
    house.pass(7 * 86_400_000)
    assert.deepEqual((await look(late.body.link)).body.code, 'link-refused')
    const foreign = late.body.link.replace(/_[A-Za-z0-9-]{4}/, '_AAAA')
    assert.deepEqual((await look(foreign)).body.code, 'link-refused')
  })
})
