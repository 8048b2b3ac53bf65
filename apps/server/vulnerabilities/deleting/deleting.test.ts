// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { csafDocument, plcAdvisory, switchAdvisory } from '@schouw/fixtures/advisories'
import type { FastifyInstance } from 'fastify'
import { Files } from '../../files/files.ts'
import { ask } from '../../http/testing/requests.ts'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { second, first as tenant } from '../../storage/testing/tenants.ts'
import { tarOf } from '../tar.ts'
import { brought, made, vulnerabilityApp } from '../testing/asking.ts'

const { cve } = plcAdvisory
const other = { ...plcAdvisory, id: 'EX-26-OTHER' }

onBothEngines('an advisory that somebody takes away', (bench) => {
  let app: FastifyInstance
  let plc = ''
  const get = (url: string, of?: string) =>
    ask(app, { as: 'auditor', url, ...(of === undefined ? {} : { tenant: of }) })
  const named = async () =>
    (await get('/api/v1/advisories')).body.items as { name: string; document: string }[]
  const documentOf = async (name: string) =>
    (await named()).find((one) => one.name === name)?.document ?? ''
  const take = (document: string, rest: object = {}, of?: string) =>
    ask(app, {
      as: 'ciso',
      url: '/api/v1/advisory-deletions',
      body: { document, reason: 'Of another factory.', ...rest },
      ...(of === undefined ? {} : { tenant: of }),
    })
  const ofPlc = async () => (await get(`/api/v1/vulnerabilities/assets/${plc}`)).body
  const trail = () => get(`/api/v1/vulnerabilities/trail?subject=${plc}&weakness=${cve}`)
  const fileThere = async (digest: string) => {
    const stream = await new Files(bench).open(tenant, digest)
    stream?.destroy()
    return stream !== undefined
  }

  before(async () => {
    app = await vulnerabilityApp(bench)
    plc = await made(bench, 'asset', {
      code: 'PLC1',
      name: 'L1-PLC01',
      role: 'plc',
      vendor: 'Siemens',
      order_number: '6ES7515-2AM01-0AB0',
      firmware: 'V2.9.4',
    })
  })

  it('is asked for with a reason, and only of what there is', async () => {
    assert.equal((await take('0'.repeat(32))).status, 404)
    const came = await brought(app, 'a.json', csafDocument(plcAdvisory))
    assert.equal(came.body.state, 'done', came.text)
    const document = await documentOf(plcAdvisory.id)
    assert.equal((await take(document, { reason: ' ' })).status, 422)
    assert.equal((await take(document, {}, second)).status, 404)
    assert.equal((await named()).length, 1)
  })

  it('gives way to the next that names the same', async () => {
    await brought(app, 'other.json', csafDocument(other))
    const [line] = (await ofPlc()).items
    const first = line.advisory
    assert.equal(line.others, 1)
    assert.equal((await take(await documentOf(first))).status, 201)
    const [left] = (await ofPlc()).items
    assert.notEqual(left.advisory, first)
    assert.deepEqual([left.verdict, left.others], ['affected', 0])
    const queue = (await get('/api/v1/vulnerabilities')).body
    assert.deepEqual(
      queue.items.map((one: { advisory: string; others: number }) => [one.advisory, one.others]),
      [[left.advisory, 0]],
    )
  })

  it('leaves what was decided, and the reason with its proof', async () => {
    const [line] = (await ofPlc()).items
    await ask(app, {
      as: 'ciso',
      url: '/api/v1/vulnerabilities/decisions',
      body: { on: [{ subject: plc, weakness: cve }], decision: 'now', reason: 'Saturday.' },
    })
    const { body } = await take(line.document, { reason: 'Withdrawn by its maker.' })
    assert.deepEqual([body.matches, body.is_kept, body.files_left], [1, false, 0])
    const after = await ofPlc()
    assert.deepEqual(after.items, [])
    assert.deepEqual(
      after.past.map((one: Record<string, string>) => [one['weakness'], one['reason']]),
      [[cve, 'Saturday.']],
    )
    const { items } = (await trail()).body
    const [decided, deleted] = items.slice(-2)
    assert.deepEqual([decided.what, deleted.what], ['decided', 'deleted'])
    assert.equal(deleted.text, 'Withdrawn by its maker.')
    assert.equal(items.filter((one: { what: string }) => one.what === 'brought').length, 2)
    const proof = await get(`/api/v1/vulnerabilities/entries/${deleted.entry}/proof`)
    assert.equal(proof.status, 200, proof.text)
    const queue = (await get('/api/v1/vulnerabilities')).body
    assert.deepEqual([queue.items, queue.counts.now, queue.counts.undecided], [[], 0, 0])
  })

  it('has no bytes left, neither in the register nor among the files', async () => {
    const { items } = (await get('/api/v1/advisory-deletions')).body
    for (const { document, revisions } of items) {
      for (const { digest } of revisions) {
        const url = `/api/v1/advisories/${document}/revisions/${digest}`
        assert.equal((await get(url)).status, 404)
      }
    }
    const imports = (await get('/api/v1/advisory-imports')).body.items
    for (const { sha256 } of imports) assert.equal(await fileThere(sha256), false)
  })

  it('does not come back by itself, and does when it is brought again', async () => {
    const change = { as: 'ciso' as const, method: 'POST' as const }
    const again = await ask(app, { ...change, url: '/api/v1/vulnerabilities/runs', body: {} })
    assert.equal(again.status, 200, again.text)
    const matches = await bench.storage.read(tenant, (db) =>
      db.selectFrom('vulnerability_matches').select('document').execute(),
    )
    assert.deepEqual(matches, [])
    const came = await brought(app, 'a.json', csafDocument(plcAdvisory))
    assert.equal(came.body.counters.new_documents, 1)
    const after = await ofPlc()
    assert.deepEqual([after.items.length, after.past.length], [1, 0])
    assert.equal(after.items[0].reason, 'Saturday.')
  })

  it('keeps its bytes where somebody says why, and what came with it', async () => {
    const text = JSON.stringify(csafDocument(switchAdvisory))
    const files = [
      ['one.json', Buffer.from(text)],
      ['two.json', Buffer.from(JSON.stringify(csafDocument(other)))],
    ] as const
    const archive = await ask(app, {
      as: 'ciso',
      method: 'POST',
      url: '/api/v1/advisory-imports?name=both.tar&origin=test',
      raw: tarOf(files),
      headers: { 'content-type': 'application/octet-stream' },
    })
    const kept = await take(await documentOf(switchAdvisory.id), { is_kept: true })
    const [revision] = kept.body.revisions
    const url = `/api/v1/advisories/${kept.body.document}/revisions/${revision.digest}`
    const bytes = await get(url)
    assert.deepEqual([bytes.status, bytes.text], [200, text])
    assert.equal((await get(url, second)).status, 404)
    const left = await take(await documentOf(other.id))
    assert.equal(left.body.files_left, 1)
    assert.equal(await fileThere(archive.body.sha256), true)
  })

  it('is nothing of another organisation', async () => {
    assert.deepEqual((await get('/api/v1/advisory-deletions', second)).body, { items: [] })
    const rows = await bench.storage.read(second, async (db) => [
      ...(await db.selectFrom('advisory_deletions').selectAll().execute()),
      ...(await db.selectFrom('advisory_deleted_revisions').selectAll().execute()),
      ...(await db.selectFrom('vulnerability_retired').selectAll().execute()),
    ])
    assert.deepEqual(rows, [])
  })
})
