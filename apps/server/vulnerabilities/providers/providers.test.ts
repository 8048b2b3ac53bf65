// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, it } from 'node:test'
import { csafDocument, plcAdvisory, switchAdvisory } from '@schouw/fixtures/advisories'
import type { FastifyInstance } from 'fastify'
import { createMessage, generateKey, sign as signed } from 'openpgp'
import { Files } from '../../files/files.ts'
import { httpApp } from '../../http/app.ts'
import { developmentTokens } from '../../http/development.ts'
import { everybody } from '../../http/testing/people.ts'
import { ask } from '../../http/testing/requests.ts'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { first, second } from '../../storage/testing/tenants.ts'
import { Vulnerabilities } from '../service.ts'
import { usualBounds } from './bounds.ts'
import { get } from './get.ts'
import { keyRows } from './keys.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A provider on this machine that says what a test wants it to say. */
class Provider {
  readonly files = new Map<string, string | Answer>()
  readonly asked: string[] = []
  readonly #server = createServer((request, response) => {
    this.asked.push(request.url ?? '')
    const file = this.files.get(request.url ?? '')
    if (file === undefined) response.writeHead(404).end()
    else if (typeof file === 'function') file(request, response)
    else {
      const etag = `"${createHash('md5').update(file).digest('hex')}"`
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
      else response.writeHead(200, { etag }).end(file)
    }
  })

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve()))
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  put(path: string, document: unknown, beside: { sha512?: string; asc?: string } = {}): void {
    const text = JSON.stringify(document)
    this.files.set(path, text)
    const sha512 = createHash('sha512').update(text).digest('hex')
    this.files.set(`${path}.sha512`, `${beside.sha512 ?? sha512}  ${path}\n`)
    if (beside.asc !== undefined) this.files.set(`${path}.asc`, beside.asc)
  }

  metadata(distribution: object): void {
    const publisher = { category: 'vendor', name: 'Test', namespace: 'https://example.org' }
    this.files.set('/pmd.json', JSON.stringify({ publisher, distributions: [distribution] }))
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

const bounds = { ...usualBounds, timeMs: 4_000, documentBytes: 200_000, sideBytes: 2_000 }

onBothEngines('providers of advisories', (bench) => {
  let app: FastifyInstance
  let service: Vulnerabilities
  const provider = new Provider()
  const path = '/api/v1/advisory-providers'
  const add = async (body: object) => {
    const came = await ask(app, {
      as: 'ciso',
      url: path,
      body: { sort: 'csaf', name: 'T', ...body },
    })
    assert.equal(came.status, 201, came.text)
    return came.body.id as string
  }
  const run = async (id: string) =>
    (await ask(app, { as: 'ciso', method: 'POST', url: `${path}/${id}/runs` })).body.last_outcome

  before(async () => {
    await provider.open()
    const files = new Files({ storage: bench.storage, folder: bench.folder })
    const clock = () => new Date().toISOString()
    const { storage } = bench
    service = new Vulnerabilities({ storage, files, clock, isPrivateAllowed: true, bounds })
    const authenticate = developmentTokens(everybody)
    const made = { storage, authenticate, files, vulnerabilities: service }
    app = await httpApp({ ...made, requestsPerMinute: 1e9 })
  })
  after(() => provider.close())

  it('fetches by the lists in a folder what is new, and asks for nothing twice', async () => {
    provider.put('/csaf/2026/a.json', csafDocument(plcAdvisory), { asc: 'signed' })
    provider.put('/csaf/2026/b.json', csafDocument(switchAdvisory))
    provider.files.set(
      '/csaf/changes.csv',
      '"2026/a.json","2026-11-01T00:00:00Z"\n"2026/b.json","2026-11-02T00:00:00Z"\n' +
        '../pmd.json,2026-11-03T00:00:00Z\n',
    )
    provider.metadata({ directory_url: `${provider.url}/csaf` })
    const id = await add({ url: `${provider.url}/pmd.json`, licence: 'TLP:WHITE' })
    const told = await run(id)
    assert.deepEqual(
      [told.state, told.listed, told.fetched, told.signed, told.left_out, told.without_hash],
      ['done', 2, 2, 1, 0, 0],
    )
    assert.match(told.problems[0].found, /not beneath it: \.\.\/pmd\.json/)
    const made = await ask(app, { as: 'auditor', url: `/api/v1/advisory-imports/${told.import}` })
    const { counters } = made.body
    assert.deepEqual(
      [counters.new_documents, counters.digests_matched, counters.signatures_not_checked],
      [2, 2, 1],
    )
    assert.equal(made.body.origin, `${provider.url}/pmd.json`)
    provider.asked.length = 0
    const again = await run(id)
    assert.deepEqual([again.fetched, again.import], [0, null])
    assert.deepEqual(provider.asked, ['/pmd.json', '/csaf/changes.csv'])
    provider.put('/csaf/2026/a.json', csafDocument({ ...plcAdvisory, revision: 2 }))
    provider.files.set('/csaf/changes.csv', '2026/a.json,2026-11-05T00:00:00Z\n')
    assert.equal((await run(id)).fetched, 1)
  })

  it('says of a signature that it was not checked, never that it is good', async () => {
    const { body } = await ask(app, { as: 'ciso', url: '/api/v1/advisories' })
    const states = new Set<string>()
    for (const { document } of body.items) {
      const one = await ask(app, { as: 'ciso', url: `/api/v1/advisories/${document}` })
      states.add(one.body.verification.signature)
    }
    assert.deepEqual([...states].toSorted(), ['absent', 'not_checked'].slice(0, states.size))
  })

  it('holds signatures against the keys of a provider, and takes nothing forged', async () => {
    const { privateKey, publicKey } = await generateKey({
      userIDs: [{ name: 'Lampworks' }],
      format: 'object',
    })
    const sign = async (document: object) => {
      const message = await createMessage({ text: JSON.stringify(document) })
      return (await signed({ message, signingKeys: privateKey, detached: true })) as string
    }
    const fingerprint = publicKey.getFingerprint()
    const good = csafDocument({ ...plcAdvisory, id: 'EX-SIGNED' })
    const forged = csafDocument({ ...plcAdvisory, id: 'EX-NOT-SIGNED' })
    provider.put('/s/good.json', good, { asc: await sign(good) })
    provider.put('/s/forged.json', forged, { asc: await sign(good) })
    provider.files.set('/s/index.txt', 'good.json\nforged.json\n')
    provider.files.set('/key.asc', publicKey.armor())
    provider.files.set(
      '/signed.json',
      JSON.stringify({
        publisher: { name: 'Lampworks' },
        public_openpgp_keys: [{ fingerprint, url: `${provider.url}/key.asc` }],
        distributions: [{ directory_url: `${provider.url}/s` }],
      }),
    )
    const id = await add({ url: `${provider.url}/signed.json` })
    const told = await run(id)
    assert.deepEqual([told.fetched, told.left_out], [1, 1])
    assert.equal(told.problems[0].found, 'signature differs')
    const list = await ask(app, { as: 'ciso', url: '/api/v1/advisories?q=SIGNED' })
    assert.deepEqual(
      list.body.items.map(({ name }: { name: string }) => name),
      ['EX-SIGNED'],
    )
    const at = `/api/v1/advisories/${list.body.items[0].document}`
    const { verification } = (await ask(app, { as: 'auditor', url: at })).body
    assert.equal(verification.signature, 'good')
    assert.equal(verification.signed_by, fingerprint.toUpperCase())
    const keys = (await ask(app, { as: 'auditor', url: '/api/v1/advisory-keys' })).body.items
    assert.deepEqual([keys.length, keys[0].basis, keys[0].owner], [1, 'first_contact', 'Lampworks'])
  })

  it('takes the key of one publisher for nobody else, until somebody says otherwise', async () => {
    const make = (name: string) => generateKey({ userIDs: [{ name }], format: 'object' })
    const [{ privateKey, publicKey }, maker] = await Promise.all([make('Stranger'), make('Maker')])
    const signedBy = async (id: string) => {
      const document = csafDocument({ ...plcAdvisory, id })
      const message = await createMessage({ text: JSON.stringify(document) })
      const asc = (await signed({ message, signingKeys: privateKey, detached: true })) as string
      return { document, asc }
    }
    // Each is believed from first contact, at its own address.
    const publish = async (
      name: string,
      key: { armor: () => string; getFingerprint(): string },
    ) => {
      provider.files.set(`/${name}.asc`, key.armor())
      const metadata = {
        publisher: { name },
        public_openpgp_keys: [
          { fingerprint: key.getFingerprint(), url: `${provider.url}/${name}.asc` },
        ],
        distributions: [{ directory_url: `${provider.url}/${name}` }],
      }
      provider.files.set(`/${name}.json`, JSON.stringify(metadata))
      return add({ url: `${provider.url}/${name}.json` })
    }
    const put = async (name: string, id: string) => {
      const { document, asc } = await signedBy(id)
      provider.put(`/${name}/${id}.json`, document, { asc })
      provider.files.set(`/${name}/index.txt`, `${id}.json\n`)
    }
    const stateOf = async (id: string) => {
      const { body } = await ask(app, { as: 'ciso', url: `/api/v1/advisories?q=${id}` })
      const url = `/api/v1/advisories/${body.items[0].document}`
      return (await ask(app, { as: 'ciso', url })).body.verification.signature
    }
    const stranger = await publish('stranger', publicKey)
    const other = await publish('maker', maker.publicKey)
    await put('stranger', 'EX-OWN')
    await put('maker', 'EX-OTHER')
    assert.equal((await run(stranger)).fetched, 1)
    assert.equal((await run(other)).fetched, 1)
    assert.deepEqual([await stateOf('EX-OWN'), await stateOf('EX-OTHER')], ['good', 'unknown_key'])
    // Whoever brings the key by hand says that it counts everywhere.
    const body = { armoured: publicKey.armor() }
    const brought = await ask(app, { as: 'ciso', url: '/api/v1/advisory-keys', body })
    assert.equal(brought.status, 201, brought.text)
    await put('maker', 'EX-LATER')
    assert.equal((await run(other)).fetched, 1)
    assert.equal(await stateOf('EX-LATER'), 'good')
    for (const { id, owner } of brought.body.items) {
      if (owner === 'Lampworks') continue
      await ask(app, { as: 'ciso', method: 'DELETE', url: `/api/v1/advisory-keys/${id}` })
    }
  })

  it('lets a key that comes later wait for somebody', async () => {
    const { publicKey } = await generateKey({ userIDs: [{ name: 'Other' }], format: 'object' })
    const later = JSON.parse(String(provider.files.get('/signed.json')))
    const fingerprint = publicKey.getFingerprint()
    later.public_openpgp_keys.push({ fingerprint, url: `${provider.url}/later.asc` })
    provider.files.set('/later.asc', publicKey.armor())
    provider.files.set('/signed.json', JSON.stringify(later))
    const providers = (await ask(app, { as: 'ciso', url: path })).body.items
    const signer = providers.find(({ url }: { url: string }) => url.endsWith('/signed.json'))
    const told = await run(signer.id)
    assert.ok(
      told.problems.some(
        ({ found }: { found: string }) => found === 'a new key waits for somebody',
      ),
    )
    const keys = '/api/v1/advisory-keys'
    const waiting = (await ask(app, { as: 'ciso', url: keys })).body.items[1]
    assert.equal(waiting.basis, null)
    const url = `${keys}/${waiting.id}`
    const accepted = await ask(app, { as: 'ciso', method: 'POST', url: `${url}/acceptance` })
    assert.equal(accepted.body.basis, 'person')
    assert.equal((await ask(app, { as: 'ciso', method: 'DELETE', url })).status, 204)
    assert.equal((await ask(app, { as: 'ciso', url: keys })).body.items.length, 1)
    const none = await ask(app, { as: 'ciso', url: keys, body: { armoured: 'no key' } })
    assert.equal(none.body.errors[0].code, 'no-public-key')
    const brought = await ask(app, { as: 'ciso', url: keys, body: { armoured: publicKey.armor() } })
    assert.equal(brought.body.items[1].basis, 'person')
    const others = await bench.storage.read(second, keyRows)
    assert.deepEqual(others, [])
  })

  it('names who an aggregator says publishes', async () => {
    const publisher = { name: 'Lampworks' }
    const metadata = { publisher, url: `${provider.url}/signed.json`, role: 'csaf_provider' }
    const text = JSON.stringify({ aggregator: {}, csaf_providers: [{ metadata }] })
    provider.files.set('/aggregator.json', text)
    const url = '/api/v1/advisory-aggregators'
    const body = { url: `${provider.url}/aggregator.json` }
    assert.deepEqual((await ask(app, { as: 'ciso', url, body })).body, {
      items: [{ name: 'Lampworks', url: `${provider.url}/signed.json`, role: 'csaf_provider' }],
      fault: null,
    })
    const wrong = { url: `${provider.url}/signed.json` }
    assert.equal((await ask(app, { as: 'ciso', url, body: wrong })).body.fault, 'no-aggregator')
  })

  it('leaves out what its digest does not fit, and asks for it again', async () => {
    const document = csafDocument({ ...plcAdvisory, id: 'EX-FORGED' })
    provider.put('/x/f.json', document, { sha512: 'a'.repeat(128) })
    provider.files.set('/x/index.txt', 'f.json\n')
    const id = await add({ url: `${provider.url}/x/` })
    const told = await run(id)
    assert.deepEqual([told.fetched, told.left_out, told.import], [0, 1, null])
    assert.equal(told.problems[0].found, 'sha512 differs')
    const list = await ask(app, { as: 'ciso', url: '/api/v1/advisories?q=EX-FORGED' })
    assert.deepEqual(list.body.items, [])
    provider.put('/x/f.json', document)
    assert.equal((await run(id)).fetched, 1)
    assert.equal((await run(id)).unchanged, 1)
  })

  it('fetches by a feed, with what the feed says is the digest', async () => {
    provider.put('/r/1.json', csafDocument({ ...plcAdvisory, id: 'EX-ROLIE' }))
    const href = `${provider.url}/r/1.json`
    const link = [
      { rel: 'self', href },
      { rel: 'hash', href: `${href}.sha512` },
    ]
    const entry = { id: 'x', updated: '2026-11-01T00:00:00Z', link, content: { src: href } }
    provider.files.set('/feed.json', JSON.stringify({ feed: { entry: [entry] } }))
    provider.metadata({ rolie: { feeds: [{ url: `${provider.url}/feed.json` }] } })
    const told = await run(await add({ url: `${provider.url}/pmd.json` }))
    assert.deepEqual([told.listed, told.fetched, told.without_hash], [1, 1, 0])
  })

  it('bears a provider that is huge, slow, cut off, or turns in circles', async () => {
    const faults: readonly [string, Answer, string][] = [
      ['huge', (_, response) => response.writeHead(200).end('x'.repeat(300_000)), 'too-large'],
      [
        'endless',
        (_, response) => {
          response.writeHead(200)
          const more = () => response.write('x'.repeat(50_000), () => setImmediate(more))
          more()
        },
        'too-large',
      ],
      ['silent', () => {}, 'time'],
      ['drip', (_, response) => response.writeHead(200).write('{'), 'time'],
      [
        'cut',
        (_, response) => {
          response.writeHead(200, { 'content-length': '50' })
          response.write('{')
          setImmediate(() => response.destroy())
        },
        'cut-off',
      ],
      [
        'circle',
        (_, response) => response.writeHead(302, { location: '/y/circle.json' }).end(),
        'redirects',
      ],
      [
        'file',
        (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
        'address-refused',
      ],
      ['broken', (_, response) => response.writeHead(500).end(), 'status-500'],
    ]
    for (const [name, how] of faults) provider.files.set(`/y/${name}.json`, how)
    provider.files.set('/y/index.txt', faults.map(([name]) => `${name}.json`).join('\n'))
    const told = await run(await add({ url: `${provider.url}/y/` }))
    const found = new Map<string, string>(
      told.problems.map((one: { path: string; found: string }) => [
        one.path.split('/').at(-1)?.replace('.json', ''),
        one.found,
      ]),
    )
    assert.deepEqual(
      faults.map(([name]) => [name, found.get(name)]),
      faults.map(([name, , fault]) => [name, fault]),
    )
    assert.equal(told.fetched, 0)
  })

  it('says that a provider could not be reached, and keeps nothing of what is no list', async () => {
    const none = await run(await add({ url: `${provider.url}/nothing.json` }))
    assert.deepEqual([none.state, none.problems[0].found], ['failed', 'status-404'])
    provider.files.set('/page.json', '<html>')
    const page = await run(await add({ url: `${provider.url}/page.json` }))
    assert.deepEqual([page.state, page.problems[0].found], ['failed', 'not JSON'])
  })

  it('fetches what is exploited, once for each change', async () => {
    const kev = (on: string) =>
      JSON.stringify({
        catalogVersion: on,
        vulnerabilities: [{ cveID: plcAdvisory.cve, dateAdded: on, dueDate: on }],
      })
    provider.files.set('/kev', kev('2026-11-10'))
    const id = await add({ sort: 'kev', url: `${provider.url}/kev` })
    assert.equal((await run(id)).fetched, 1)
    assert.equal((await run(id)).unchanged, 1)
    provider.files.set('/kev', kev('2026-11-11'))
    assert.equal((await run(id)).fetched, 1)
    const { body } = await ask(app, { as: 'ciso', url: '/api/v1/vulnerabilities' })
    assert.equal(body.standing.kev.as_of, '2026-11-11')
  })

  it('fetches by schedule only where it is switched on, and once a day', async () => {
    assert.equal(await service.fetchDue(first), 0)
    const { body } = await ask(app, { as: 'ciso', url: path })
    const one = body.items.find((row: { sort: string }) => row.sort === 'kev')
    await ask(app, { as: 'ciso', method: 'PATCH', url: `${path}/${one.id}`, body: { is_on: true } })
    assert.equal(await service.fetchDue(first), 0)
    const id = await add({ sort: 'kev', url: `${provider.url}/kev`, is_on: true })
    assert.equal(await service.fetchDue(first), 1)
    assert.equal(await service.fetchDue(first), 0)
    await ask(app, { as: 'ciso', method: 'DELETE', url: `${path}/${id}` })
  })

  it('stops when told, with nothing half kept', async () => {
    const stop = new AbortController()
    provider.put('/s/1.json', csafDocument({ ...plcAdvisory, id: 'EX-STOPPED' }))
    provider.files.set('/s/2.json', () => stop.abort())
    provider.files.set('/s/changes.csv', '1.json,2026-01-01\n2.json,2026-01-02\n')
    const id = await add({ url: `${provider.url}/s/` })
    const going = { tenant: first, signal: stop.signal, progress: async () => {} }
    const fetching = service.fetchJob.run({ provider: id }, going as never)
    await assert.rejects(fetching)
    const { body } = await ask(app, { as: 'ciso', url: path })
    const row = body.items.find((one: { id: string }) => one.id === id)
    assert.deepEqual([row.last_outcome.state, row.seen_until], ['cancelled', ''])
    const list = await ask(app, { as: 'ciso', url: '/api/v1/advisories?q=EX-STOPPED' })
    assert.deepEqual(list.body.items, [])
  })

  it('takes no address inside, by name, by number or by redirect, unless it may', async () => {
    const strict = { isPrivateAllowed: false, mostBytes: 1_000, timeMs: 1_000 }
    for (const url of ['https://127.0.0.1/x', 'https://[::1]/x', 'https://localhost/x']) {
      assert.deepEqual(await get({ ...strict, url }), { fault: 'address-private' })
    }
    assert.deepEqual(await get({ ...strict, url: `${provider.url}/kev` }), {
      fault: 'address-refused',
    })
    const files = new Files({ storage: bench.storage, folder: bench.folder })
    const guarded = await httpApp({
      storage: bench.storage,
      files,
      authenticate: developmentTokens(everybody),
      requestsPerMinute: 1e9,
    })
    for (const url of [provider.url, 'https://10.0.0.1/pmd.json', 'ftp://example.org/x']) {
      const body = { sort: 'csaf', name: 'x', url }
      assert.equal((await ask(guarded, { as: 'ciso', url: path, body })).status, 422, url)
    }
  })

  it('shows another organisation none of them', async () => {
    const { body } = await ask(app, { as: 'ciso', tenant: second, url: path })
    assert.deepEqual(body.items, [])
  })
})
