// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { playbookModels, playbookValues } from '@schouw/report/playbooks'
import { statementModels, statementValues } from '@schouw/report/statements'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf, type Role, tokenOf } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { second } from '../storage/testing/tenants.ts'

onBothEngines('crisis and exercises', (bench) => {
  let app: FastifyInstance
  const made = async (url: string, values: object, state?: string) => {
    const body = { values, ...(state === undefined ? {} : { state }) }
    const came = await ask(app, { as: 'ciso', url: `/api/v1/${url}`, body })
    assert.equal(came.status, 201, came.text)
    return came.body.id as string
  }
  let line = ''
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      requestsPerMinute: 1e6,
    })
    for (const role of ['ciso', 'ot_engineer'] as const) {
      await done(bench.storage, creating('person', { code: role, name: role }, personOf(role)))
    }
    const office = await made('zones', { code: 'Z1', name: 'Office', kind: 'office' })
    line = await made('zones', { code: 'Z2', name: 'Line 1', kind: 'ot' })
    const conduit = { code: 'C1', name: 'Office to line', services: ['tcp/102'] }
    await made('conduits', { ...conduit, from_zone: office, to_zone: line })
    const process = await made('processes', {
      code: 'P1',
      name: 'Milling',
      depends_on_zones: [line],
    })
    await made('crown-jewels', {
      code: 'J1',
      name: 'Milling',
      nature: 'process',
      why: 'x',
      process,
    })
    const lead = { code: 'K1', name: 'Crisis lead', function: 'crisis_lead', phone: '+31612345678' }
    await made('crisis-contacts', lead)
  })
  const get = async (url: string, as: 'ciso' | 'director' | 'ot_engineer' = 'ciso') => {
    const came = await ask(app, { as, url })
    assert.equal(came.status, 200, came.text)
    return came.body
  }
  const pack = (token: string, language = 'nl') =>
    app.inject({
      method: 'GET',
      url: `/api/v1/crisis/pack?language=${language}`,
      headers: { authorization: `Bearer ${token}` },
    })

  it('names who is called, what is missing and how a zone is cut off', async () => {
    const { crisis } = await get('/api/v1/crisis', 'director')
    assert.equal(crisis.places[0].phone, '+31612345678')
    assert.ok(crisis.gaps.some(({ about }: { about: string }) => about === 'police'))
    assert.equal(crisis.isolation.outside_cut[0].name, 'Office to line')
    const other = await ask(app, { as: 'ciso', tenant: second, url: '/api/v1/crisis' })
    assert.deepEqual([other.body.crisis.places, other.body.crisis.isolation.zones], [[], []])
  })

  it('gives the pack as the same file until something changes, and nothing of another', async () => {
    const [one, again] = [await pack(tokenOf('ciso')), await pack(tokenOf('ciso'))]
    assert.equal(one.statusCode, 200)
    assert.equal(one.headers['content-type'], 'application/pdf')
    assert.ok(one.rawPayload.equals(again.rawPayload))
    const theirs = await pack(tokenOf('ciso', second))
    assert.ok(!theirs.rawPayload.equals(one.rawPayload))
    await made('crisis-contacts', { code: 'K2', name: 'Police', function: 'police' })
    assert.ok(!(await pack(tokenOf('ciso'))).rawPayload.equals(one.rawPayload))
  })

  it('makes scenarios of the registers, and opens a room that is led', async () => {
    const { exercises } = await get('/api/v1/drills')
    assert.equal(exercises.duty.standing, 'never')
    assert.deepEqual(
      exercises.scenarios.map(({ sort }: { sort: string }) => sort),
      ['ransomware_reaches_jewel'],
    )
    const began = new Date(Date.now() - 600_000).toISOString()
    const room = { code: 'D1', name: 'Drill', is_exercise: true, started_at: began }
    const incident = await made('incidents', room, 'open')
    await made('exercises', {
      ...{ code: 'E1', name: 'Drill', type: 'tabletop', incident, led_by: personOf('ciso') },
      injects: [
        { number: 1, after_minutes: 5, text: 'A screen is red', expected: 'Stop the line' },
        { number: 2, after_minutes: 500, text: 'The press calls' },
      ],
    })
    const url = `/api/v1/incidents/${incident}/drill`
    assert.equal((await get(url)).drill.injects.length, 2)
    assert.deepEqual((await get(url, 'ot_engineer')).drill.injects, [])
    const given = { type: 'inject', inject: 1, text: 'A screen is red' }
    const log = `/api/v1/incidents/${incident}/log`
    assert.equal((await ask(app, { as: 'ciso', url: log, body: given })).status, 201)
    const { drill } = await get(url, 'ot_engineer')
    assert.deepEqual([drill.injects.length, drill.injects[0].expected], [1, null])
    assert.equal((await ask(app, { as: 'ciso', tenant: second, url })).status, 404)
    const { standing } = await get('/api/v1/standing', 'director')
    assert.deepEqual(standing.open_incidents, [])
  })

  it('shows nobody who may play along what is to come, by whatever way they ask', async () => {
    const secret = 'overflows'
    const values = {
      ...{ code: 'E2', name: 'Quiet', type: 'tabletop', led_by: personOf('ot_engineer') },
      injects: [{ number: 1, after_minutes: 5, text: `The tank ${secret}` }],
    }
    const id = await made('exercises', values)
    const url = `/api/v1/exercises/${id}`
    const asked = async (way: string, as: Role = 'ciso') => {
      const came = await ask(app, { as, url: way })
      return came.status === 200 && came.text.includes(secret)
    }
    assert.ok(await asked(url, 'ot_engineer'), 'the leader')
    assert.ok(await asked(url), 'who made it')
    const put = async (version: number, changed: object) => {
      const patch = {
        as: 'ciso',
        url,
        method: 'PATCH',
        version,
        body: { values: changed },
      } as const
      const came = await ask(app, patch)
      assert.equal(came.status, 200, came.text)
      return came.body.entries[0] as number
    }
    // From its leader on that day to somebody who plays along; the director is in no list at all.
    const led = { led_by: personOf('ciso'), participants: [personOf('ot_engineer')] }
    const entry = await put(1, led)
    const ways = [
      url,
      `${url}?as_of=${entry}`,
      `${url}/history`,
      '/api/v1/exercises?limit=50',
      `/api/v1/exercises?limit=50&as_of=${entry}`,
      '/api/v1/exports/exercises?language=en',
      `/api/v1/exports/exercises?language=en&as_of=${entry}`,
      `/api/v1/differences/exercises?from=${entry - 1}&to=${entry}`,
    ]
    for (const way of ways) {
      for (const as of ['ot_engineer', 'director', 'it_manager'] as const) {
        assert.equal(await asked(way, as), false, `${way} ${as}`)
      }
      if (!way.includes('differences')) assert.ok(await asked(way), way)
      assert.equal(
        (await ask(app, { as: 'ciso', tenant: second, url: way })).text.includes(secret),
        false,
      )
    }
    for (const way of ['/api/v1/search', '/api/v1/exercises']) {
      const found = await ask(app, { as: 'director', url: `${way}?q=${secret}` })
      assert.ok(found.status !== 200 || !found.text.includes(id), way)
    }
    await put(2, { held_on: '2026-11-22' })
    const to = { as: 'ciso', url: `${url}/moves`, version: 3, body: { to: 'held' } } as const
    assert.equal((await ask(app, to)).status, 200)
    for (const as of ['ot_engineer', 'director'] as const)
      assert.ok(await asked(url, as), 'after it')
  })

  it('takes ten playbooks and four first messages in both languages, beside each other', async () => {
    for (const language of ['nl', 'en'] as const) {
      for (const model of playbookModels(language)) {
        await made('playbooks', playbookValues(model, language))
      }
      for (const model of statementModels(language)) {
        await made('holding-statements', statementValues(model, language))
      }
    }
    const kept = async (url: string) => (await get(`/api/v1/${url}?limit=50`)).items.length
    assert.deepEqual([await kept('playbooks'), await kept('holding-statements')], [20, 8])
  })

  it('has no drill in a room that is none', async () => {
    const incident = await made('incidents', { code: 'I1', name: 'Real' }, 'open')
    const url = `/api/v1/incidents/${incident}/drill`
    assert.equal((await ask(app, { as: 'ciso', url })).status, 404)
  })
})
