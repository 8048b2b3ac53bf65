// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { addDays } from '@schouw/core/kernel'
import { sql } from 'kysely'
import { firstPerson, onBothHouses, origin, type Person } from '../identity/testing/house.ts'
import { mailQueue } from '../mail/queue.ts'
import { remindOwners } from './reminders.ts'

onBothHouses('plan and calendar', (house) => {
  let ans: Person
  let me = ''
  let tenant = ''
  const today = () => house.now().slice(0, 10)
  const action = async (values: object, state?: string) => {
    const body = {
      values: { origin: 'roadmap', ...values },
      ...(state === undefined ? {} : { state }),
    }
    const made = await ans.browser.post('/api/v1/actions', body)
    assert.equal(made.status, 201, JSON.stringify(made.body))
    return made.body.id as string
  }
  const link = async () => {
    const made = await ans.browser.post('/api/v1/calendar/links', { language: 'nl' })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    return made.body as { id: string; path: string }
  }
  const fetched = async (path: string, headers: Record<string, string> = {}) => {
    const came = await house.app.inject({ method: 'GET', url: path, headers })
    return { status: came.statusCode, text: came.body, headers: came.headers }
  }
  before(async () => {
    ans = await firstPerson(house)
    const session = (await ans.browser.get('/api/v1/session')).body
    me = session.organisation.person
    ;[{ id: tenant }] = (await house.storage.tenants()) as unknown as [{ id: string }]
  })

  it('tells what was asked and did not come, with the consequence that was named', async () => {
    const budget = { code: 'B1', name: 'Segmentatie', year: 2026, asked_eur: 40_000 }
    const rest = { asked_on: '2026-03-01', consequence_of_difference: 'De lijn blijft open.' }
    const made = await ans.browser.post('/api/v1/budgets', { values: { ...budget, ...rest } })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    await ans.browser.post(
      `/api/v1/budgets/${made.body.id}/moves`,
      { to: 'asked' },
      { 'if-match': '"1"' },
    )
    const { plan } = (await ans.browser.get('/api/v1/plan')).body
    const [first] = plan.money.not_done
    assert.equal(first?.what, 'unanswered')
    assert.equal(first?.consequence, 'De lijn blijft open.')
    assert.equal(first?.asked_eur, 40_000)
  })

  it('goes along on paper and as tables, with its bars drawn', async () => {
    await action({ code: 'A9', name: 'Muur tussen kantoor en hal', due_on: addDays(today(), 200) })
    const taken = async (format: string) => {
      const url = `/api/v1/plan/export?format=${format}&language=nl`
      const came = await fetched(url, { cookie: ans.browser.cookie ?? '' })
      assert.equal(came.status, 200, format)
      return came
    }
    const csv = await taken('csv')
    assert.match(String(csv.text), /^\uFEFF?Code,Actie,Stand/)
    assert.match(String(csv.text), /A9,Muur tussen kantoor en hal,loopt/)
    const pdf = await taken('pdf')
    assert.match(String(pdf.headers['content-disposition']), /plan-\d{4}-\d\d-\d\d\.pdf/)
    assert.match(String(pdf.text), /^%PDF-/)
    const book = await taken('xlsx')
    assert.match(String(book.text), /^PK/)
  })

  it('gives whoever has the link the days of whoever made it, and nobody else', async () => {
    await action({ code: 'A1', name: 'Netwerk, deel 1', owner: me, due_on: addDays(today(), 300) })
    await action({ code: 'A2', name: 'Van niemand', due_on: addDays(today(), 30) })
    const { path } = await link()
    const came = await fetched(path)
    assert.equal(came.status, 200)
    assert.match(String(came.headers['content-type']), /^text\/calendar/)
    assert.match(came.text, /X-WR-TIMEZONE:Europe\/Amsterdam\r\n/)
    assert.match(came.text, /SUMMARY:Actie klaar: Netwerk\\, deel 1\r\n/)
    assert.doesNotMatch(came.text, /Van niemand/)
    const again = await fetched(path)
    assert.equal(again.text, came.text)
    const tag = String(came.headers['etag'])
    assert.equal((await fetched(path, { 'if-none-match': tag })).status, 304)
  })

  it('tells of an exercise its day and its name, and of what comes in nothing, to whomever', async () => {
    const secret = 'Tank loopt over'
    const planned = (code: string, people: object) => ({
      ...{ code, name: `Oefening ${code}`, type: 'tabletop', planned_on: addDays(today(), 40) },
      ...{ scenario: secret, goals: secret, note: secret, ...people },
      injects: [{ number: 1, after_minutes: 5, text: secret, to: 'OT', expected: secret }],
    })
    for (const values of [
      planned('X1', { participants: [me] }),
      planned('X2', { led_by: me }),
      planned('X3', { observers: [me] }),
    ]) {
      const made = await ans.browser.post('/api/v1/exercises', { values })
      assert.equal(made.status, 201, JSON.stringify(made.body))
    }
    const text = (await fetched((await link()).path)).text.replaceAll('\r\n ', '')
    for (const code of ['X1', 'X2', 'X3']) {
      assert.match(text, new RegExp(`SUMMARY:[^\\r]*Oefening ${code}\\r\\n`))
    }
    assert.doesNotMatch(text, new RegExp(secret))
  })

  it('keeps a digest of the link alone, and shows the link once', async () => {
    const { path } = await link()
    const secret = path.split('.')[1] ?? ''
    assert.ok(secret.length >= 43)
    const listed = (await ans.browser.get('/api/v1/calendar/links')).body
    assert.doesNotMatch(JSON.stringify(listed), new RegExp(secret))
    const { rows } = await house.storage.engine.pool.query('select * from schouw.calendar_links')
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(secret))
  })

  it('leads nowhere once it was revoked, with another secret, or in another organisation', async () => {
    const { path, id } = await link()
    assert.equal((await fetched(path)).status, 200)
    assert.equal((await fetched(path.replace(/.{5}\.ics$/, 'AAAAA.ics'))).status, 404)
    const other = tenant.replaceAll('-', '')
    const nobodys = `${other.slice(0, 31)}${other.endsWith('0') ? '1' : '0'}`
    assert.equal((await fetched(path.replace(other, nobodys))).status, 404)
    assert.equal((await ans.browser.delete(`/api/v1/calendar/links/${id}`)).status, 204)
    assert.equal((await fetched(path)).status, 404)
    assert.equal((await ans.browser.delete(`/api/v1/calendar/links/${id}`)).status, 404)
  })

  it('is slowed for whoever asks too often', async () => {
    const { items } = (await ans.browser.get('/api/v1/calendar/links')).body
    for (const { id } of items) await ans.browser.delete(`/api/v1/calendar/links/${id}`)
    const { path } = await link()
    const asked = await Promise.all(Array.from({ length: 40 }, () => fetched(path)))
    assert.ok(asked.some(({ status }) => status === 429))
  })

  it('ends with the place in the organisation', async () => {
    const { path } = await link()
    await house.storage.write(tenant, (db) =>
      db
        .updateTable('memberships')
        .set({ ended_at: house.now() })
        .where('person', '=', me)
        .execute(),
    )
    const { feedOf } = await import('./feed.ts')
    const around = { storage: house.storage, origin: () => origin, now: house.now() }
    const token = path.split('/').at(-1) ?? ''
    assert.equal(await feedOf(token, around), undefined)
    await house.storage.write(tenant, (db) =>
      db.updateTable('memberships').set({ ended_at: null }).where('person', '=', me).execute(),
    )
    assert.match((await feedOf(token, around)) ?? '', /BEGIN:VCALENDAR/)
  })

  it('writes one letter for each day and stage, however often it looks', async () => {
    const queueMail = mailQueue({ secrets: house.storage.secrets, clock: house.now })
    const look = () =>
      remindOwners(tenant, {
        storage: house.storage,
        queueMail,
        clock: house.now,
        origin: () => origin,
      })
    const written = async () => {
      const counts = await Promise.all([look(), look()])
      return counts.reduce((sum, one) => sum + one, 0)
    }
    await look()
    await action({ code: 'R1', name: 'Bijna klaar', owner: me, due_on: addDays(today(), 8) })
    assert.equal(await written(), 0)
    house.pass(86_400_000)
    assert.equal(await written(), 1)
    assert.equal(await written(), 0)
    house.pass(6 * 86_400_000)
    assert.equal(await written(), 1)
    house.pass(2 * 86_400_000)
    assert.equal(await written(), 1)
    house.pass(6 * 86_400_000)
    assert.equal(await written(), 1)
    house.pass(9 * 86_400_000)
    assert.equal(await written(), 0)
    const { rows } = await house.storage.read(tenant, (db) =>
      sql<{ stage: string }>`select stage from reminders order by written_at`.execute(db),
    )
    assert.deepEqual(
      rows.slice(-4).map(({ stage }) => stage),
      ['week_before', 'day_before', 'day_after', 'week_after'],
    )
  })
})
