// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { type ClientRequest, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody, personOf, tokenOf } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { changing, creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'
import { Files, rangeOf } from './files.ts'

const digestOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
const mega = 1 << 20

onBothEngines('files', (bench) => {
  let app: FastifyInstance
  let files: Files
  let now = '2026-11-21T12:00:00.000Z'
  before(async () => {
    files = new Files({ storage: bench.storage, folder: bench.folder })
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      files,
      clock: () => now,
      requestsPerMinute: 1e9,
    })
    await app.listen({ host: '127.0.0.1', port: 0 })
  })
  after(() => app.close())

  const put = (raw: Buffer | string, more: Partial<Asked> & { name?: string } = {}) => {
    const { name, headers, ...rest } = more
    const query = name === undefined ? '' : `?name=${encodeURIComponent(name)}`
    return ask(app, {
      as: 'it_manager',
      method: 'POST',
      url: `/api/v1/files${query}`,
      raw,
      ...rest,
      headers: { 'content-type': 'application/octet-stream', ...headers },
    })
  }
  const content = (digest: string, more: Partial<Asked> = {}) =>
    ask(app, { as: 'it_manager', url: `/api/v1/files/${digest}/content`, ...more })
  const incoming = () => readdirSync(join(bench.folder, 'files', 'incoming'))

  it('come in by their digest and go out as they came, never to be shown', async () => {
    const text = `%PDF-1.7\n${randomBytes(500).toString('hex')}`
    const made = await put(text, { name: 'Rapport é.pdf' })
    assert.equal(made.status, 201, made.text)
    const { sha256, bytes, type, state, by } = made.body
    assert.deepEqual(
      [sha256, bytes, type, state, by],
      [digestOf(text), text.length, 'application/pdf', 'stored', personOf('it_manager')],
    )
    const came = await content(sha256)
    assert.equal(came.text, text)
    assert.deepEqual(
      ['etag', 'content-type', 'content-disposition', 'x-content-type-options'].map(
        (name) => came.headers[name],
      ),
      [
        `"${sha256}"`,
        'application/pdf',
        `attachment; filename="Rapport _.pdf"; filename*=UTF-8''Rapport%20%C3%A9.pdf`,
        'nosniff',
      ],
    )
    assert.equal(came.headers['content-security-policy'], "default-src 'none'; sandbox")
    const again = await content(sha256, { headers: { 'if-none-match': `"${sha256}"` } })
    assert.deepEqual([again.status, again.text], [304, ''])
    const head = await content(sha256, { method: 'HEAD' })
    assert.deepEqual([head.status, head.headers['content-length']], [200, String(text.length)])
    assert.deepEqual(incoming(), [])
  })

  it('are one file when two bring the same at once', async () => {
    const text = `words ${randomBytes(400).toString('hex')}`
    const made = await Promise.all([1, 2, 3, 4].map(() => put(text)))
    assert.deepEqual(new Set(made.map(({ status }) => status)), new Set([201]))
    const rows = await bench.storage.read(first, (db) =>
      db.selectFrom('files').selectAll().where('digest', '=', digestOf(text)).execute(),
    )
    assert.equal(rows.length, 1)
    assert.deepEqual(incoming(), [])
  })

  it('go out in parts', async () => {
    const text = 'abcdefghij'.repeat(10)
    const { body } = await put(text)
    const rows: readonly [string, number, string][] = [
      ['bytes=0-4', 206, text.slice(0, 5)],
      ['bytes=95-', 206, text.slice(95)],
      ['bytes=-3', 206, text.slice(-3)],
      ['bytes=90-500', 206, text.slice(90)],
      ['bytes=-500', 206, text],
      ['bytes=100-', 416, ''],
      ['bytes=-0', 416, ''],
      ['bytes=5-2', 200, text],
      ['bytes=0-1,4-5', 200, text],
      ['lines=1-2', 200, text],
    ]
    for (const [range, status, expected] of rows) {
      const came = await content(body.sha256, { headers: { range } })
      assert.deepEqual([came.status, came.text], [status, expected], range)
    }
    const other = { range: 'bytes=0-4', 'if-range': '"other"' }
    assert.equal((await content(body.sha256, { headers: other })).status, 200)
    const cut = rangeOf('bytes=2-3', 10)
    assert.deepEqual(cut.ok && cut.value, { from: 2, to: 3 })
  })

  it('are refused empty, too large for what they are, or other than they are said to be', async () => {
    const sum = (text: string) => `sha-256=:${createHash('sha256').update(text).digest('base64')}:`
    assert.deepEqual([(await put('')).status, (await put('')).body.code], [422, 'file-empty'])
    const wrong = await put('one', { headers: { 'content-digest': sum('two') } })
    assert.deepEqual([wrong.status, wrong.body.code], [422, 'digest-differs'])
    const right = await put('one', { headers: { 'content-digest': sum('one') } })
    assert.equal(right.status, 201)
    const odd = await put('one', { headers: { 'content-digest': 'sha-256=:no:' } })
    assert.deepEqual([odd.status, odd.body.code], [400, 'header-refused'])
    const stamp = Buffer.concat([
      Buffer.from('30820d033003020100308206092a864886f70d010702a0', 'hex'),
      Buffer.alloc(2 * mega),
    ])
    assert.equal((await put(stamp)).status, 413)
    const image = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(129 * mega)])
    const large = await put(image)
    assert.deepEqual([large.status, large.body.code], [413, 'file-too-large'])
    assert.deepEqual(incoming(), [])
  })

  it('stay apart on doubt, until the CISO who did not bring them has looked', async () => {
    const text = `<html><script>${randomBytes(8).toString('hex')}</script>`
    const { body } = await put(text, { name: 'page.txt' })
    const url = `/api/v1/files/${body.sha256}/release`
    const reason = { reason: 'a page of our own wiki' }
    assert.deepEqual([body.state, body.doubts], ['quarantined', ['active-content']])
    const refused = await content(body.sha256)
    assert.deepEqual([refused.status, refused.body.code], [409, 'file-quarantined'])
    const looked = await content(body.sha256, { as: 'ciso' })
    assert.equal(looked.status, 409)
    const query = `/api/v1/files/${body.sha256}/content?quarantined=accept`
    const accepted = await content(body.sha256, { as: 'ciso', url: query })
    assert.deepEqual(
      [accepted.status, accepted.text, accepted.headers['content-type']],
      [200, text, 'application/octet-stream'],
    )
    assert.match(String(accepted.headers['content-disposition']), /page\.txt\.quarantined/)
    assert.equal((await content(body.sha256, { url: query })).status, 409)
    assert.equal((await ask(app, { as: 'director', url, body: reason })).status, 403)
    const freed = await ask(app, { as: 'ciso', url, body: reason })
    assert.deepEqual([freed.status, freed.body.state], [200, 'stored'], freed.text)
    assert.deepEqual(freed.body.released, { at: now, by: personOf('ciso'), ...reason })
    assert.equal((await content(body.sha256)).text, text)
    assert.equal((await ask(app, { as: 'ciso', url, body: reason })).status, 409)
    const own = await put(`#!/bin/sh ${text}`, { as: 'ciso' })
    const ownUrl = `/api/v1/files/${own.body.sha256}/release`
    const self = await ask(app, { as: 'ciso', url: ownUrl, body: reason })
    assert.deepEqual([self.status, self.body.code], [403, 'own-change'])
  })

  it('are seen by whom a record shows them, and by nobody else', async () => {
    const text = `evidence ${randomBytes(8).toString('hex')}`
    const { sha256 } = (await put(text)).body
    const url = `/api/v1/files/${sha256}`
    assert.equal((await ask(app, { as: 'ot_engineer', url })).status, 404)
    assert.equal((await ask(app, { as: 'ciso', url })).status, 200)
    const evidence = (file: string, code: string) =>
      creating('evidence-file', {
        code,
        name: 'Restore report',
        type: 'test',
        file,
        received_at: now,
      })
    await done(bench.storage, evidence(sha256, 'E1'))
    assert.equal((await ask(app, { as: 'ot_engineer', url })).status, 200)
    assert.equal((await content(sha256, { as: 'director' })).text, text)
    assert.equal((await ask(app, { as: 'employee', url })).status, 404)
    assert.equal((await ask(app, { as: 'customer', url })).status, 404)
    // A record may name what nobody has brought: it is said to be absent, not to be there.
    const never = digestOf('never brought')
    await done(bench.storage, evidence(never, 'E2'))
    const shown = await ask(app, { as: 'ot_engineer', url: `/api/v1/files/${never}` })
    assert.deepEqual([shown.status, shown.body.state], [200, 'absent'])
    assert.equal((await content(never)).body.code, 'file-absent')
    assert.equal((await ask(app, { as: 'employee', url: `/api/v1/files/${never}` })).status, 404)
  })

  it('of one organisation are nothing to another, not even the same bytes', async () => {
    const text = `ours ${randomBytes(8).toString('hex')}`
    const { sha256 } = (await put(text)).body
    const unknown = digestOf('never seen by anybody')
    for (const path of ['', '/content', '/content?quarantined=accept']) {
      const see = (digest: string) =>
        ask(app, { as: 'ciso', tenant: second, url: `/api/v1/files/${digest}${path}` })
      const [theirs, none] = await Promise.all([see(sha256), see(unknown)])
      const { instance: _a, ...answer } = theirs.body
      const { instance: _b, ...other } = none.body
      assert.equal(theirs.status, 404)
      assert.deepEqual(answer, other)
    }
    const list = await ask(app, { as: 'ciso', tenant: second, url: '/api/v1/files' })
    assert.deepEqual(list.body.items, [])
    assert.ok(!existsSync(join(bench.folder, 'files', second)))
  })

  it('are listed by pages, to the CISO all of them', async () => {
    const seen: string[] = []
    let cursor = ''
    for (;;) {
      const url = `/api/v1/files?limit=2${cursor}`
      const { body, status } = await ask(app, { as: 'ciso', url })
      assert.equal(status, 200)
      seen.push(...body.items.map(({ sha256 }: { sha256: string }) => sha256))
      if (body.next === null) break
      cursor = `&cursor=${encodeURIComponent(body.next)}`
    }
    assert.ok(seen.length > 4)
    assert.equal(new Set(seen).size, seen.length)
    const own = await ask(app, { as: 'ot_engineer', url: '/api/v1/files' })
    assert.deepEqual(own.body.items, [])
    const apart = await ask(app, { as: 'ciso', url: '/api/v1/files?state=quarantined' })
    assert.ok(apart.body.items.every(({ state }: { state: string }) => state === 'quarantined'))
    for (const query of ['cursor=x', 'limit=0', 'limit=x', 'state=gone', 'colour=red']) {
      assert.equal((await ask(app, { as: 'ciso', url: `/api/v1/files?${query}` })).status, 400)
    }
  })

  it('that break off leave nothing, neither bytes nor a record', async () => {
    const before = await bench.storage.read(first, (db) =>
      db.selectFrom('files').select('digest').execute(),
    )
    const upload = raw(app)
    await new Promise<void>((resolve) => {
      upload.on('error', () => resolve())
      upload.write(randomBytes(3 * mega), () =>
        setTimeout(() => {
          assert.equal(incoming().length, 1)
          upload.destroy()
          resolve()
        }, 100),
      )
    })
    for (let left = 100; left > 0 && incoming().length > 0; left -= 1) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    assert.deepEqual(incoming(), [])
    const after = await bench.storage.read(first, (db) =>
      db.selectFrom('files').select('digest').execute(),
    )
    assert.equal(after.length, before.length)
  })

  it('that nobody ever named go after a while; named once, they stay', async () => {
    const digests: string[] = []
    for (const word of ['unused', 'in use', 'once in use', 'brought again']) {
      digests.push((await put(`${word} ${randomBytes(8).toString('hex')}`)).body.sha256)
    }
    const [unused = '', used = '', once = '', again = ''] = digests
    const plan = (code: string, drawing: string) =>
      creating('zone', { code, name: `Zone ${code}`, kind: 'ot', drawing })
    await done(bench.storage, plan('Z1', used))
    const zone = (await done(bench.storage, plan('Z2', once))).record
    assert.ok(zone)

    await done(bench.storage, changing('zone', zone.id, 1, { drawing: used }))
    const later = '2027-03-01T12:00:00.000Z'
    const { text } = await content(again)
    now = later
    await put(text)
    const gone = await files.collect(first, later)
    now = '2026-11-21T12:00:00.000Z'
    assert.ok(gone.includes(unused))
    for (const kept of [used, once, again]) assert.ok(!gone.includes(kept))
    assert.equal((await ask(app, { as: 'ciso', url: `/api/v1/files/${unused}` })).status, 404)
    assert.equal(await files.store.size(first, unused), undefined)
    assert.equal((await content(used)).status, 200)
    // Brought anew it is there again.
    assert.equal((await put(text)).status, 201)
  })

  const largeBytes = process.env['SCHOUW_LARGE_FILES'] === '1' ? 1024 * mega : 96 * mega
  it(`of ${largeBytes / mega} MB take no memory to speak of`, { timeout: 120_000 }, async () => {
    const chunk = randomBytes(mega)
    chunk.write('d4c3b2a1', 'hex')
    const before = process.memoryUsage.rss()
    let peak = before
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
    }, 20)
    const hash = createHash('sha256')
    const upload = raw(app)
    const answered = new Promise<string>((resolve, reject) => {
      upload.on('error', reject)
      upload.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part) => {
          text += part
        })
        response.on('end', () => resolve(text))
      })
    })
    for (let sent = 0; sent < largeBytes; sent += chunk.length) {
      hash.update(chunk)
      if (!upload.write(chunk)) await new Promise((resolve) => upload.once('drain', resolve))
    }
    upload.end()
    const stored = JSON.parse(await answered)
    clearInterval(watch)
    assert.deepEqual(
      [stored.bytes, stored.sha256, stored.type, stored.state],
      [largeBytes, hash.digest('hex'), 'application/vnd.tcpdump.pcap', 'stored'],
    )
    const grown = Math.round((peak - before) / mega)
    assert.ok(grown < 80, `resident memory grew by ${grown} MB`)
  })
})

function raw(app: FastifyInstance): ClientRequest {
  const { port } = app.server.address() as AddressInfo
  return request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/v1/files',
    headers: {
      authorization: `Bearer ${tokenOf('it_manager')}`,
      'content-type': 'application/octet-stream',
    },
  })
}
