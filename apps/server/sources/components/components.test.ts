// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { billJson, nmapXml } from '@schouw/fixtures/sources'
import type { FastifyInstance } from 'fastify'
import { Files } from '../../files/files.ts'
import { httpApp } from '../../http/app.ts'
import { developmentTokens } from '../../http/development.ts'
import { everybody, type Role } from '../../http/testing/people.ts'
import { ask } from '../../http/testing/requests.ts'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { creating, done } from '../../storage/testing/records.ts'
import { first, second } from '../../storage/testing/tenants.ts'

const bill = (components: readonly unknown[]) =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components })

onBothEngines('software of a source', (bench) => {
  let app: FastifyInstance
  before(async () => {
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      files: new Files({ storage: bench.storage, folder: bench.folder }),
      requestsPerMinute: 1e9,
    })
  })
  const upload = async (raw: string) => {
    const headers = { 'content-type': 'application/octet-stream' }
    const url = '/api/v1/sources'
    const came = await ask(app, { as: 'ot_engineer', method: 'POST', url, raw, headers })
    assert.equal(came.status, 201, came.text)
    return came.body
  }
  const list = async (id: string, query = '') =>
    (await ask(app, { as: 'ot_engineer', url: `/api/v1/sources/${id}/components${query}` })).body
  const accept = (id: string, body: unknown, as: Role = 'ot_engineer') =>
    ask(app, { as, url: `/api/v1/sources/${id}/components`, body })
  const plain = (items: any[]) => items.map(({ number, digest }) => ({ number, digest }))
  const software = async () =>
    (await ask(app, { as: 'ciso', url: '/api/v1/software-components?limit=100' })).body
      .items as any[]

  it('waits for the asset, and then proposes what is in it', async () => {
    const source = await upload(billJson())
    assert.equal(source.components, 4)
    const unknown = await list(source.id)
    const { total, same, devices, linked, unlinked } = unknown
    assert.deepEqual([total, same, devices, linked, unlinked], [4, 0, 1, 0, 3])
    assert.ok(unknown.items.every((one: any) => one.action === 'choose' && one.asset === null))
    const none = await accept(source.id, { accept: plain(unknown.items) })
    assert.deepEqual(
      none.body.items.map((one: any) => [one.outcome, one.errors[0].code]),
      unknown.items.map(() => ['refused', 'asset-missing']),
    )

    const proposals = `/api/v1/sources/${source.id}/proposals`
    const [gateway] = (await ask(app, { as: 'ot_engineer', url: proposals })).body.items
    const made = await ask(app, {
      as: 'ot_engineer',
      url: `/api/v1/sources/${source.id}/accept`,
      body: { accept: [{ number: gateway.number, digest: gateway.digest }] },
    })
    const { asset } = made.body.items[0]
    const known = await list(source.id)
    assert.deepEqual([known.linked, known.unlinked], [3, 0])
    assert.ok(known.items.every((one: any) => one.asset.id === asset))
    assert.deepEqual(
      known.items.map((one: any) => [one.set.name, one.is_identified]),
      [
        ['edgegate-os', false],
        ['openssl', true],
        ['mqtt-bridge', false],
      ],
    )
    const stale = await accept(source.id, { accept: plain(unknown.items) })
    assert.ok(stale.body.items.every((one: any) => one.outcome === 'stale'))
    const came = await accept(source.id, { accept: plain(known.items) })
    assert.deepEqual(
      came.body.items.map((one: any) => one.outcome),
      ['created', 'created', 'created'],
    )
    assert.equal(came.body.entry, (await bench.storage.log(first)).head.size - 1)
    const records = await software()
    const named = (name: string) => records.find((one) => one.values.name === name)
    assert.equal(named('openssl').values.part_of, named('edgegate-os').id)
    assert.deepEqual(
      [named('openssl').values.within, named('openssl').values.source_file],
      [asset, source.sha256],
    )
    assert.equal(named('openssl').values.stated_on, '2026-10-01')
    const after = await list(source.id)
    assert.deepEqual([after.items.length, after.same], [0, 3])
    const again = await upload(billJson())
    assert.equal((await list(again.id)).same, 3)
    assert.equal((await accept(source.id, { accept: plain(known.items) })).body.entry, null)
  })

  it('takes the asset from a person, one record for what is named twice', async () => {
    const asset = (await done(bench.storage, creating('asset', { code: 'srv', name: 'Server' })))
      .record?.id
    const old = { type: 'library', name: 'zlib', version: '1.2.11' }
    const source = await upload(
      bill([
        { ...old, cpe: 'cpe:/a:zlib:zlib:1.2.11', purl: 'pkg:generic/zlib@1.2.11' },
        { type: 'application', name: 'historian', components: [old] },
        { type: 'library', version: '1', name: ' ' },
      ]),
    )
    const { items } = await list(source.id)
    assert.deepEqual(items[0].unusable, ['cpe'])
    const came = await accept(source.id, { asset, accept: plain(items) })
    assert.deepEqual(
      came.body.items.map((one: any) => one.outcome),
      ['created', 'created', 'same'],
    )
    const newer = await upload(bill([{ type: 'library', name: 'zlib', version: '1.3.1' }]))
    const [zlib] = (await list(newer.id)).items
    const more = await accept(newer.id, { accept: [{ ...plain([zlib])[0], asset }] })
    assert.equal(more.body.items[0].outcome, 'created', more.text)
    const nobody = await accept(source.id, { asset, accept: plain(items) }, 'director')
    assert.equal(nobody.status, 403)
  })

  it('says so where nothing is recognised', async () => {
    const empty = await upload(bill([]))
    assert.deepEqual([empty.components, empty.is_kept], [0, true])
    const { total, items } = await list(empty.id)
    assert.deepEqual([total, items], [0, []])
    const scan = await upload(nmapXml())
    assert.equal((await list(scan.id)).total, 0)
  })

  it('goes through twenty thousand page by page', async (test) => {
    const many = Array.from({ length: 20_000 }, (_, at) => ({
      type: 'library',
      'bom-ref': `r${at}`,
      name: `package-${at}`,
      version: `1.${at}.0`,
      purl: `pkg:npm/package-${at}@1.${at}.0`,
      licenses: [{ license: { id: 'MIT' } }],
    }))
    const asset = (await done(bench.storage, creating('asset', { code: 'big', name: 'Big' })))
      .record?.id
    const source = await upload(bill(many))
    assert.equal(source.components, 20_000)
    const before = process.memoryUsage().heapUsed
    const begun = performance.now()
    let from: number | null = 0
    let seen = 0
    let peak = 0
    while (from !== null) {
      const page: any = await list(source.id, `?limit=1000&from=${from}`)
      assert.ok(page.items.length <= 1000)
      seen += page.items.length
      if (from === 0 || from === 19_000) {
        const came = await accept(source.id, { asset, accept: plain(page.items) })
        assert.ok(came.body.items.every((one: any) => one.outcome === 'created'))
      }
      from = page.next
      peak = Math.max(peak, process.memoryUsage().heapUsed - before)
    }
    assert.equal(seen, 20_000)
    const ms = Math.round(performance.now() - begun)
    test.diagnostic(`20,000 in ${ms} ms, 2,000 accepted, heap ${Math.round(peak / 1e6)} MB more`)
    assert.ok(peak < 300e6, `${peak} bytes more`)
  })

  it('keeps the bytes under the digest that the log names', async () => {
    const source = await upload(billJson('1.5'))
    assert.equal(source.is_kept, true)
    const url = `/api/v1/files/${source.sha256}/content`
    const file = await ask(app, { as: 'ot_engineer', url })
    assert.equal(file.text, billJson('1.5'))
    const files = new Files({ storage: bench.storage, folder: bench.folder })
    const later = new Date(Date.now() + 400 * 86_400_000).toISOString()
    assert.deepEqual(await files.collect(first, later), [])
    assert.equal((await ask(app, { as: 'ot_engineer', url })).status, 200)
  })

  it('is nobody else’s', async () => {
    const source = await upload(billJson())
    const url = `/api/v1/sources/${source.id}/components`
    assert.equal((await ask(app, { as: 'ciso', tenant: second, url })).status, 404)
    const body = { accept: [{ number: 0, digest: '0'.repeat(64) }] }
    assert.equal((await ask(app, { as: 'ciso', tenant: second, url, body })).status, 404)
  })
})
