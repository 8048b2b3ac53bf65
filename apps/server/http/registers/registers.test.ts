// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { first, second } from '../../storage/testing/tenants.ts'
import { httpApp } from '../app.ts'
import { developmentTokens } from '../development.ts'
import { everybody, personOf } from '../testing/people.ts'
import { type Asked, ask, type Came } from '../testing/requests.ts'

onBothEngines('registers over HTTP', (bench) => {
  let app: FastifyInstance
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e6 })
  })
  const asked = (one: Asked): Promise<Came> => ask(app, one)
  const size = async () => (await bench.storage.log(first)).head.size
  const site = async (code: string) => {
    const body = { values: { code, name: `Plant ${code}` } }
    const made = await asked({ as: 'ciso', url: '/api/v1/sites', body })
    assert.equal(made.status, 201, made.text)
    return made.body.id as string
  }

  it('makes a record, shows it, changes it and tells its history', async () => {
    const id = await site('A1')
    const url = `/api/v1/sites/${id}`
    const got = await asked({ as: 'director', url })
    assert.equal(got.status, 200)
    assert.equal(got.headers['etag'], '"1"')
    assert.equal(got.body.values.name, 'Plant A1')
    assert.equal(got.body.created.by, personOf('ciso'))
    const body = { values: { name: 'Plant two', address: 'Dike 1' } }
    const changed = await asked({ as: 'it_manager', method: 'PATCH', url, body, version: 1 })
    assert.equal(changed.status, 200, changed.text)
    assert.equal(changed.headers['etag'], '"2"')
    const told = await asked({ as: 'auditor', url: `${url}/history` })
    assert.equal(told.status, 200, told.text)
    assert.deepEqual(
      told.body.items.map((entry: any) => [entry.version, entry.action, entry.by, entry.set]),
      [
        [2, 'change', personOf('it_manager'), body.values],
        [1, 'create', personOf('ciso'), { code: 'A1', name: 'Plant A1' }],
      ],
    )
    const then = await asked({ as: 'director', url: `${url}?as_of=${changed.body.entries[0]}` })
    assert.equal(then.body.values.name, 'Plant A1')
  })

  const rows: readonly {
    title: string
    ask: (id: string) => Asked
    status: number
    code?: string
    path?: string
    grows?: number
  }[] = [
    {
      title: 'refuses strangers',
      ask: (id) => ({ url: `/api/v1/sites/${id}` }),
      status: 401,
      code: 'not-signed-in',
    },
    {
      title: 'refuses a token that is not known',
      ask: () => ({ url: '/api/v1/sites', headers: { authorization: 'Bearer x'.repeat(3) } }),
      status: 401,
      code: 'not-signed-in',
    },
    {
      title: 'knows no other registers',
      ask: () => ({ as: 'ciso', url: '/api/v1/secrets' }),
      status: 404,
      code: 'not-found',
    },
    {
      title: 'asks for the version that was changed',
      ask: (id) => ({
        as: 'ciso',
        method: 'PATCH',
        url: `/api/v1/sites/${id}`,
        body: { values: { name: 'x' } },
      }),
      status: 428,
      code: 'version-missing',
    },
    {
      title: 'refuses a version that is no longer the newest, with both',
      ask: (id) => ({
        as: 'ciso',
        method: 'PATCH',
        url: `/api/v1/sites/${id}`,
        body: { values: { name: 'x' } },
        version: 7,
      }),
      status: 412,
      code: 'stale-version',
    },
    {
      title: 'refuses a weak version',
      ask: (id) => ({
        as: 'ciso',
        method: 'PATCH',
        url: `/api/v1/sites/${id}`,
        body: { values: { name: 'x' } },
        headers: { 'if-match': 'W/"1"' },
      }),
      status: 400,
      code: 'header-refused',
      path: '/if-match',
    },
    {
      title: 'writes a change with its version',
      ask: (id) => ({
        as: 'ciso',
        method: 'PATCH',
        url: `/api/v1/sites/${id}`,
        body: { values: { address: 'Dike 7' } },
        version: 1,
      }),
      status: 200,
      grows: 1,
    },
    {
      title: 'writes nothing for a change without effect',
      ask: (id) => ({
        as: 'ciso',
        method: 'PATCH',
        url: `/api/v1/sites/${id}`,
        body: { values: {} },
        version: 1,
      }),
      status: 200,
    },
    {
      title: 'names a field that is refused',
      ask: () => ({ as: 'ciso', url: '/api/v1/sites', body: { values: { code: 1, name: 'x' } } }),
      status: 422,
      code: 'field-refused',
      path: '/code',
    },
    {
      title: 'names a field that is not there',
      ask: () => ({
        as: 'ciso',
        url: '/api/v1/sites',
        body: { values: { code: 'q', name: 'x', colour: 'red' } },
      }),
      status: 422,
      code: 'unknown-field',
      path: '/colour',
    },
    {
      title: 'refuses a body with something beside the values',
      ask: () => ({ as: 'ciso', url: '/api/v1/sites', body: { values: {}, id: 'x' } }),
      status: 422,
      code: 'body-refused',
      path: '/id',
    },
    {
      title: 'refuses a body that is a list',
      ask: () => ({ as: 'ciso', url: '/api/v1/sites', body: [] }),
      status: 422,
      code: 'body-refused',
      path: '',
    },
    {
      title: 'refuses whoever may not',
      ask: () => ({ as: 'director', url: '/api/v1/sites', body: { values: {} } }),
      status: 403,
      code: 'not-permitted',
    },
    {
      title: 'does not show one register in another',
      ask: (id) => ({ as: 'ciso', url: `/api/v1/assets/${id}` }),
      status: 404,
      code: 'not-found',
    },
    {
      title: 'does not show one organisation to another',
      ask: (id) => ({ as: 'ciso', tenant: second, url: `/api/v1/sites/${id}` }),
      status: 404,
      code: 'not-found',
    },
    {
      title: 'retires for a reason',
      ask: (id) => ({
        as: 'ciso',
        url: `/api/v1/sites/${id}/retire`,
        body: { reason: 'sold' },
        version: 1,
      }),
      status: 200,
      grows: 1,
    },
    {
      title: 'does not retire without one',
      ask: (id) => ({ as: 'ciso', url: `/api/v1/sites/${id}/retire`, body: {}, version: 1 }),
      status: 422,
      code: 'body-refused',
      path: '/reason',
    },
    {
      title: 'has no moves where a kind has no states',
      ask: (id) => ({
        as: 'ciso',
        url: `/api/v1/sites/${id}/moves`,
        body: { to: 'x' },
        version: 1,
      }),
      status: 404,
      code: 'not-found',
    },
    {
      title: 'refuses JSON that says one thing twice',
      ask: () => ({
        as: 'ciso',
        url: '/api/v1/sites',
        raw: '{"values":{"code":"a","code":"b"}}',
      }),
      status: 400,
      code: 'json-refused',
      path: '/values/code',
    },
    {
      title: 'refuses JSON without a bottom',
      ask: () => ({
        as: 'ciso',
        url: '/api/v1/sites',
        raw: `{"values":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      }),
      status: 400,
      code: 'json-refused',
      path: `/values${'/0'.repeat(15)}`,
    },
    {
      title: 'refuses JSON that is not UTF-8',
      ask: () => ({
        as: 'ciso',
        url: '/api/v1/sites',
        raw: Buffer.from('{"values":{"name":"caf\xe9"}}', 'latin1'),
      }),
      status: 400,
      code: 'json-refused',
      path: '',
    },
    {
      title: 'refuses JSON that reaches for a prototype',
      ask: () => ({ as: 'ciso', url: '/api/v1/sites', raw: '{"values":{"__proto__":{}}}' }),
      status: 400,
      code: 'json-refused',
      path: '/values/__proto__',
    },
    {
      title: 'refuses half a body',
      ask: () => ({ as: 'ciso', url: '/api/v1/sites', raw: '{"values":' }),
      status: 400,
      code: 'json-refused',
      path: '/values',
    },
    {
      title: 'refuses an empty body',
      ask: () => ({ as: 'ciso', url: '/api/v1/sites', raw: '' }),
      status: 400,
      code: 'json-refused',
      path: '',
    },
    {
      title: 'refuses what is too large',
      ask: () => ({
        as: 'ciso',
        url: '/api/v1/sites',
        raw: JSON.stringify({ values: { name: 'x'.repeat(1 << 20) } }),
      }),
      status: 413,
      code: 'body-too-large',
    },
    {
      title: 'refuses what is no JSON',
      ask: () => ({
        as: 'ciso',
        url: '/api/v1/sites',
        raw: 'code=1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
      status: 415,
      code: 'media-type-unknown',
    },
    {
      title: 'refuses a path that is no path',
      ask: () => ({ as: 'ciso', url: '/api/v1/sites/%E0%A4%A' }),
      status: 400,
      code: 'request-refused',
    },
    {
      title: 'refuses an id that is none',
      ask: () => ({ as: 'ciso', url: '/api/v1/sites/1' }),
      status: 404,
      code: 'not-found',
    },
    {
      title: 'names what it does not understand in a query',
      ask: () => ({ as: 'ciso', url: '/api/v1/sites?colour=red' }),
      status: 400,
      code: 'query-refused',
      path: '/colour',
    },
    {
      title: 'does not know the future',
      ask: () => ({ as: 'ciso', url: '/api/v1/sites?as_of=999999' }),
      status: 400,
      code: 'moment-ahead',
      path: '/as_of',
    },
    {
      title: 'has no way to delete',
      ask: (id) => ({ as: 'ciso', method: 'DELETE', url: `/api/v1/sites/${id}` }),
      status: 404,
      code: 'not-found',
    },
  ]
  for (const [at, row] of rows.entries()) {
    it(row.title, async () => {
      const id = await site(`R${at}`)
      const start = await size()
      const came = await asked(row.ask(id))
      assert.equal(came.status, row.status, came.text)
      assert.equal(await size(), start + (row.grows ?? 0), 'what was written')
      if (row.code === undefined) return
      assert.equal(came.body.code, row.code, came.text)
      assert.equal(came.body.status, row.status)
      assert.match(came.headers['content-type'], /^application\/problem\+json/)
      assert.match(came.body.instance, /^[0-9a-f-]{36}$/)
      if (row.path !== undefined) assert.equal(came.body.errors[0].path, row.path, came.text)
    })
  }

  it('shows both versions to whoever was late', async () => {
    const id = await site('L1')
    const url = `/api/v1/sites/${id}`
    const patch = (name: string, version: number) =>
      asked({ as: 'ciso', method: 'PATCH', url, body: { values: { name } }, version })
    assert.equal((await patch('Plant two', 1)).status, 200)
    const late = await patch('Plant three', 1)
    assert.equal(late.status, 412)
    const { given, current } = late.body.versions
    assert.deepEqual([given.version, given.record.values.name], [1, 'Plant L1'])
    assert.deepEqual([current.version, current.record.values.name], [2, 'Plant two'])
  })

  it('makes one record of one key, however often it is asked', async () => {
    const one = { as: 'ciso', url: '/api/v1/sites', key: 'k-1' } as const
    const body = { values: { code: 'K1', name: 'Plant' } }
    const made = await asked({ ...one, body })
    const start = await size()
    const again = await asked({ ...one, body })
    assert.deepEqual([again.status, again.body.id], [201, made.body.id])
    assert.equal(again.headers['idempotency-replayed'], 'true')
    const other = await asked({ ...one, body: { values: { code: 'K2', name: 'Plant' } } })
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency-key-reused'])
    const another = await asked({
      ...one,
      as: 'it_manager',
      body: { values: { code: 'K3', name: 'P' } },
    })
    assert.equal(another.status, 201, 'keys are each person\u2019s own')
    assert.equal(await size(), start + 1)
  })

  it('answers a request that is sent twice at once, among others, the same', async () => {
    const [one, two] = [await site('T1'), await site('T2')]
    const change = (id: string, key: string) =>
      asked({
        as: 'ciso',
        method: 'PATCH',
        url: `/api/v1/sites/${id}`,
        body: { values: { name: 'At once' } },
        version: 1,
        key,
      })
    const came = await Promise.all([
      change(one, 'at-once-1'),
      change(two, 'at-once-2'),
      change(two, 'at-once-2'),
      change(one, 'at-once-1'),
    ])
    assert.deepEqual(
      came.map(({ status }) => status),
      [200, 200, 200, 200],
    )
    const [first, second, again, once] = came.map(({ body }) => body.entries)
    assert.deepEqual([again, once], [second, first])
  })
})
