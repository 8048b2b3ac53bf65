// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { newId } from '../http/ids.ts'
import { firstPerson, onBothHouses, origin, type Person } from '../identity/testing/house.ts'
import { mailQueue } from '../mail/queue.ts'
import { creating } from '../storage/testing/records.ts'
import { remindOfClocks } from './reminders.ts'

const hourMs = 3_600_000

onBothHouses('reminders of clocks', (house) => {
  let ans: Person
  let me = ''
  let tenant = ''
  let calendar = ''
  const incidents: string[] = []
  before(async () => {
    ans = await firstPerson(house)
    me = (await ans.browser.get('/api/v1/session')).body.organisation.person
    calendar = (await ans.browser.post('/api/v1/calendar/links', { language: 'nl' })).body.path
    ;[{ id: tenant }] = (await house.storage.tenants()) as unknown as [{ id: string }]
  })
  const make = async (path: string, values: object) => {
    const made = await ans.browser.post(`/api/v1/${path}`, { values })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    return made.body.id as string
  }
  /** Hours after signing in nobody is signed in any more. */
  const put = async (kind: 'incident' | 'awareness', values: object) => {
    const told = await house.storage.apply(tenant, creating(kind, values))
    assert.ok(told.outcome === 'done' && told.done.record !== null)
    if (kind === 'incident') incidents.push(told.done.record.id)
    return told.done.record.id
  }
  const hook = async (given: { kinds?: string[]; actions?: string[] }) => {
    const id = newId(house.now())
    const { kinds, actions } = given
    await house.storage.write(tenant, (db) =>
      db
        .insertInto('webhooks')
        .values({
          ...{ id, url: 'https://example.org/in', description: '', scheme: 'v1' },
          kinds: kinds === undefined ? null : JSON.stringify(kinds),
          actions: actions === undefined ? null : JSON.stringify(actions),
          sealed_key: Buffer.alloc(1),
          ...{ state: 'active', created_by: me, created_at: house.now(), next_entry: 1e6 },
        })
        .execute(),
    )
    return id
  }
  const toldTo = (id: string) =>
    house.storage.read(tenant, (db) =>
      db
        .selectFrom('webhook_deliveries')
        .select(['event', 'body', 'entry'])
        .where('webhook', '=', id)
        .orderBy('at')
        .orderBy('id')
        .execute(),
    )
  const queueMail = () => mailQueue({ secrets: house.storage.secrets, clock: house.now })
  const look = () => {
    const rest = { clock: house.now, origin: () => origin }
    return remindOfClocks(tenant, { storage: house.storage, queueMail: queueMail(), ...rest })
  }

  it('tells whoever watches over incidents once at each point, and stops when it is sent', async () => {
    assert.equal(await look(), 0)
    const now = house.now()
    const incident = await make('incidents', {
      code: 'I-1',
      name: 'Lijn 2',
      concerns_customers: 'no',
    })
    incidents.push(incident)
    assert.equal(await look(), 0)
    await make('awarenesses', {
      ...{ incident, person: me, recorded_by: me, how: 'own_detection' },
      ...{ aware_at: now, recorded_at: now },
    })
    assert.equal(await look(), 0)
    house.pass(13 * hourMs)
    assert.equal(await look(), 1)
    assert.equal(await look(), 0)
    house.pass(10.5 * hourMs)
    assert.equal(await look(), 1)
    house.pass(hourMs)
    assert.equal(await look(), 1)
    const report = {
      ...{ incident, regime: 'cbw', stage: 'early_warning', recipients: ['csirt'] },
      sent_at: house.now(),
    }
    const told = await house.storage.apply(tenant, creating('incident-report', report))
    assert.equal(told.outcome, 'done')
    house.pass(hourMs)
    assert.equal(await look(), 0)
  })
  it('tells that somebody’s report lies unsorted, at each point once, until it is sorted', async () => {
    const values = { code: 'M-1', name: 'Losgeldbrief', noticed_at: house.now() }
    const incident = await put('incident', values)
    // Of the incident before this one a report may be due as well: said beforehand.
    house.pass(0.9 * hourMs)
    await look()
    house.pass(0.2 * hourMs)
    assert.equal(await look(), 1)
    assert.equal(await look(), 0)
    const kept = async () =>
      (
        await house.storage.read(tenant, (db) =>
          db.selectFrom('reminders').select('stage').where('stage', 'like', 'unsorted%').execute(),
        )
      ).map(({ stage }) => stage)
    assert.deepEqual(await kept(), [`unsorted 1 ${me}`])
    await put('awareness', {
      ...{ incident, person: me, recorded_by: me, how: 'employee_report' },
      ...{ aware_at: house.now(), recorded_at: house.now() },
    })
    house.pass(4 * hourMs)
    await look()
    assert.equal((await kept()).length, 1)
  })

  it('tells webhooks that want it at the same points, also where no mail goes out', async () => {
    const all = await hook({})
    const chosen = await hook({ kinds: ['incident'], actions: ['due'] })
    const others = [await hook({ kinds: ['asset'] }), await hook({ actions: ['create'] })]
    const incident = await put('incident', { code: 'I-2', name: 'Lijn 1' })
    await put('awareness', {
      ...{ incident, person: me, recorded_by: me, how: 'own_detection' },
      ...{ aware_at: house.now(), recorded_at: house.now() },
    })
    const silent = () => {
      const rest = { clock: house.now, origin: () => origin }
      return remindOfClocks(tenant, { storage: house.storage, queueMail: undefined, ...rest })
    }
    house.pass(23.5 * hourMs)
    // Of the incident before this one reports are due as well.
    await silent()
    assert.equal(await silent(), 0)
    house.pass(hourMs)
    await silent()
    for (const id of [all, chosen]) {
      const told = (await toldTo(id)).map((one) => ({ ...one, body: JSON.parse(one.body) }))
      const mine = told.filter(
        ({ body }) => body.data.id === incident && body.data.stage === 'early_warning',
      )
      assert.deepEqual(
        mine.map(({ event, entry, body: { data } }) => [event, entry, data.is_over, data.regime]),
        [
          ['incident.due', null, false, 'cbw'],
          ['incident.due', null, true, 'cbw'],
        ],
      )
      // What is sent is no more than what it is about.
      assert.doesNotMatch(JSON.stringify(mine), /Lijn 1/)
    }
    for (const id of others) assert.deepEqual(await toldTo(id), [])
  })

  it('puts them in the calendar of whoever watches or leads, and takes them out once sent', async () => {
    const read = async () => {
      const came = await house.app.inject({ method: 'GET', url: calendar })
      return came.body.replaceAll('\r\n ', '')
    }
    const text = await read()
    assert.match(text, /UID:[0-9a-f-]{36}-cbw-notification@schouw\r\n/)
    assert.match(text, /SUMMARY:[^\r]*Lijn 1\r\n/)
    assert.match(text, /TRIGGER:-PT60M\r\n/)
    assert.match(text, /REFRESH-INTERVAL;VALUE=DURATION:PT1H/)
    for (const incident of incidents) {
      const sent = { incident, regime: 'cbw', recipients: ['csirt'], sent_at: house.now() }
      for (const stage of ['early_warning', 'notification']) {
        await house.storage.apply(tenant, creating('incident-report', { ...sent, stage }))
      }
    }
    assert.doesNotMatch(await read(), /-cbw-notification@schouw/)
  })
})
