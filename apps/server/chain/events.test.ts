// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { personOf } from '../http/testing/people.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { second } from '../storage/testing/tenants.ts'
import { Talk } from './testing/talk.ts'

onBothEngines('what happens at a supplier', (bench) => {
  let talk: Talk
  before(async () => {
    talk = await Talk.open(bench)
    const person = personOf('ciso')
    await done(bench.storage, creating('person', { code: 'ciso', name: 'Marloes' }, person))
    await done(
      bench.storage,
      creating('organisation', {
        ...{
          code: 'o',
          name: 'Fabriek',
          jurisdiction: 'NL',
          language: 'nl',
          time_zone: 'Europe/Amsterdam',
        },
      }),
    )
  })
  const events = async (supplier: string) => {
    const url = `/api/v1/chain/suppliers/${supplier}/events`
    const came = await talk.asked({ as: 'ciso', url })
    assert.equal(came.status, 200, came.text)
    return came.body
  }
  const clocksOf = async (incident: string) => {
    const { body } = await talk.asked({ as: 'ciso', url: '/api/v1/clocks' })
    return body.clocks.filter((one: any) => one.incident === incident && one.due_at !== null)
  }

  it('starts no clock by what a supplier tells, and one from the moment a person says', async () => {
    const supplier = await talk.supplierMade('hit')
    const { token } = await talk.sent(supplier)
    const told = { token, writer: 'Anna', what: 'Gijzelsoftware\nbij ons', contact: '0123' }
    const came = await talk.theirs('/notices', told)
    assert.equal(came.status, 201, came.text)
    const [incident] = (await events(supplier)).incidents
    assert.deepEqual(
      [incident.name, incident.type, incident.state, incident.aware_at, incident.is_from_supplier],
      ['Gijzelsoftware', 'supplier_incident', 'reported', null, true],
    )
    assert.deepEqual(await clocksOf(incident.id), [])

    // A person decides: it is one, and from when we were aware of it.
    const opened = await talk.asked({
      ...{ as: 'ciso', url: `/api/v1/incidents/${incident.id}/moves`, version: 1 },
      body: { to: 'open' },
    })
    assert.equal(opened.status, 200, opened.text)
    assert.deepEqual(await clocksOf(incident.id), [])
    const at = new Date(Date.now() - 3_600_000).toISOString()
    const values = {
      ...{ incident: incident.id, person: personOf('ciso'), recorded_by: personOf('ciso') },
      ...{ how: 'supplier_notice', aware_at: at, recorded_at: talk.clock() },
    }
    const knew = await talk.asked({ as: 'ciso', url: '/api/v1/awarenesses', body: { values } })
    assert.equal(knew.status, 201, knew.text)
    assert.equal((await events(supplier)).incidents[0].aware_at, at)
    const clocks = await clocksOf(incident.id)
    const warning = clocks.find((one: any) => one.stage === 'early_warning' && one.regime === 'cbw')
    const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000)
    assert.equal(seconds(warning.due_at) - seconds(at), 24 * 3600)
  })

  it('writes down what came by telephone, as an incident with a clock or a near miss without', async () => {
    const supplier = await talk.supplierMade('called')
    const url = `/api/v1/chain/suppliers/${supplier}/notices`
    const told = { is: 'incident', told: 'Belde om negen uur', received_at: talk.clock() }
    const quiet = await talk.asked({ as: 'ciso', url, body: { ...told, is: 'near_miss' } })
    assert.deepEqual([quiet.status, quiet.body.is_clock_running], [201, false])
    assert.deepEqual(await clocksOf(quiet.body.incident), [])
    const aware_at = talk.clock()
    const heard = await talk.asked({ as: 'ciso', url, body: { ...told, aware_at } })
    assert.equal(heard.body.is_clock_running, true, heard.text)
    assert.ok((await clocksOf(heard.body.incident)).length > 0)
    const { incidents } = await events(supplier)
    const types = incidents.map(({ type, is_from_supplier }: any) => [type, is_from_supplier])
    assert.deepEqual(types, [
      ['supplier_incident', false],
      ['near_miss', false],
    ])
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    const ahead = await talk.asked({ as: 'ciso', url, body: { ...told, aware_at: tomorrow } })
    assert.equal(ahead.status, 422)
    assert.equal((await talk.asked({ as: 'director', url, body: told })).status, 403)
    assert.equal((await talk.asked({ as: 'ciso', tenant: second, url, body: told })).status, 404)
  })

  it('takes notices of its own supplier only, and few of one link', async () => {
    const supplier = await talk.supplierMade('few')
    const { token } = await talk.sent(supplier)
    const told = { token, writer: 'Anna', what: 'Iets geks' }
    const future = new Date(Date.now() + 86_400_000).toISOString()
    assert.equal((await talk.theirs('/notices', { ...told, noticed_at: future })).status, 422)
    const statuses = []
    for (let n = 0; n < 6; n += 1) statuses.push((await talk.theirs('/notices', told)).status)
    assert.equal(statuses.filter((one) => one === 201).length, 4)
    assert.equal(statuses.at(-1), 429)
    const wrong = await talk.theirs('/notices', { ...told, token: `${token.slice(0, -4)}AAAA` })
    assert.equal(wrong.status, 404)
    const other = await talk.supplierMade('other')
    assert.deepEqual((await events(other)).incidents, [])
  })

  it('shows what was to be tried together: planned, late, held, and late again', async () => {
    const supplier = await talk.supplierMade('joint')
    const make = (code: string, values: object) =>
      done(
        bench.storage,
        creating('exercise', { code, name: code, suppliers: [supplier], ...values }),
      )
    await make('soon', { type: 'tabletop', planned_on: talk.dayAhead(10) })
    await make('late', { type: 'exit_test', planned_on: talk.dayAhead(-10) })
    const { joint } = await events(supplier)
    const standing = Object.fromEntries(joint.exercises.map((one: any) => [one.name, one.standing]))
    assert.deepEqual(standing, { soon: 'planned', late: 'late' })
    assert.equal(joint.exit, null)
  })
})
