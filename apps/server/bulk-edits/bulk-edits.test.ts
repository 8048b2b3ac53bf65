// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { first, second } from '../storage/testing/tenants.ts'

onBothEngines('many records at once', (bench) => {
  let app: FastifyInstance
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
  })
  const asked = (one: Asked) => ask(app, one)
  const size = async () => (await bench.storage.log(first)).head.size
  const made = async (url: string, values: unknown) => {
    const came = await asked({ as: 'ciso', url, body: { values } })
    assert.equal(came.status, 201, came.text)
    return came.body.id as string
  }
  const one = async (url: string) => (await asked({ as: 'ciso', url })).body

  it('are looked at first, changed each on its version, conflicts named, and taken back', async () => {
    const url = '/api/v1/sites'
    const ids = [
      await made(url, { code: 'B1', name: 'One', staff_count: 3 }),
      await made(url, { code: 'B2', name: 'Two' }),
      await made(url, { code: 'B3', name: 'Three' }),
    ]
    const [a = '', b = '', c = ''] = ids
    // Somebody else is there first.
    await asked({
      as: 'ciso',
      method: 'PATCH',
      url: `${url}/${c}`,
      version: 1,
      body: { values: { name: 'Three!' } },
    })
    const rows = [a, b, c].map((id) => ({ id, version: 1 }))
    const body = { register: 'sites', rows, act: { field: 'staff_count', value: 40 } }
    const before = await size()
    const dry = await asked({ as: 'ciso', url: '/api/v1/bulk-edits/dry-run', body })
    assert.equal(dry.status, 200, dry.text)
    assert.equal(await size(), before, 'a dry look writes nothing')
    const outcomes = (came: any) => came.body.rows.map((row: any) => row.outcome)
    assert.deepEqual(outcomes(dry), ['changed', 'changed', 'refused'])
    assert.equal(dry.body.rows[2].errors[0].code, 'stale-version')
    assert.equal(dry.body.rows[0].from, 3)
    const done = await asked({ as: 'ciso', url: '/api/v1/bulk-edits', body })
    assert.deepEqual(done.body.counts, { ...dry.body.counts })
    assert.equal(await size(), before + 2)
    assert.equal((await one(`${url}/${a}`)).values.staff_count, 40)
    const undo = `/api/v1/bulk-edits/${done.body.id}/undo`
    const reason = { reason: 'wrong site' }
    assert.equal((await asked({ as: 'it_manager', url: undo, body: reason })).status, 404)
    assert.equal((await asked({ as: 'ciso', tenant: second, url: undo, body: reason })).status, 404)
    // What somebody changed since stays as it is.
    await asked({
      as: 'ciso',
      method: 'PATCH',
      url: `${url}/${b}`,
      version: 2,
      body: { values: { staff_count: 41 } },
    })
    const back = await asked({ as: 'ciso', url: undo, body: reason })
    assert.deepEqual(outcomes(back), ['undone', 'kept'])
    assert.equal((await one(`${url}/${a}`)).values.staff_count, 3)
    assert.equal((await one(`${url}/${b}`)).values.staff_count, 41)
    assert.equal((await asked({ as: 'ciso', url: undo, body: reason })).status, 404)
  })

  it('go to a state only where each may, and what is not known is refused row by row', async () => {
    const url = '/api/v1/findings'
    const values = (code: string, owner: string) => ({
      code,
      name: code,
      origin: 'measurement',
      severity: 'low',
      found_on: '2026-11-01',
      solved_on: '2026-11-05',
      owner,
    })
    const person = await made('/api/v1/persons', { code: 'P9', name: 'Kim' })
    const mine = await made(url, values('F1', person))
    const rows = [
      { id: mine, version: 1 },
      { id: '0190e000-0000-7000-8000-000000000007', version: 1 },
    ]
    const body = { register: 'findings', rows, act: { to: 'solved' } }
    const other = await asked({ as: 'it_manager', url: '/api/v1/bulk-edits', body })
    assert.deepEqual(
      other.body.rows.map((row: any) => row.errors[0].code),
      ['not-permitted', 'not-found'],
    )
    const done = await asked({ as: 'ciso', url: '/api/v1/bulk-edits', body })
    assert.deepEqual(
      done.body.rows.map((row: any) => row.outcome),
      ['changed', 'refused'],
    )
    assert.equal((await one(`${url}/${mine}`)).changed.by, personOf('ciso'))
    const undo = `/api/v1/bulk-edits/${done.body.id}/undo`
    const back = await asked({ as: 'ciso', url: undo, body: { reason: 'not yet' } })
    assert.equal(back.body.rows[0].outcome, 'undone')
    assert.equal((await one(`${url}/${mine}`)).state, 'open')
    const listed = await asked({ as: 'ciso', url: '/api/v1/bulk-edits?register=findings' })
    assert.deepEqual(listed.body.items[0].act, { to: 'solved' })
    assert.notEqual(listed.body.items[0].undone_at, null)
  })

  it('refuses a register or a field that is not there', async () => {
    const rows = [{ id: '0190e000-0000-7000-8000-000000000007', version: 1 }]
    for (const [register, field] of [
      ['nothing', 'name'],
      ['sites', 'colour'],
    ]) {
      const body = { register, rows, act: { field, value: 1 } }
      assert.equal((await asked({ as: 'ciso', url: '/api/v1/bulk-edits', body })).status, 422)
    }
  })
})
