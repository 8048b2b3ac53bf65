// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { parseCheckpoint, parseNote, parseProofFile } from '@schouw/core/ledger/notes'
import { entriesOf, tilePath } from '@schouw/core/ledger/tiles'
import { isIncluded, leafHash } from '@schouw/core/ledger/trees'
import type { FastifyInstance } from 'fastify'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { httpApp } from './app.ts'
import { developmentTokens } from './development.ts'
import { logger } from './logging.ts'
import { everybody, tokenOf } from './testing/people.ts'
import { type Asked, ask } from './testing/requests.ts'

const authenticate = developmentTokens(everybody)

onBothEngines('the server', (bench) => {
  let app: FastifyInstance
  const lines: string[] = []
  before(async () => {
    const log = logger('info', { write: (line) => void lines.push(line) })
    app = await httpApp({ storage: bench.storage, authenticate, logger: log })
  })
  after(() => app.close())
  const asked = (one: Asked) => ask(app, one)
  const site = async (code: string) =>
    (await done(bench.storage, creating('site', { code, name: `Plant ${code}` }))).record?.id ?? ''

  it('says that it lives and is ready', async () => {
    assert.deepEqual((await asked({ url: '/healthz' })).body, { status: 'ok' })
    assert.deepEqual((await asked({ url: '/readyz' })).body, { status: 'ok' })
  })

  it('is safe to look at from a browser', async () => {
    const { headers } = await asked({ as: 'ciso', url: '/api/v1/sites' })
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.match(headers['content-security-policy'], /default-src 'none'/)
    assert.equal(headers['cache-control'], 'private, no-cache')
  })

  it('says no to unknown paths in the same words', async () => {
    for (const url of ['/', '/api', '/api/v2/sites', '/api/v1/log', '/api/v1/log/../log']) {
      const came = await asked({ as: 'ciso', url })
      assert.deepEqual([came.status, came.body.code], [404, 'not-found'], url)
    }
  })

  it('counts requests without naming anybody', async () => {
    const id = await site('M1')
    await asked({ as: 'ciso', url: `/api/v1/sites/${id}?fields=name` })
    const { text } = await asked({ url: '/metrics' })
    assert.match(
      text,
      /schouw_http_request_seconds_count\{method="GET",route="\/api\/v1\/:plural\/:id",status="200"\}/,
    )
    assert.ok(!text.includes(id) && !text.includes(first))
    const away = await asked({ url: '/metrics', headers: { 'x-forwarded-for': '203.0.113.9' } })
    assert.equal(away.status, 404)
  })

  it('logs requests without personal data', async () => {
    lines.length = 0
    const came = await asked({ as: 'ciso', url: '/api/v1/persons?q=De%20Vries' })
    assert.equal(came.status, 200)
    assert.equal(lines.length, 1)
    const line = JSON.parse(lines[0]!)
    const names = ['level', 'time', 'reqId', 'method', 'route', 'status', 'ms', 'msg']
    assert.deepEqual(Object.keys(line), names)
    assert.doesNotMatch(lines[0]!, /Vries|Bearer|127\.0\.0\.1|0190/)
  })

  it('proves the last change of a record to outsiders', async () => {
    const id = await site('P1')
    await site('P2')
    const came = await asked({ as: 'auditor', url: `/api/v1/sites/${id}/proof` })
    assert.equal(came.status, 200, came.text)
    const { index, size, root, leaf, header, proof, checkpoint, slots } = came.body
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
    assert.deepEqual(bytes(leaf), new Uint8Array(leafHash(bytes(header))))
    const claim = { index, size, leaf: bytes(leaf), root: bytes(root), proof: proof.map(bytes) }
    assert.ok(isIncluded(claim))
    const note = parseNote(Buffer.from(checkpoint))
    assert.ok(note.ok)
    const head = parseCheckpoint(note.value.text)
    assert.ok(head.ok)
    assert.deepEqual(
      [head.value.size, Buffer.from(head.value.root).toString('base64')],
      [size, root],
    )
    assert.match(Buffer.from(slots[0].bytes, 'base64').toString(), /Plant P1/)
    const file = await asked({
      as: 'auditor',
      url: `/api/v1/sites/${id}/proof`,
      headers: { accept: 'text/plain' },
    })
    const parsed = parseProofFile(Buffer.from(file.text))
    assert.ok(parsed.ok && parsed.value.index === index)
  })

  it('lets tools follow the log', async () => {
    const { text } = await asked({ as: 'ciso', url: '/api/v1/log/checkpoint' })
    const size = Number(text.split('\n')[1])
    assert.equal(size, (await bench.storage.log(first)).head.size)
    const raw = (url: string) =>
      app.inject({ url, headers: { authorization: `Bearer ${tokenOf('ciso')}` } })
    const at = `/api/v1/log/${tilePath({ level: 'entries', index: 0, width: size })}`
    const entries = entriesOf((await raw(at)).rawPayload, size)
    const hashes = await raw(`/api/v1/log/${tilePath({ level: 0, index: 0, width: size })}`)
    assert.ok(entries.ok)
    assert.deepEqual(
      Buffer.concat(entries.value.map((entry) => leafHash(entry))),
      hashes.rawPayload,
    )
    for (const path of [`tile/0/000.p/${size + 1}`, 'tile/0/000', 'tile/9/000.p/1', 'tile/x']) {
      const came = await asked({ as: 'ciso', url: `/api/v1/log/${path}` })
      assert.equal(came.status, 404, path)
    }
    const other = await asked({ as: 'ciso', tenant: second, url: '/api/v1/log/checkpoint' })
    assert.match(other.text, new RegExp(`^schouw/${second}\n1\n`))
  })

  it('tells screens what changed, and only what they may see', async () => {
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const read = async (role: 'ciso' | 'employee', lastId?: number) => {
      const stop = new AbortController()
      const came = await fetch(`${address}/api/v1/changes`, {
        headers: {
          authorization: `Bearer ${tokenOf(role)}`,
          ...(lastId === undefined ? {} : { 'last-event-id': String(lastId) }),
        },
        signal: stop.signal,
      })
      assert.equal(came.headers.get('content-type'), 'text/event-stream; charset=utf-8')
      let text = ''
      const reading = (async () => {
        for await (const chunk of came.body ?? []) text += Buffer.from(chunk).toString()
      })().catch(() => {})
      const end = () => {
        stop.abort()
        return reading
      }
      return { text: () => text, stop: end }
    }
    const [ciso, employee] = [await read('ciso'), await read('employee')]
    const id = await site('F1')
    for (let left = 100; left > 0 && !ciso.text().includes(id); left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const index = (await bench.storage.log(first)).head.size - 1
    const data = { index, kind: 'site', id, action: 'create', version: 1 }
    assert.ok(
      ciso.text().includes(`id: ${index}\nevent: change\ndata: ${JSON.stringify(data)}\n\n`),
    )
    assert.ok(!employee.text().includes(id))
    await Promise.all([ciso.stop(), employee.stop()])
    const late = await read('ciso', index - 1)
    for (let left = 100; left > 0 && !late.text().includes(id); left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    assert.ok(late.text().includes(id))
    await late.stop()
  })

  it('slows down who asks too much: a session by itself, the strangers of an address together', async () => {
    const slow = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 3 })
    const statuses = async (times: number, asked: Parameters<typeof ask>[1]) => {
      const found: number[] = []
      for (let i = 0; i < times; i += 1) found.push((await ask(slow, asked)).status)
      return found
    }
    const url = '/api/v1/sites'
    assert.deepEqual(await statuses(4, { url }), [401, 401, 401, 429])
    // At the same address; the first of each counts with what nobody knows yet.
    assert.deepEqual(await statuses(5, { as: 'ciso', url }), [200, 200, 200, 200, 429])
    const { headers } = await ask(slow, { as: 'ciso', url })
    assert.match(String(headers['retry-after']), /^\d+$/)
    assert.deepEqual(await statuses(2, { as: 'auditor', url }), [200, 200])
    // Whoever makes up sessions is slowed as one, whatever they are.
    const guess = (n: number) => ask(slow, { url, headers: { authorization: `Bearer ${n}` } })
    const guessed: number[] = []
    for (let n = 0; n < 4; n += 1) guessed.push((await guess(n)).status)
    assert.deepEqual(guessed, [401, 429, 429, 429])
    assert.equal((await ask(slow, { as: 'auditor', url })).status, 200)
    assert.equal((await ask(slow, { url: '/healthz' })).status, 200)
    await slow.close()
  })

  it('knows a visitor behind a proxy by what the proxy says, not by what the visitor says', async () => {
    const slow = await httpApp({
      storage: bench.storage,
      authenticate,
      requestsPerMinute: 2,
      proxies: 1,
    })
    const from = async (addresses: string) => {
      const headers = { 'x-forwarded-for': addresses }
      return (await ask(slow, { url: '/api/v1/sites', headers })).status
    }
    const made: number[] = []
    for (let n = 0; n < 4; n += 1) made.push(await from(`198.51.100.${n}, 203.0.113.7`))
    assert.deepEqual(made, [401, 401, 429, 429])
    assert.equal(await from('198.51.100.1, 203.0.113.8'), 401)
    await slow.close()
    const direct = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 2 })
    const statuses: number[] = []
    for (let n = 0; n < 3; n += 1) {
      const headers = { 'x-forwarded-for': `198.51.100.${n}` }
      statuses.push((await ask(direct, { url: '/api/v1/sites', headers })).status)
    }
    assert.deepEqual(statuses, [401, 401, 429])
    await direct.close()
  })

  it('tells of a fault of ours by its id alone', async () => {
    const broken = await httpApp({
      storage: bench.storage,
      authenticate: () => {
        throw new Error('secret of the house')
      },
    })
    const { status, text, body } = await ask(broken, { url: '/api/v1/sites' })
    assert.equal(status, 500)
    assert.doesNotMatch(text, /secret/)
    assert.deepEqual(Object.keys(body), ['type', 'title', 'status', 'code', 'instance'])
    await broken.close()
  })
})
