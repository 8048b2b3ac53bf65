// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { firstPerson, onBothHouses, origin, type Person } from '../identity/testing/house.ts'
import { mailQueue } from '../mail/queue.ts'
import { creating } from '../storage/testing/records.ts'
import { remindOfClocks } from './reminders.ts'

const hourMs = 3_600_000

onBothHouses('reminders of clocks', (house) => {
  let ans: Person
  let me = ''
  let tenant = ''
  before(async () => {
    ans = await firstPerson(house)
    me = (await ans.browser.get('/api/v1/session')).body.organisation.person
    ;[{ id: tenant }] = (await house.storage.tenants()) as unknown as [{ id: string }]
  })
  const make = async (path: string, values: object) => {
    const made = await ans.browser.post(`/api/v1/${path}`, { values })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    return made.body.id as string
  }
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
})
