// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf, type Role, tokenOf } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { second } from '../storage/testing/tenants.ts'
import { Listener, until } from '../testing/listener.ts'

const crowd = 40
const lines = 60
const inside: readonly Role[] = ['ciso', 'director', 'ot_engineer', 'auditor', 'process_owner']

onBothEngines('a full room', (bench) => {
  let app: FastifyInstance
  let base = ''
  let incident = ''
  let other = ''
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
    base = await app.listen({ port: 0, host: '127.0.0.1' })
    for (const role of ['ciso', 'ot_engineer'] as const) {
      await done(bench.storage, creating('person', { code: role, name: role }, personOf(role)))
    }
    const make = async (code: string) =>
      (await done(bench.storage, creating('incident', { code, name: code }))).record?.id ?? ''
    incident = await make('I-1')
    other = await make('I-2')
  })
  after(() => app.close())
  const write = (text: string, where = incident, more: object = {}) =>
    ask(app, {
      as: 'ot_engineer',
      url: `/api/v1/incidents/${where}/log`,
      body: { type: 'observation', text, ...more },
    })
  const listener = (role: Role, tenant?: string) =>
    new Listener(base, { authorization: `Bearer ${tokenOf(role, tenant)}` })

  it('tells everybody every line once, also whose connection broke, and nobody outside', async () => {
    const people = Array.from({ length: crowd }, (_, n) =>
      listener(inside[n % inside.length] ?? 'ciso'),
    )
    const outside = [listener('employee'), listener('ciso', second)]
    await Promise.all([...people, ...outside].map(({ began }) => began))
    const written = await Promise.all(
      Array.from({ length: lines }, async (_, n) => {
        if (n % 12 === 0) for (const one of people.slice(n / 6, n / 6 + 10)) one.cut()
        const came = await write(`line ${n}`)
        assert.equal(came.status, 201, came.text)
        return came.body.id as string
      }),
    )
    await until(() => people.every(({ heard }) => heard.length >= lines))
    for (const { heard } of people) {
      assert.deepEqual(
        heard.map(({ id }) => id).toSorted(),
        written.toSorted(),
        'lost, or told twice',
      )
      const places = heard.map(({ index }) => index)
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      )
      assert.ok(heard.every(({ values }) => values['incident'] === incident))
    }
    assert.ok(outside.every(({ heard }) => heard.length === 0))
    for (const one of [...people, ...outside]) one.close()
  })

  it('refuses a kind that is no register', async () => {
    const came = await ask(app, { as: 'ciso', url: '/api/v1/changes?with=sites' })
    assert.deepEqual([came.status, came.body.code], [400, 'query-refused'])
  })

  it('reads the lines of one room alone, whatever is written in others', async () => {
    const id = randomUUID()
    assert.equal((await write('elsewhere', other, { id })).status, 201)
    const room = async (where: string) =>
      (await ask(app, { as: 'ciso', url: `/api/v1/incidents/${where}/room` })).body.room
    assert.equal((await room(incident)).log.length, lines)
    assert.deepEqual(
      (await room(other)).log.map(({ number, text }: any) => [number, text]),
      [[1, 'elsewhere']],
    )
  })
})
