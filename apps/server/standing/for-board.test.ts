// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { kinds, records } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf, type Role } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { first, second } from '../storage/testing/tenants.ts'

onBothEngines('what waits for the board', (bench) => {
  let app: FastifyInstance
  const asked = (one: Asked) => ask(app, one)
  const today = () => new Date().toISOString().slice(0, 10)
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
    const actor = { person: personOf('ciso'), roles: ['ciso'], processes: [] } as const
    for (const role of ['ciso', 'it_manager', 'director', 'consultant'] as const) {
      const values = { code: role, name: role }
      await bench.storage.apply(first, {
        decide: ({ now, lookup }) =>
          records.create({ kind: kinds.person, id: personOf(role), values, actor, now, lookup }),
      })
    }
    for (const role of ['director', 'consultant'] as const) {
      const values = { person: personOf(role), role: 'executive_director', from: '2026-01-01' }
      const url = '/api/v1/appointments'
      const made = await asked({ as: 'ciso', url, body: { values } })
      assert.equal(made.status, 202, made.text)
      const { pending, id } = made.body
      const yes = { as: 'director', url: `${url}/${id}/approve`, body: { pending } } as const
      const came = await asked(yes)
      assert.equal(came.status, 200, came.text)
    }
  })

  /** A measure that the CISO asks to approve. */
  async function measure(code: string, euros: number | undefined) {
    const values = { code, name: code, duties: ['c'], owner: personOf('ciso') }
    const body = { values: { ...values, ...(euros === undefined ? {} : { cost_eur_once: euros }) } }
    const made = await asked({ as: 'ciso', url: '/api/v1/measures', body })
    assert.equal(made.status, 201, made.text)
    const url = `/api/v1/measures/${made.body.id}`
    const come = await asked({
      ...{ as: 'ciso', url: `${url}/moves`, version: 1, body: { to: 'approved' } },
    })
    assert.equal(come.status, 202, come.text)
    return { id: made.body.id as string, url, pending: come.body.pending as string }
  }

  /** A decision of the board, tabled, and taken when `outcome` says how. */
  async function decision(values: object, outcome?: string) {
    const code = `D${Math.random()}`
    const url = '/api/v1/decisions'
    const all = { code, name: code, question: 'Q?', body: 'board', if_yes: 'y', if_no: 'n' }
    const body = { values: { ...all, proposed_by: personOf('ciso'), ...values } }
    const { id } = (await asked({ as: 'ciso', url, body })).body
    const to = (state: string, version: number) =>
      asked({ as: 'ciso', url: `${url}/${id}/moves`, version, body: { to: state } })
    assert.equal((await to('tabled', 1)).status, 200)
    if (outcome === undefined) return id as string
    const set = { values: { outcome, decided_on: today() } }
    await asked({ as: 'ciso', method: 'PATCH', url: `${url}/${id}`, version: 2, body: set })
    const { pending } = (await to('decided', 3)).body
    const yes = { as: 'director', url: `${url}/${id}/approve`, body: { pending } } as const
    const came = await asked(yes)
    assert.equal(came.status, 200, came.text)
    return id as string
  }

  const answer = (one: { url: string; pending: string }, as: Role = 'director') =>
    asked({ as, url: `${one.url}/approve`, body: { pending: one.pending } })
  const because = (came: Awaited<ReturnType<typeof ask>>) =>
    came.body.errors?.[0]?.because ?? came.body.code ?? came.status
  const seen = async (as: Role, tenant?: string) => {
    const url = '/api/v1/pending/board'
    const came = await asked({ as, url, ...(tenant === undefined ? {} : { tenant }) })
    assert.equal(came.status, 200, came.text)
    return came.body.items as readonly any[]
  }

  it('is named to whoever may see it, and held up until the board has spoken', async () => {
    const one = await measure('FB1', 9_000)
    const of = async (as: Role, tenant?: string) =>
      (await seen(as, tenant)).find((item) => item.pending === one.pending)
    const { because: why, title, decision: none } = await of('ciso')
    assert.deepEqual([why, title, none], ['board-not-asked', 'FB1', null])
    assert.equal(await of('employee'), undefined)
    assert.equal(await of('ciso', second), undefined)
    const refused = await answer(one)
    assert.deepEqual([refused.status, because(refused)], [422, 'board-not-asked'])

    const tabled = await decision({ about: [one.id] })
    const waits = await of('ciso')
    assert.deepEqual([waits.because, waits.decision], ['board-not-decided', tabled])
    assert.equal(because(await answer(one)), 'board-not-decided')

    await decision({ about: [one.id] }, 'approved')
    assert.equal(await of('ciso'), undefined)
    const done = await answer(one)
    assert.equal(done.status, 200, done.text)
    assert.equal(done.body.record.state, 'approved')
  })

  it('goes through on the word of a delegate within kind, amount and time', async () => {
    const power = {
      ...{ delegated_to: personOf('it_manager'), delegated_kinds: ['measure'] },
      ...{ delegation_limit_eur: 5_000, delegated_until: today() },
    }
    const small = await measure('FB2', 5_000)
    const dear = await measure('FB3', 5_001)
    const open = await measure('FB4', undefined)
    assert.equal((await answer(small, 'it_manager')).status, 403)
    await decision(power, 'approved')
    const put = (await asked({ as: 'it_manager', url: '/api/v1/pending' })).body.items
    assert.ok(put.some((item: any) => item.pending === small.pending))
    for (const one of [dear, open]) {
      assert.equal(because(await answer(one, 'it_manager')), 'delegation-over')
    }
    const done = await answer(small, 'it_manager')
    assert.equal(done.status, 200, done.text)
    assert.equal(done.body.record.approval.by, personOf('it_manager'))
  })
})
