// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { after, before, it } from 'node:test'
import { billJson } from '@schouw/fixtures/sources'
import type { FastifyInstance } from 'fastify'
import { Files } from '../../files/files.ts'
import { httpApp } from '../../http/app.ts'
import { developmentTokens } from '../../http/development.ts'
import { everybody, tokenOf } from '../../http/testing/people.ts'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { documentIn, sourceIn } from './read.ts'
import { readDocumentBytes, readSourceFile } from './thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'schouw-reading-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const fields = ['ts', 'uid', 'id.orig_h', 'id.orig_p', 'id.resp_h', 'id.resp_p', 'proto', 'service']
const types = ['time', 'string', 'addr', 'port', 'addr', 'port', 'enum', 'string']
const head = `#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn\n#fields\t${fields.join('\t')}\n#types\t${types.join('\t')}\n`

/** A log of so many bytes, of some hundreds of hosts. */
async function logOf(bytes: number): Promise<string> {
  const path = join(folder, `conn-${bytes}.log`)
  const out = createWriteStream(path)
  out.write(head)
  for (let at = 0, written = 0; written < bytes; ) {
    const lines = Array.from({ length: 2_000 }, () => {
      at += 1
      const [from, to] = [`10.1.${at % 7}.${at % 50}`, `10.2.${at % 5}.${at % 40}`]
      return `17900${String(at % 99_999).padStart(5, '0')}.000001\tC${at}\t${from}\t${40_000 + (at % 9_000)}\t${to}\t502\ttcp\tmodbus\n`
    }).join('')
    written += lines.length
    if (!out.write(lines)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
  return path
}

it('reads the same in a thread as in this one', async () => {
  const path = await logOf(6_000_000)
  const wanted = { what: 'source', path, format: undefined, fileName: 'conn.log' } as const
  const { size } = statSync(path)
  const there = await readSourceFile(wanted, { bytes: size, isPacked: false })
  const here = await sourceIn(wanted)
  assert.ok(typeof there === 'object' && here !== undefined)
  assert.equal(there.digest, here.digest)
  assert.deepEqual(there.read.sightings, here.read.sightings)
  assert.deepEqual(there.read.problems, here.read.problems)
  const bill = join(folder, 'bill.json')
  const out = createWriteStream(bill)
  out.end(billJson() + ' '.repeat(5_000_000))
  await once(out, 'close')
  const large = { ...wanted, path: bill, fileName: 'bill.json' }
  const bom = await readSourceFile(large, { bytes: 5_000_000, isPacked: false })
  assert.ok(typeof bom === 'object')
  assert.equal(bom.read.components?.length, 4)
  assert.equal(bom.digest, (await sourceIn(large))?.digest)
  const nobodys = { ...wanted, path: import.meta.filename }
  assert.equal(await readSourceFile(nobodys, { bytes: 9e9, isPacked: false }), undefined)
})

it('reads a large document in a thread, the same', async () => {
  const metadata = { title: 'T', 'last-modified': '2026-11-01T00:00:00Z' }
  const controls = Array.from({ length: 5_000 }, (_, at) => ({
    id: `c-${at}`,
    title: `Control ${at}`,
    parts: [{ name: 'statement', prose: 'x'.repeat(100) }],
  }))
  const bytes = Buffer.from(JSON.stringify({ catalog: { metadata, controls } }))
  const wanted = { what: 'document', name: 'large.json', bytes } as const
  assert.deepEqual(await readDocumentBytes(wanted), await documentIn(wanted))
})

onBothEngines('a large log', (bench) => {
  let app: FastifyInstance
  let port = 0
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      files: new Files({ storage: bench.storage, folder: bench.folder }),
      requestsPerMinute: 1e9,
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    port = (app.server.address() as { port: number }).port
  })
  after(() => app.close())

  it('keeps nobody waiting while it is read', { timeout: 300_000 }, async (test) => {
    const path = await logOf(100_000_000)
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    const begun = performance.now()
    const sent = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/api/v1/sources?name=conn.log',
      headers: {
        authorization: `Bearer ${tokenOf('ot_engineer')}`,
        'content-type': 'application/octet-stream',
        'content-length': statSync(path).size,
      },
    })
    createReadStream(path).pipe(sent)
    const [answer] = await once(sent, 'response')
    const chunks: Uint8Array[] = []
    for await (const chunk of answer) chunks.push(chunk)
    delay.disable()
    const body = JSON.parse(Buffer.concat(chunks).toString())
    assert.equal(answer.statusCode, 201, JSON.stringify(body))
    assert.ok(body.sightings > 100 && body.read > 1_000_000)
    const ms = (nanoseconds: number) => Math.round(nanoseconds / 1e6)
    const [p99, max] = [ms(delay.percentile(99)), ms(delay.max)]
    const all = Math.round(performance.now() - begun)
    test.diagnostic(`100 MB in ${all} ms; event loop late by p99 ${p99} ms, most ${max} ms`)
    assert.ok(p99 < all / 10 && max < all / 2, `p99 ${p99} ms, most ${max} ms`)
  })
})
