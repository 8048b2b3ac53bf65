// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { csafDocument, plcAdvisory } from '@schouw/fixtures/advisories'
import type { FastifyInstance } from 'fastify'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { second } from '../storage/testing/tenants.ts'
import { brought, made, vulnerabilityApp } from './testing/asking.ts'

const { cve } = plcAdvisory
const kev = {
  catalogVersion: '2026.11.10',
  vulnerabilities: [{ cveID: cve, dateAdded: '2026-10-09', dueDate: '2026-11-30' }],
}

onBothEngines('who knew what of a vulnerability, and when', (bench) => {
  let app: FastifyInstance
  let device = ''
  const trail = async (tenant?: string) => {
    const url = `/api/v1/vulnerabilities/trail?subject=${device}&weakness=${cve}`
    return ask(app, { as: 'auditor', url, ...(tenant === undefined ? {} : { tenant }) })
  }
  const proof = (entry: number | string, tenant?: string) => {
    const url = `/api/v1/vulnerabilities/entries/${entry}/proof`
    return ask(app, { as: 'auditor', url, ...(tenant === undefined ? {} : { tenant }) })
  }
  const decide = (body: object) =>
    ask(app, {
      as: 'ciso',
      url: '/api/v1/vulnerabilities/decisions',
      body: { on: [{ subject: device, weakness: cve }], ...body },
    })

  before(async () => {
    app = await vulnerabilityApp(bench)
    device = await made(bench, 'asset', {
      code: 'PLC1',
      name: 'L1-PLC01',
      role: 'plc',
      vendor: 'Siemens',
      order_number: '6ES7515-2AM01-0AB0',
      firmware: 'V2.9.4',
    })
    await brought(app, 'ex.json', csafDocument(plcAdvisory))
    await brought(app, 'kev.json', kev)
  })

  it('keeps every decision by itself, the earlier ones too', async () => {
    const { items } = (await ask(app, { as: 'ciso', url: '/api/v1/advisories' })).body
    await ask(app, {
      as: 'ot_engineer',
      url: `/api/v1/advisories/${items[0].document}/assessments`,
      body: { relevance: 'relevant', text: 'Line 1.' },
    })
    await decide({ decision: 'next_window', reason: 'Saturday.' })
    await decide({ decision: 'now', reason: 'Attackers use it.' })
    await decide({ mark: 'done' })
    const told = (await trail()).body.items
    assert.deepEqual(
      told.map((one: { what: string; text: string; decision: string; mark: string }) => [
        one.what,
        one.text,
        one.decision,
        one.mark,
      ]),
      [
        ['published', '', null, null],
        ['exploited', '', null, null],
        ['brought', '', null, null],
        ['assessed', 'Line 1.', null, null],
        ['decided', 'Saturday.', 'next_window', 'in_progress'],
        ['decided', 'Attackers use it.', 'now', 'in_progress'],
        ['decided', '', 'now', 'done'],
      ],
    )
    // What is done here has an entry and somebody who did it; what others say has neither.
    const without = told.filter((one: { entry: null; by: null }) => one.entry === null)
    assert.deepEqual(
      without.map((one: { what: string; by: null }) => [one.what, one.by]),
      [
        ['published', null],
        ['exploited', null],
      ],
    )
  })

  it('proves what it names and nothing else', async () => {
    const { items } = (await trail()).body
    for (const { entry } of items) {
      if (entry === null) continue
      const came = await proof(entry)
      assert.equal(came.status, 200, came.text)
      assert.deepEqual([came.body.index, came.body.slots.length], [entry, 1])
    }
    // The entry of a person is in the log as well.
    const name = { code: 'P', name: 'Somebody' }
    const told = await done(bench.storage, creating('process', name))
    for (const entry of [told.entries[0] ?? -1, 0, 999_999_999, '-1', '1e3']) {
      assert.equal((await proof(entry)).status, 404, String(entry))
    }
  })

  it('tells another organisation none of it', async () => {
    const [first] = (await trail()).body.items.filter(
      (one: { entry: number | null }) => one.entry !== null,
    )
    assert.equal((await trail(second)).status, 404)
    assert.equal((await proof(first.entry, second)).status, 404)
    const rows = await bench.storage.read(second, (db) =>
      db.selectFrom('vulnerability_decisions').selectAll().execute(),
    )
    assert.deepEqual(rows, [])
  })
})
