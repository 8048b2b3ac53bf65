// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { first } from '../../storage/testing/tenants.ts'
import { httpApp } from '../app.ts'
import { developmentTokens } from '../development.ts'
import { everybody, personOf } from '../testing/people.ts'
import { type Asked, ask } from '../testing/requests.ts'

onBothEngines('a second person', (bench) => {
  let app: FastifyInstance
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
  })
  const asked = (one: Asked) => ask(app, one)
  const size = async () => (await bench.storage.log(first)).head.size
  /** A measure of which the CISO asked to retire it. */
  const waiting = async (code: string) => {
    const body = { values: { code, name: 'Backups', description: 'Every night', duties: ['c'] } }
    const made = await asked({ as: 'ciso', url: '/api/v1/measures', body })
    assert.equal(made.status, 201, made.text)
    const url = `/api/v1/measures/${made.body.id}`
    const one = { as: 'ciso', url: `${url}/retire`, version: 1, body: { reason: 'done' } } as const
    const came = await asked(one)
    assert.equal(came.status, 202, came.text)
    assert.equal(came.body.record.retired, null)
    return { url, pending: came.body.pending as string }
  }

  it('is waited for, and makes it happen', async () => {
    const { url, pending } = await waiting('W1')
    const listed = await asked({ as: 'director', url: `${url}/pending` })
    assert.deepEqual(
      listed.body.items.map((item: any) => [item.pending, item.act.action, item.asked.by]),
      [[pending, 'retire', personOf('ciso')]],
    )
    const start = await size()
    const came = await asked({ as: 'director', url: `${url}/approve`, body: { pending } })
    assert.equal(came.status, 200, came.text)
    assert.equal(came.body.record.retired.reason, 'done')
    assert.equal(came.body.record.approval.by, personOf('director'))
    assert.equal(await size(), start + 1)
    assert.deepEqual((await asked({ as: 'director', url: `${url}/pending` })).body.items, [])
  })

  const rows: readonly {
    title: string
    as: 'ciso' | 'director' | 'it_manager' | 'auditor'
    how: 'approve' | 'decline'
    body: (pending: string) => unknown
    status: number
    code?: string
  }[] = [
    {
      title: 'is not the one who asked',
      as: 'ciso',
      how: 'approve',
      body: (pending) => ({ pending }),
      status: 403,
    },
    {
      title: 'has the role for it',
      as: 'it_manager',
      how: 'approve',
      body: (pending) => ({ pending }),
      status: 403,
      code: 'not-permitted',
    },
    {
      title: 'names what waits',
      as: 'director',
      how: 'approve',
      body: () => ({ pending: '0190e000-0000-7000-8000-000000000001' }),
      status: 404,
    },
    {
      title: 'names it in its own spelling',
      as: 'director',
      how: 'approve',
      body: () => ({ pending: 1 }),
      status: 422,
      code: 'body-refused',
    },
    {
      title: 'can say no with a reason',
      as: 'director',
      how: 'decline',
      body: (pending) => ({ pending, reason: 'we still need it' }),
      status: 200,
    },
    {
      title: 'is not needed to take it back',
      as: 'ciso',
      how: 'decline',
      body: (pending) => ({ pending, reason: 'a mistake' }),
      status: 200,
    },
    {
      title: 'does not say no without the role',
      as: 'auditor',
      how: 'decline',
      body: (pending) => ({ pending, reason: 'no' }),
      status: 403,
      code: 'not-permitted',
    },
  ]
  for (const [at, { title, as, how, body, status, code }] of rows.entries()) {
    it(title, async () => {
      const { url, pending } = await waiting(`R${at}`)
      const start = await size()
      const came = await asked({ as, url: `${url}/${how}`, body: body(pending) })
      assert.equal(came.status, status, came.text)
      if (code !== undefined) assert.equal(came.body.code, code)
      assert.equal(await size(), start, 'nothing is written to the record')
      const left = (await asked({ as: 'ciso', url: `${url}/pending` })).body.items.length
      assert.equal(left, status === 200 ? 0 : 1)
    })
  }

  it('answers once, also when two answer at the same moment', async () => {
    const { url, pending } = await waiting('T1')
    const [yes, no] = await Promise.all([
      asked({ as: 'director', url: `${url}/approve`, body: { pending } }),
      asked({ as: 'ciso', url: `${url}/decline`, body: { pending, reason: 'a mistake' } }),
    ])
    const statuses = [yes.status, no.status].sort()
    assert.deepEqual(statuses, [200, 409])
    const again = await asked({ as: 'director', url: `${url}/approve`, body: { pending } })
    assert.deepEqual([again.status, again.body.code], [409, 'already-answered'])
  })

  it('is asked once under one key', async () => {
    const body = { values: { code: 'K1', name: 'Backups', description: 'x', duties: ['c'] } }
    const { body: made } = await asked({ as: 'ciso', url: '/api/v1/measures', body })
    const url = `/api/v1/measures/${made.id}/retire`
    const one = { as: 'ciso', url, version: 1, key: 'k', body: { reason: 'x' } } as const
    const [a, b] = [await asked(one), await asked(one)]
    assert.deepEqual([a.status, b.status, b.body.pending], [202, 202, a.body.pending])
  })
})
