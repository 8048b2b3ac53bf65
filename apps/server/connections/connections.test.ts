// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, it } from 'node:test'
import { Inspection, inspectionReport, protocols } from '@schouw/core/capture'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'

const captures = join(import.meta.dirname, '../../../examples/factory/captures')

function reportOf(name: string) {
  const inspection = new Inspection({ protocols, seed: 1 })
  inspection.open(name)
  inspection.feed(readFileSync(join(captures, name)))
  inspection.close()
  return inspectionReport(inspection.observed(), { vendorOf: () => undefined })
}

onBothEngines('what captures show', (bench) => {
  let app: FastifyInstance
  const report = reportOf('2026-11-03-lijn1.pcap')
  let site = ''
  let plc = ''
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
    const make = async (kind: 'site' | 'asset' | 'zone', values: unknown) =>
      (await done(bench.storage, creating(kind, values))).record?.id ?? ''
    site = await make('site', { code: 'D', name: 'Deventer', ranges: ['10.0.0.0/8'] })
    plc = await make('asset', {
      code: 'plc',
      name: 'L1-PLC01',
      ips: ['10.20.1.10'],
      firmware: 'V2.6.0',
      role: 'hmi',
      site,
    })
  })

  const upload = (value: unknown, query = '') =>
    ask(app, {
      as: 'ot_engineer',
      method: 'POST',
      url: `/api/v1/sources${query}`,
      raw: Buffer.from(JSON.stringify(value)),
      headers: { 'content-type': 'application/octet-stream' },
    })

  it('stores devices and conversations, and proposes what differs', async () => {
    const { status, body, text } = await upload(report, `?site=${site}&format=inspect&name=a.json`)
    assert.equal(status, 201, text)
    assert.equal(body.format, 'inspect')
    assert.equal(body.conversations, report.conversations.length)
    assert.equal(body.document.captures, '2026-11-03-lijn1.pcap')
    assert.equal(body.entry, (await bench.storage.log(first)).head.size - 1)
    const count = (tenant: string) =>
      bench.storage.read(tenant, async (db) => {
        const rows = await db.selectFrom('conversations').selectAll().execute()
        return rows.length
      })
    assert.equal(await count(first), report.conversations.length)
    assert.equal(await count(second), 0)
    const { body: shown } = await ask(app, {
      as: 'ot_engineer',
      url: `/api/v1/sources/${body.id}/proposals`,
    })
    const known = shown.items.find((one: any) => one.assets[0]?.id === plc)
    assert.equal(known.matched_by, 'ip')
    assert.deepEqual(known.differs.role, { now: 'hmi', seen: 'plc' })
    assert.equal(known.differs.firmware.now, 'V2.6.0')
    assert.equal(known.set.purdue_level, '1')
    const outside = report.assets.filter(({ external }) => external).length
    assert.equal(shown.outside, outside)
  })

  it('shows who talks to whom, recognised in the register, each with its packet', async () => {
    const { status, body, text } = await ask(app, { as: 'director', url: '/api/v1/network' })
    assert.equal(status, 200, text)
    const known = body.assets.find((one: any) => one.id === plc)
    assert.deepEqual([known.is_registered, known.site], [true, site])
    const talks = body.conversations.filter((one: any) => one.to === plc)
    assert.ok(talks.length > 0)
    for (const { from, capture, frame } of talks) {
      assert.ok(body.assets.some((one: any) => one.id === from))
      assert.equal(capture, '2026-11-03-lijn1.pcap')
      assert.ok(frame > 0)
    }
    const strangers = body.assets.filter((one: any) => !one.is_registered)
    // What was taken over from a capture is in the register, though nobody has confirmed it yet.
    assert.ok(strangers.every(({ id }: any) => id.startsWith('seen:')))
    assert.ok(strangers.some((one: any) => one.is_outside && one.site === null))
    const other = await ask(app, { as: 'director', tenant: second, url: '/api/v1/network' })
    assert.deepEqual([other.body.assets, other.body.conversations], [[], []])
  })
})
