// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf, type Role } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { second } from '../storage/testing/tenants.ts'

onBothEngines('what waits for me', (bench) => {
  let app: FastifyInstance
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
  })
  const asked = (one: Asked) => ask(app, one)
  const waiting = async (as: Role, tenant?: string) => {
    const came = await asked({
      as,
      url: '/api/v1/pending',
      ...(tenant === undefined ? {} : { tenant }),
    })
    assert.equal(came.status, 200, came.text)
    return came.body.items as readonly any[]
  }
  /** A measure that the CISO asks to retire, which a director answers. */
  const measure = async (code: string) => {
    const body = { values: { code, name: 'Backups', description: 'Nightly', duties: ['c'] } }
    const made = await asked({ as: 'ciso', url: '/api/v1/measures', body })
    assert.equal(made.status, 201, made.text)
    const url = `/api/v1/measures/${made.body.id}`
    const come = await asked({
      as: 'ciso',
      url: `${url}/retire`,
      version: 1,
      body: { reason: 'x' },
    })
    assert.equal(come.status, 202, come.text)
    return { id: made.body.id as string, url, pending: come.body.pending as string }
  }

  it('is put before whoever could answer it, and nobody else', async () => {
    const { id, pending } = await measure('P1')
    const [one] = (await waiting('director')).filter((item) => item.pending === pending)
    assert.deepEqual(one, {
      pending,
      kind: 'measure',
      id,
      action: 'retire',
      to: null,
      reason: 'x',
      named_by: {},
      version: 1,
      asked: { at: one.asked.at, by: personOf('ciso') },
      fields: [],
    })
    for (const role of ['ciso', 'it_manager', 'supervisory_director', 'auditor', 'employee']) {
      const items = await waiting(role as Role)
      assert.ok(!items.some((item) => item.pending === pending), role)
    }
  })

  it('is not told to another organisation', async () => {
    const { pending } = await measure('P2')
    assert.ok(!(await waiting('director', second)).some((item) => item.pending === pending))
  })

  it('is gone once answered', async () => {
    const { url, pending } = await measure('P3')
    const came = await asked({ as: 'director', url: `${url}/approve`, body: { pending } })
    assert.equal(came.status, 200, came.text)
    assert.ok(!(await waiting('director')).some((item) => item.pending === pending))
  })

  it('names a record that is still to come', async () => {
    const values = { person: personOf('ciso'), role: 'ciso', from: '2026-01-01' }
    const person = await asked({
      as: 'ciso',
      url: '/api/v1/persons',
      body: { values: { code: 'P-77', name: 'Somebody' } },
    })
    assert.equal(person.status, 201, person.text)
    const body = { values: { ...values, person: person.body.id } }
    const made = await asked({ as: 'ciso', url: '/api/v1/appointments', body })
    assert.equal(made.status, 202, made.text)
    const items = await waiting('director')
    const one = items.find((item) => item.pending === made.body.pending)
    assert.equal(one?.action, 'create')
    assert.equal(one?.version, 0)
    assert.deepEqual(one?.named_by, { person: person.body.id, role: 'ciso' })
  })
})
