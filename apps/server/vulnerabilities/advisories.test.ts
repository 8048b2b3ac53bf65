// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { csafDocument, plcAdvisory, switchAdvisory } from '@schouw/fixtures/advisories'
import type { FastifyInstance } from 'fastify'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { second } from '../storage/testing/tenants.ts'
import { brought, vulnerabilityApp } from './testing/asking.ts'

onBothEngines('what a reader has read', (bench) => {
  let app: FastifyInstance
  let document = ''
  const list = async (as: 'ciso' | 'auditor', query = '') =>
    (await ask(app, { as, url: `/api/v1/advisories${query}` })).body.items as {
      readonly name: string
      readonly document: string
      readonly is_read: boolean
    }[]
  const unread = async (as: 'ciso' | 'auditor') =>
    (await list(as, '?unread=true')).map(({ name }) => name).toSorted()
  const mark = (isRead: boolean, tenant?: string) =>
    ask(app, {
      as: 'ciso',
      method: 'PUT',
      url: `/api/v1/advisories/${document}/reading`,
      body: { is_read: isRead },
      ...(tenant === undefined ? {} : { tenant }),
    })
  const both = [plcAdvisory.id, switchAdvisory.id].toSorted()

  before(async () => {
    app = await vulnerabilityApp(bench)
    await brought(app, 'a.json', csafDocument(plcAdvisory))
    await brought(app, 'b.json', csafDocument(switchAdvisory))
    document = (await list('ciso')).find(({ name }) => name === plcAdvisory.id)?.document ?? ''
  })

  it('is marked for that reader alone, and can be taken back', async () => {
    assert.deepEqual(await unread('ciso'), both)
    assert.deepEqual((await mark(true)).body, { is_read: true })
    assert.deepEqual(await unread('ciso'), [switchAdvisory.id])
    assert.deepEqual(await unread('auditor'), both)
    const one = await ask(app, { as: 'ciso', url: `/api/v1/advisories/${document}` })
    assert.equal(one.body.is_read, true)
    await mark(false)
    assert.deepEqual(await unread('ciso'), both)
  })

  it('stays read by a revision that says the same, and by no other', async () => {
    await mark(true)
    const quiet = { ...plcAdvisory, revision: 2, on: '2026-11-01' }
    await brought(app, 'a2.json', csafDocument(quiet))
    assert.deepEqual(await unread('ciso'), [switchAdvisory.id])
    const remediation = { category: 'mitigation', details: 'No fix after all.' }
    const loud = { ...plcAdvisory, revision: 3, on: '2026-11-02', remediation }
    await brought(app, 'a3.json', csafDocument(loud))
    assert.deepEqual(await unread('ciso'), both)
  })

  it('is nothing of another organisation', async () => {
    assert.equal((await mark(true, second)).status, 404)
    const rows = await bench.storage.read(second, (db) =>
      db.selectFrom('advisory_readings').selectAll().execute(),
    )
    assert.deepEqual(rows, [])
  })
})
