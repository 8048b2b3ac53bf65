// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { first, second } from '../storage/testing/tenants.ts'

onBothEngines('registers looked at', (bench) => {
  let app: FastifyInstance
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
  })
  const asked = (one: Asked) => ask(app, one)
  const size = async () => (await bench.storage.log(first)).head.size
  const site = async (code: string, more = {}) => {
    const body = { values: { code, name: `Site ${code}`, ...more } }
    const made = await asked({ as: 'ciso', url: '/api/v1/sites', body })
    assert.equal(made.status, 201, made.text)
    return made.body.id as string
  }
  const change = (id: string, version: number, values: unknown) =>
    asked({ as: 'ciso', method: 'PATCH', url: `/api/v1/sites/${id}`, version, body: { values } })

  it('tells what is new, gone and changed between two moments, field by field', async () => {
    const [kept, changed, gone] = [await site('D1'), await site('D2'), await site('D3')]
    const from = await size()
    await change(changed, 1, { name: 'Renamed', staff_count: 12 })
    const reason = { reason: 'sold' }
    await asked({ as: 'ciso', url: `/api/v1/sites/${gone}/retire`, version: 1, body: reason })
    const fresh = await site('D4')
    const to = await size()
    await change(kept, 1, { name: 'Changed after the second moment' })
    const url = `/api/v1/differences/sites?from=${from}&to=${to}`
    const came = await asked({ as: 'director', url })
    assert.equal(came.status, 200, came.text)
    const found = new Map(came.body.items.map((item: any) => [item.id, item]))
    assert.deepEqual([...found.keys()].sort(), [changed, gone, fresh].sort())
    assert.deepEqual(
      [changed, gone, fresh].map((id) => (found.get(id) as any).change),
      ['changed', 'gone', 'new'],
    )
    assert.deepEqual((found.get(changed) as any).fields, [
      { field: 'name', from: 'Site D2', to: 'Renamed' },
      { field: 'staff_count', to: 12 },
    ])
    // The other way round is the same question.
    const turned = await asked({
      as: 'director',
      url: `/api/v1/differences/sites?from=${to}&to=${from}`,
    })
    assert.deepEqual(turned.body, came.body)
    const other = await asked({
      as: 'director',
      tenant: second,
      url: '/api/v1/differences/sites?from=0&to=1',
    })
    assert.deepEqual(other.body.items, [])
    const ahead = await asked({ as: 'ciso', url: '/api/v1/differences/sites?from=0&to=99999' })
    assert.equal(ahead.status, 400)
  })

  it('tells what refers to a record, and to nobody else', async () => {
    const id = await site('L1')
    const body = { values: { code: 'L-Z1', name: 'Cell 1', kind: 'ot', site: id } }
    const zone = await asked({ as: 'ciso', url: '/api/v1/zones', body })
    assert.equal(zone.status, 201, zone.text)
    const came = await asked({ as: 'auditor', url: `/api/v1/links/${id}` })
    assert.deepEqual(
      came.body.items.map((item: any) => [item.id, item.kind, item.field, item.title]),
      [[zone.body.id, 'zone', 'site', came.body.items[0]?.title]],
    )
    const theirs = await asked({ as: 'ciso', tenant: second, url: `/api/v1/links/${id}` })
    assert.deepEqual(theirs.body.items, [])
    const nothing = await asked({ as: 'employee', url: `/api/v1/links/${id}` })
    assert.deepEqual(nothing.body.items, [])
  })

  it('keeps views, one’s own and shared, and lets only their maker take them away', async () => {
    const keep = (as: 'ciso' | 'it_manager', name: string, is_shared: boolean) =>
      asked({
        as,
        url: '/api/v1/views',
        body: { register: 'sites', name, address: 'sort=-name', is_shared },
      })
    const own = await keep('it_manager', 'Mine', false)
    const shared = await keep('it_manager', 'Ours', true)
    assert.equal(own.status, 201, own.text)
    const names = async (as: 'ciso' | 'it_manager' | 'ot_engineer', tenant?: string) => {
      const came = await asked({
        as,
        url: '/api/v1/views?register=sites',
        ...(tenant ? { tenant } : {}),
      })
      return came.body.items.map(({ name }: any) => name)
    }
    assert.deepEqual(await names('it_manager'), ['Mine', 'Ours'])
    assert.deepEqual(await names('ot_engineer'), ['Ours'])
    assert.deepEqual(await names('ciso', second), [])
    const again = await keep('it_manager', 'Mine', false)
    assert.equal(again.status, 201)
    assert.deepEqual(await names('it_manager'), ['Mine', 'Ours'])
    const forget = (as: 'ciso' | 'ot_engineer', id: string) =>
      asked({ as, method: 'DELETE', url: `/api/v1/views/${id}` })
    assert.equal((await forget('ot_engineer', shared.body.id)).status, 404)
    assert.equal((await forget('ciso', again.body.id)).status, 404)
    assert.equal((await forget('ciso', shared.body.id)).status, 204)
    assert.deepEqual(await names('it_manager'), ['Mine'])
  })
})
