// SPDX-License-Identifier: EUPL-1.2
// Whatever comes in, and whatever goes away: an answer, and never one that nobody thought of.
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { httpApp } from './app.ts'
import { developmentTokens } from './development.ts'
import { everybody } from './testing/people.ts'
import { ask } from './testing/requests.ts'

onBothEngines('in trouble', (bench) => {
  let app: FastifyInstance
  let id = ''
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
    const values = { code: 'S1', name: 'Supplier', switching_days: 3, country: 'NL' }
    id = (await done(bench.storage, creating('supplier', values))).record?.id ?? ''
  })

  it('any query has an answer', async () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
      fc.constantFrom('NL', '3', '1e400', '\0', "'", '"', '\\', '%', '::', 'NaN', '-Infinity'),
    )
    const field = fc.constantFrom('country', 'switching_days', 'state', 'name', 'owner', 'delivers')
    const operator = fc.constantFrom('eq', 'ne', 'in', 'lt', 'gte', 'known')
    const filter = fc.tuple(field, operator, word).map((parts) => parts.join(':'))
    const asked = fc.record(
      {
        filter: fc.oneof(filter, word),
        sort: fc.oneof(field, word),
        q: word,
        cursor: fc.oneof(word, fc.base64String()),
        as_of: fc.oneof(word, fc.nat(9).map(String)),
        fields: fc.oneof(field, word),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(asked, async (query) => {
        const url = `/api/v1/suppliers?${new URLSearchParams(query as Record<string, string>)}`
        const { status, text } = await ask(app, { as: 'ciso', url })
        assert.ok(status === 200 || status === 400, `${status} ${url} ${text}`)
      }),
      { numRuns: 300 },
    )
  })

  it('any body has an answer', async () => {
    const raw = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(text)),
      fc.jsonValue().map((values) => Buffer.from(JSON.stringify({ values }))),
    )
    const before = (await bench.storage.tenants()).length
    await fc.assert(
      fc.asyncProperty(raw, fc.boolean(), async (bytes, isNew) => {
        const came = await ask(app, {
          as: 'ciso',
          url: isNew ? '/api/v1/suppliers' : `/api/v1/suppliers/${id}`,
          method: isNew ? 'POST' : 'PATCH',
          raw: bytes,
          version: 1,
        })
        const expected = isNew ? [400, 422] : [200, 400, 422]
        assert.ok(expected.includes(came.status), `${came.status} ${bytes.toString('hex')}`)
      }),
      { numRuns: 300 },
    )
    assert.equal((await bench.storage.tenants()).length, before)
  })

  const full = async () => {
    const { gauges } = bench.storage.engine
    assert.ok(gauges !== undefined)
    const url = `/api/v1/suppliers/${id}`
    const patch = { as: 'ciso', method: 'PATCH', url, version: 1 } as const
    gauges.setDiskFull(true)
    const refused = await ask(app, { ...patch, body: { values: { note: 'x' } } })
    const seen = await ask(app, { as: 'ciso', url })
    gauges.setDiskFull(false)
    assert.equal(refused.status, 503, refused.text)
    assert.ok(['storage-full', 'storage-unavailable'].includes(refused.body.code), refused.text)
    assert.deepEqual(Object.keys(refused.body), ['type', 'title', 'status', 'code', 'instance'])
    assert.match(String(refused.headers['retry-after']), /^\d+$/)
    assert.equal(seen.status, 200, seen.text)
    for (let left = 50; left > 0; left -= 1) {
      const came = await ask(app, { ...patch, body: { values: { note: 'y' } } })
      if (came.status === 200) return
      assert.equal(came.status, 503)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    assert.fail('writing did not come back')
  }

  const away = async () => {
    const { postgres } = bench
    assert.ok(postgres !== undefined)
    postgres.stop('immediate')
    const ready = await ask(app, { url: '/readyz' })
    const alive = await ask(app, { url: '/healthz' })
    const came = await ask(app, { as: 'ciso', url: '/api/v1/suppliers' })
    postgres.start()
    assert.deepEqual([ready.status, ready.body.status], [503, 'storage-unavailable'])
    assert.equal(alive.status, 200)
    assert.deepEqual([came.status, came.body.code], [503, 'storage-unavailable'])
    const again = await ask(app, { as: 'ciso', url: '/api/v1/suppliers' })
    assert.equal(again.status, 200, again.text)
    assert.equal((await ask(app, { url: '/readyz' })).status, 200)
  }

  // Only our own database can be told that its disk is full, and only another one can go away.
  if (bench.engine === 'embedded')
    it('a full disk stops writing, not reading, and loses nothing', full)
  else it('a database that is away is said to be, and comes back', away)
})
