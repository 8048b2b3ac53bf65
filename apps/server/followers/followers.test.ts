// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { type Asked, ask, type Came } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { mostFollowers } from './followers.ts'
import {
  copyOf,
  extendsThe,
  type Get,
  number,
  openHead,
  resources,
} from './testing/outside-client.ts'

onBothEngines('a log that is followed from outside', (bench) => {
  let app: FastifyInstance
  let now = () => new Date().toISOString()
  before(async () => {
    const authenticate = developmentTokens(everybody)
    const clock = () => now()
    app = await httpApp({ storage: bench.storage, authenticate, clock, requestsPerMinute: 1e6 })
  })
  const asked = (one: Asked): Promise<Came> => ask(app, one)
  const sites = (from: number, count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, n) => {
        const code = `F${from + n}`
        return done(bench.storage, creating('site', { code, name: `Plant ${code}` }))
      }),
    )
  const getUnder =
    (prefix: string): Get =>
    async (path) => {
      const came = await app.inject({ method: 'GET', url: `${prefix}/${path}` })
      return {
        status: came.statusCode,
        type: String(came.headers['content-type']),
        cache: String(came.headers['cache-control']),
        body: came.rawPayload,
      }
    }
  const link = async (body: unknown = { name: 'Accountant' }) => {
    const came = await asked({ as: 'ciso', url: '/api/v1/log/followers', body })
    assert.equal(came.status, 201, came.text)
    return came.body as { id: string; prefix: string; keys: readonly string[] }
  }

  it('is copied whole by a client that knows the specification alone', async () => {
    await sites(0, 300)
    const { prefix, keys } = await link()
    const get = getUnder(prefix)
    const [key = ''] = keys
    const early = await copyOf(get, key)
    assert.equal(early.head.size, (await bench.storage.log(first)).head.size)
    await sites(300, 280)
    const later = await copyOf(get, key)
    assert.ok(later.head.size >= 581)
    assert.ok(extendsThe(early.head, later))
    assert.ok(!extendsThe({ ...early.head, size: early.head.size - 1 }, later))
    assert.equal((await get('keys')).body.toString(), `${key}\n`)
    // Tiles of the smaller tree are still there: somebody may be half-way.
    for (const { path } of resources(early.head.size)) {
      assert.equal((await get(path)).status, 200, path)
    }
  })

  it('is copied whole when it is longer than a page of anything', async () => {
    // More than four tiles of entries, and a second level of hashes.
    for (let from = 580; from < 1_300; from += 240) await sites(from, 240)
    const { prefix, keys } = await link()
    const get = getUnder(prefix)
    const whole = await copyOf(get, keys[0] ?? '')
    assert.ok(whole.head.size > 1_300, String(whole.head.size))
    assert.equal(whole.head.size, (await bench.storage.log(first)).head.size)
    assert.equal(whole.entries.length, whole.head.size)
    // The full tiles stay as they are, and whoever comes back fetches the rest alone.
    const paths = resources(whole.head.size).map(({ path }) => path)
    assert.ok(paths.includes('tile/0/004') && paths.includes('tile/entries/004'), paths.join())
    assert.equal((await get('tile/entries/006')).status, 404)
  })

  it('serves nothing that the tree does not have', async () => {
    const { prefix } = await link()
    const get = getUnder(prefix)
    const { size } = (await bench.storage.log(first)).head
    const edge = number(Math.floor(size / 256))
    const wrong = [
      `tile/0/${edge}`,
      `tile/0/${edge}.p/${(size % 256) + 1}`,
      `tile/0/${edge}.p/0`,
      'tile/0/000.p/256',
      'tile/0/0',
      'tile/00/000',
      'tile/64/000',
      'tile/1/001',
      'tile/entries/999',
      'tile/0/x000/000',
      'tile/0/-01',
      'tile/',
      'other',
    ]
    for (const path of wrong) assert.equal((await get(path)).status, 404, path)
  })

  it('ends when somebody says so, or at its time, and never leads anywhere else', async () => {
    const until = new Date(Date.now() + 60_000).toISOString()
    const one = await link()
    const two = await link({ name: 'For a minute', until })
    assert.equal((await getUnder(one.prefix)('checkpoint')).status, 200)
    const gone = { as: 'ciso', method: 'DELETE', url: `/api/v1/log/followers/${one.id}` } as const
    assert.equal((await asked({ ...gone, tenant: second })).status, 404)
    assert.equal((await asked(gone)).status, 204)
    assert.equal((await asked(gone)).status, 404)
    assert.equal((await getUnder(one.prefix)('checkpoint')).status, 404)
    assert.equal((await getUnder(two.prefix)('checkpoint')).status, 200)
    now = () => new Date(Date.now() + 61_000).toISOString()
    assert.equal((await getUnder(two.prefix)('checkpoint')).status, 404)
    now = () => new Date().toISOString()
    const token = two.prefix.split('/').at(-1) ?? ''
    // The same secret under another organisation is no secret of it.
    const swapped = token.replace(first.replaceAll('-', ''), second.replaceAll('-', ''))
    for (const other of [swapped, `${token.slice(0, -1)}_`, token.slice(0, -1), `${token}A`, 'x']) {
      const prefix = `/api/v1/log/followed/${other}`
      assert.equal((await getUnder(prefix)('checkpoint')).status, 404, other)
    }
    const headers = { authorization: `Bearer ${token}` }
    assert.equal((await asked({ url: '/api/v1/log/checkpoint', headers })).status, 401)
    assert.equal((await asked({ url: '/api/v1/sites', headers })).status, 401)
  })

  it('is listed without its secret, and there are only so many', async () => {
    const listed = await asked({ as: 'ciso', url: '/api/v1/log/followers' })
    assert.equal(listed.status, 200)
    const open = listed.body.items.filter((one: any) => one.ended_at === null).length
    assert.doesNotMatch(listed.text, /followed|digest|token/)
    for (let n = open; n < mostFollowers; n += 1) await link({ name: `Number ${n}` })
    const url = '/api/v1/log/followers'
    const more = await asked({ as: 'ciso', url, body: { name: 'One too many' } })
    assert.equal(more.status, 409, more.text)
    const other = await asked({ as: 'ciso', tenant: second, url })
    assert.deepEqual(other.body.items, [])
  })

  it('is read by people who oversee, as the same client does', async () => {
    const get: Get = async (path) => {
      const came = await asked({ as: 'auditor', url: `/api/v1/log/${path}` })
      const { headers, status } = came
      const type = String(headers['content-type'])
      return { status, type, cache: String(headers['cache-control']), body: Buffer.from(came.text) }
    }
    const keys = (await get('keys')).body.toString().trim()
    const { body } = await get('checkpoint')
    const { head } = await bench.storage.log(first)
    assert.deepEqual(openHead(body, keys).size, head.size)
  })
})
