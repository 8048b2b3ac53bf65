// SPDX-License-Identifier: EUPL-1.2
// Places of an account in organisations: what one of them decides, and what it cannot.
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { kinds, records } from '@schouw/core/registers'
import { type Browser, codeAt } from './testing/browser.ts'
import { firstPerson, onBothHouses, type Person, password, withTotp } from './testing/house.ts'

const day = 86_400_000
const other = '0190b000-0000-7000-8000-0000000000bb'
const boss = '0190b000-0000-7000-8000-0000000000b1'

onBothHouses('a place', (house) => {
  let ans: Person
  before(async () => {
    ans = await firstPerson(house)
  })
  const fresh = async (who: { browser: Browser; totp: string; email: string }) => {
    house.pass(60_000)
    if ((await who.browser.get('/api/v1/session')).status === 401) {
      await who.browser.post('/api/v1/sign-in/password', { email: who.email, password })
    }
    const code = codeAt(who.totp, house.now())
    const came = await who.browser.post('/api/v1/session/totp', { code })
    assert.equal(came.status, 200, JSON.stringify(came.body))
  }
  let count = 0
  const admitted = async (
    more: Readonly<Record<string, unknown>>,
  ): Promise<Person & { person: string }> => {
    count += 1
    const name = `Number ${count}`
    const made = await ans.browser.post('/api/v1/persons', { values: { code: `N${count}`, name } })
    const email = `n${count}@jansen.example`
    const invited = await ans.browser.post('/api/v1/invitations', {
      email,
      person: made.body.id,
      ...more,
    })
    assert.equal(invited.status, 201, JSON.stringify(invited.body))
    const browser = house.browser()
    const token = invited.body.link.split('#')[1]
    const came = await browser.post('/api/v1/invitations/accept', { token, password })
    assert.equal(came.status, 200, JSON.stringify(came.body))
    return { browser, email, person: made.body.id, ...(await withTotp(house, browser)) }
  }
  const until = (ms: number) => new Date(Date.parse(house.now()) + ms).toISOString()

  it('for a time is left when the time is over', async () => {
    await fresh(ans)
    const auditor = await admitted({ role: 'auditor', until: until(2 * 3_600_000) })
    assert.equal((await auditor.browser.get('/api/v1/sites')).status, 200)
    assert.equal(
      (await auditor.browser.get('/api/v1/session')).body.organisation.until,
      until(2 * 3_600_000),
    )
    house.pass(3_500_000)
    assert.equal((await auditor.browser.get('/api/v1/sites')).status, 200)
    house.pass(3_500_000)
    await auditor.browser.get('/api/v1/sites')
    house.pass(200_000)
    const came = await auditor.browser.get('/api/v1/sites')
    assert.deepEqual([came.status, came.body.code], [403, 'organisation-needed'])
  })

  it('can be given another role, and lose it, at once and on record', async () => {
    await fresh(ans)
    const eva = await admitted({ role: 'employee' })
    const account = (await eva.browser.get('/api/v1/session')).body.account.id
    const url = `/api/v1/members/${account}/grants`
    const given = await ans.browser.post(url, { role: 'consultant', until: until(day) })
    assert.equal(given.status, 201, JSON.stringify(given.body))
    const rolesOf = async () => (await eva.browser.get('/api/v1/session')).body.organisation.roles
    assert.deepEqual((await rolesOf()).sort(), ['consultant', 'employee'])
    assert.equal((await ans.browser.delete(`${url}/${given.body.id}`)).status, 204)
    assert.deepEqual(await rolesOf(), ['employee'])
    const rows = [
      [{ role: 'consultant' }, 'role-refused'],
      [{ role: 'supplier', until: until(day) }, 'role-refused'],
      [{ role: 'ciso' }, 'body-refused'],
    ] as const
    for (const [body, code] of rows) {
      assert.equal((await ans.browser.post(url, body)).body.code, code)
    }
    const { items } = (await ans.browser.get('/api/v1/security-events')).body
    const events = items.map(({ event }: { event: string }) => event)
    assert.ok(events.includes('role-granted') && events.includes('role-revoked'))
    const members = (await ans.browser.get('/api/v1/members')).body.items
    const member = members.find((one: any) => one.account === account)
    assert.deepEqual([member.person, member.roles], [eva.person, ['employee']])
  })

  it('ends with all that hung on it, and can be had again', async () => {
    await fresh(ans)
    const eva = await admitted({ role: 'employee' })
    const account = (await eva.browser.get('/api/v1/session')).body.account.id
    const asked = { name: 'Script', read: true, write: true, days: 9 }
    const made = await eva.browser.post('/api/v1/tokens', asked)
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const own = (await ans.browser.get('/api/v1/session')).body.account.id
    assert.equal((await ans.browser.delete(`/api/v1/members/${own}`)).body.code, 'own-change')
    assert.equal((await ans.browser.delete(`/api/v1/members/${account}`)).status, 204)
    assert.equal((await ans.browser.delete(`/api/v1/members/${account}`)).status, 404)
    assert.equal((await eva.browser.get('/api/v1/session')).body.next, 'nothing-here')
    assert.equal((await eva.browser.get('/api/v1/tokens')).body.code, 'organisation-needed')
    const script = house.browser()
    script.site = { authorization: `Bearer ${made.body.token}` }
    assert.equal((await script.get('/api/v1/tokens')).status, 401)
    const again = await ans.browser.post('/api/v1/invitations', {
      email: eva.email,
      person: eva.person,
      role: 'employee',
    })
    const token = again.body.link.split('#')[1]
    const stranger = await house.browser().post('/api/v1/invitations/accept', { token, password })
    assert.deepEqual([stranger.status, stranger.body.code], [409, 'account-exists'])
    const wrong = await ans.browser.post('/api/v1/invitations/accept', { token })
    assert.equal(wrong.body.code, 'account-needed')
    const came = await eva.browser.post('/api/v1/invitations/accept', { token })
    assert.deepEqual([came.status, came.body.next], [200, 'done'])
  })

  it('follows the registers: who has left, retired, or is no longer appointed is out', async () => {
    await fresh(ans)
    const eva = await admitted({ role: 'employee' })
    const url = `/api/v1/persons/${eva.person}`
    const change = (version: number, values: unknown) =>
      ans.browser.send('PATCH', url, { values }, { 'if-match': `"${version}"` })
    const state = async () => (await eva.browser.get('/api/v1/session')).body.next
    assert.equal((await change(1, { left_on: '2026-11-01' })).status, 200)
    assert.equal(await state(), 'nothing-here')
    assert.equal((await change(2, { left_on: null })).status, 200)
    assert.equal(await state(), 'done')
    const retired = await ans.browser.post(
      `${url}/retire`,
      { reason: 'gone' },
      { 'if-match': '"3"' },
    )
    assert.ok([200, 202].includes(retired.status), JSON.stringify(retired.body))
    assert.equal(await state(), retired.status === 200 ? 'nothing-here' : 'done')
  })

  it('in a second organisation is its own, and one is worked in at a time', async () => {
    await fresh(ans)
    await house.storage.createTenant({ id: other, name: 'Other Works' })
    const actor = { person: boss, roles: ['ciso'], processes: [] } as const
    const person = '0190b000-0000-7000-8000-0000000000b2'
    const told = await house.storage.apply(other, {
      decide: ({ lookup, now }) =>
        records.create({
          kind: kinds.person,
          id: person,
          values: { code: 'A', name: 'Ans as a guest' },
          actor,
          now,
          lookup,
        }),
    })
    assert.equal(told.outcome, 'done')
    const { invite } = await import('./invitations.ts')
    const caller = { tenant: other, actor }
    const whence = { address: '192.0.2.0/24', network: '192.0.2.7', devices: '', agent: 'test' }
    const answer = await invite(
      house.identity,
      { email: ans.email, person, role: 'auditor', until: until(30 * day) },
      { caller, whence },
    )
    assert.ok('body' in answer)
    const token = (answer.body as { link: string }).link.split('#')[1]
    const came = await ans.browser.post('/api/v1/invitations/accept', { token })
    assert.equal(came.status, 200, JSON.stringify(came.body))
    assert.deepEqual(
      [came.body.organisation.id, came.body.organisation.roles],
      [other, ['auditor']],
    )
    assert.deepEqual(
      came.body.organisations.map(({ name }: { name: string }) => name),
      ['Jansen Machines', 'Other Works'],
    )
    assert.deepEqual((await ans.browser.get('/api/v1/persons')).body.items.length, 1)
    assert.equal((await ans.browser.post('/api/v1/sites', { values: {} })).status, 403)
    const home = came.body.organisations[0].id
    const choose = (organisation: string) =>
      ans.browser.post('/api/v1/session/organisation', { organisation })
    assert.deepEqual((await choose(home)).body.organisation.roles, ['ciso'])
    assert.ok((await ans.browser.get('/api/v1/persons')).body.items.length > 1)
    assert.equal((await choose('0190b000-0000-7000-8000-0000000000cc')).status, 404)
    // Both at once, each as it may be seen there, and for nobody else.
    const both = await ans.browser.get('/api/v1/account/organisations')
    assert.deepEqual(
      both.body.items.map((one: any) => [one.name, one.roles, one.standing.worst.code]),
      [
        ['Jansen Machines', ['ciso'], 'not_measured'],
        ['Other Works', ['auditor'], 'not_measured'],
      ],
    )
    const eva = await admitted({ role: 'employee' })
    const hers = await eva.browser.get('/api/v1/account/organisations')
    assert.deepEqual(
      hers.body.items.map((one: any) => [one.name, one.standing]),
      [['Jansen Machines', null]],
    )
    // What happens to the account is told to both.
    await fresh(ans)
    for (const tenant of [home, other]) {
      const rows = await house.storage.read(tenant, (db) =>
        db.selectFrom('security_events').select('event').execute(),
      )
      assert.ok(rows.some(({ event }) => event === 'second-factor-shown'))
    }
  })

  it('is seen by nobody but its organisation, and accounts by none', async () => {
    const home = (await ans.browser.get('/api/v1/session')).body.organisation.id
    const { storage } = house
    for (const table of [
      'memberships',
      'membership_grants',
      'invitations',
      'access_tokens',
      'security_events',
    ] as const) {
      const count = (tenant: string) =>
        storage.read(
          tenant,
          async (db) => (await db.selectFrom(table).selectAll().execute()).length,
        )
      const all = await storage.engine.pool.query(`select count(*)::int as n from schouw.${table}`)
      assert.equal((await count(home)) + (await count(other)), all.rows[0].n, table)
      assert.ok((await count(home)) > 0, table)
      const foreign = storage.write(other, (db) =>
        db.deleteFrom('memberships').where('tenant', '=', home).execute(),
      )
      await assert.rejects(foreign, /permission denied/)
    }
    const { rows: tables } = await storage.engine.pool.query(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced
        from pg_class c where c.relnamespace = 'schouw_identity'::regnamespace and c.relkind = 'r'`,
    )
    assert.equal(tables.length, 10)
    for (const { name, forced } of tables) {
      assert.ok(forced, name)
      for (const actor of [{ tenant: home }, 'system'] as const) {
        const table = `schouw_identity.${name}` as 'schouw_identity.accounts'
        const attempt = storage.session.run(actor, () =>
          storage.db.selectFrom(table).selectAll().execute(),
        )
        await assert.rejects(attempt, /permission denied/, `${name} as ${JSON.stringify(actor)}`)
      }
    }
    for (const table of ['records', 'log_payloads', 'memberships', 'access_tokens'] as const) {
      const attempt = storage.session.run('identity', () =>
        storage.db.selectFrom(table).selectAll().execute(),
      )
      await assert.rejects(attempt, /permission denied/, table)
    }
    const told = storage.session.run('identity', () =>
      storage.db.selectFrom('security_events').selectAll().execute(),
    )
    await assert.rejects(told, /permission denied/)
  })
})
