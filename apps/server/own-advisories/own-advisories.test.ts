// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, it } from 'node:test'
import { publishing } from '@schouw/core/vulns'
import { directoryListing, providerMetadata, rolieListing } from '@schouw/formats/csaf'
import { readCycloneDx } from '@schouw/formats/cyclonedx'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'

onBothEngines('own advisories', (bench) => {
  let app: FastifyInstance
  const ids: Record<string, string> = {}
  const make = async (kind: Parameters<typeof creating>[0], values: object) =>
    (await done(bench.storage, creating(kind, values))).record?.id ?? ''
  const path = '/api/v1/own-advisories'
  const world = (file: string, tenant = first) =>
    app.inject({ url: `/api/v1/csaf/${tenant}/${file}` })

  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
    ids['product'] = await make('product', {
      code: 'VH400',
      name: 'LampController 400',
      order_numbers: ['VH400-1AB00'],
      versions: [{ version: '2.4.1', is_supported: true }],
    })
    ids['weakness'] = await make('product-vulnerability', {
      code: 'W1',
      name: 'Missing authentication',
      products: [ids['product']],
      cve: 'CVE-2026-90001',
      cvss_vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:H',
      affected_range: 'vers:intdot/<2.4.1',
      fixed_version: '2.4.1',
      remediation: 'Load 2.4.1.',
    })
    ids['advisory'] = await make('product-advisory', {
      code: 'VH-2026-001',
      name: 'Lamp controller takes commands from anybody',
      summary: 'A command without a password switches the lamps.',
      language: 'en',
      weaknesses: [ids['weakness']],
    })
  })

  it('gives the world nothing until it is switched on', async () => {
    for (const file of ['provider-metadata.json', 'feed-tlp-white.json', 'white/2026/x.json']) {
      assert.equal((await world(file)).statusCode, 404)
    }
    const { body } = await ask(app, { as: 'auditor', url: path })
    assert.deepEqual([body.settings.is_on, body.settings.metadata_url], [false, null])
    assert.deepEqual(body.items[0].problems, ['no-revision', 'no-publisher'])
  })

  it('publishes only what two have read and no test refuses', async () => {
    const body = {
      is_on: true,
      name: 'Van Houten Lampen',
      namespace: 'https://example.org',
      contact: 'psirt@example.org',
      address: 'https://security.example.org/',
    }
    const url = `${path}/settings`
    assert.equal((await ask(app, { as: 'auditor', method: 'PUT', url, body })).status, 403)
    assert.equal((await ask(app, { as: 'ciso', method: 'PUT', url, body })).status, 200)
    const publication = `${path}/${ids['advisory']}/publication`
    const early = await ask(app, { as: 'ciso', method: 'POST', url: publication })
    assert.equal(early.status, 422)
    assert.ok(early.text.includes('not-approved'), early.text)
    const at = `/api/v1/product-advisories/${ids['advisory']}`
    const draft = await ask(app, { as: 'ciso', url: at })
    const changed = await ask(app, {
      as: 'ciso',
      method: 'PATCH',
      url: at,
      body: {
        values: {
          revisions: [{ number: 1, at: '2026-11-01T09:00:00.000Z', summary: 'First publication' }],
        },
      },
      version: draft.body.version,
      key: crypto.randomUUID(),
    })
    assert.equal(changed.status, 200, changed.text)
    const moved = await ask(app, {
      as: 'ciso',
      method: 'POST',
      url: `${at}/moves`,
      body: { to: 'published' },
      version: changed.body.version,
      key: crypto.randomUUID(),
    })
    // It waits for a second person.
    assert.equal(moved.status, 202, moved.text)
    const still = await ask(app, { as: 'ciso', method: 'POST', url: publication })
    assert.equal(still.status, 422)
    const approved = await ask(app, {
      as: 'it_manager',
      method: 'POST',
      url: `${at}/approve`,
      body: { pending: moved.body.pending },
      key: crypto.randomUUID(),
    })
    assert.equal(approved.status, 200, approved.text)
    const came = await ask(app, { as: 'ciso', method: 'POST', url: publication })
    assert.equal(came.status, 200, came.text)
    assert.equal(came.body.publication.revision, 1)
  })

  it('gives a provider that a reader of ours can follow to the document and its digest', async () => {
    const metadata = providerMetadata((await world('provider-metadata.json')).json())
    const [distribution] = metadata?.distributions ?? []
    const base = `https://security.example.org/api/v1/csaf/${first}`
    assert.deepEqual(distribution?.rolie, [`${base}/feed-tlp-white.json`])
    const feed = rolieListing((await world('feed-tlp-white.json')).json(), base)
    const [one] = feed?.documents ?? []
    assert.equal(one?.url, `${base}/white/2026/vh-2026-001.json`)
    const document = await world('white/2026/vh-2026-001.json')
    assert.equal(document.statusCode, 200)
    const hash = await world('white/2026/vh-2026-001.json.sha512')
    const own = createHash('sha512').update(document.rawPayload).digest('hex')
    assert.equal(hash.body, `${own}  vh-2026-001.json\n`)
    assert.deepEqual(publishing.brokenRules(document.json()), [])
    assert.equal(
      directoryListing('2026/vh-2026-001.json', `${base}/white/`).documents[0]?.url,
      one.url,
    )
  })

  it('says what could be better, and lets it be published all the same', async () => {
    const weakness = await make('product-vulnerability', {
      code: 'W2',
      name: 'Lamp goes out',
      products: [ids['product']],
      affected_range: '<2.4.1',
      fixed_version: '2.4.1',
      remediation: 'Load 2.4.1.',
    })
    const values = { name: 'Out', summary: 'Dark.', language: 'en', weaknesses: [weakness] }
    const revisions = [{ number: 1, at: '2026-11-02T09:00:00.000Z', summary: 'First publication' }]
    await make('product-advisory', { ...values, code: 'VH-2026-002', revisions })
    const { body } = await ask(app, { as: 'auditor', url: path })
    const told = body.items.map(
      (one: { code: string; problems: string[]; warnings: string[] }) =>
        [one.code, one.problems, one.warnings] as const,
    )
    assert.deepEqual(told.toSorted(), [
      ['VH-2026-001', [], []],
      ['VH-2026-002', [], ['6.2.18']],
    ])
  })

  it('takes no other path, and gives another organisation nothing', async () => {
    for (const file of [
      'white/2026/VH-2026-001.json',
      'white/2025/vh-2026-001.json',
      'white/2026/..%2f..%2fx.json',
      'white/2026/vh-2026-001.json.asc',
    ]) {
      assert.equal((await world(file)).statusCode, 404, file)
    }
    assert.equal((await world('provider-metadata.json', second)).statusCode, 404)
    const other = await ask(app, { as: 'ciso', tenant: second, url: path })
    assert.deepEqual(other.body.items, [])
  })

  it('gives the list of components of a product as CycloneDX', async () => {
    const within = ids['product']
    const lib = await make('software-component', {
      name: 'mbedtls',
      version: '3.6.0',
      within,
      purl: 'pkg:github/Mbed-TLS/mbedtls@3.6.0',
      licence: 'Apache-2.0',
    })
    await make('software-component', { name: 'everest', within, part_of: lib })
    const url = `${path}/products/${within}/components`
    const came = await ask(app, { as: 'ciso', url })
    assert.equal(came.status, 200, came.text)
    const bom = JSON.parse(came.text)
    assert.deepEqual(
      [bom.bomFormat, bom.specVersion, bom.components.length],
      ['CycloneDX', '1.6', 2],
    )
    assert.deepEqual(bom.compositions, [{ aggregate: 'incomplete', assemblies: [within] }])
    const read = await readCycloneDx([Buffer.from(came.text)])
    assert.deepEqual(read.problems, [])
    assert.deepEqual(read.components?.map(({ name }) => name).sort(), [
      'LampController 400',
      'everest',
      'mbedtls',
    ])
    const none = `${path}/products/${ids['weakness']}/components`
    assert.equal((await ask(app, { as: 'ciso', url: none })).status, 404)
  })
})
