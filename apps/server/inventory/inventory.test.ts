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

type Report = ReturnType<typeof inspectionReport>

function reportOf(name: string): Report {
  const inspection = new Inspection({ protocols, seed: 1 })
  inspection.open(name)
  inspection.feed(readFileSync(join(captures, name)))
  inspection.close()
  return inspectionReport(inspection.observed(), { vendorOf: () => undefined })
}

/** The same hall a week later: one device gone, one with other firmware, one new. */
function later(report: Report, gone: string, changed: string): Report {
  const moved = (text: string | null) => text?.replace('2026-11-03', '2026-11-10') ?? null
  const assets = report.assets
    .filter(({ ipv4 }) => !ipv4.includes(gone))
    .map((asset) => ({
      ...asset,
      first_seen: moved(asset.first_seen),
      last_seen: moved(asset.last_seen),
      ...(asset.ipv4.includes(changed) ? { firmware: 'V9.9.9' } : {}),
    }))
  const ids = new Set(assets.map(({ id }) => id))
  const conversations = report.conversations.filter(({ from, to }) => ids.has(from) && ids.has(to))
  const captures = report.captures.map((one) => ({ ...one, last: moved(one.last) }))
  return { ...report, assets, conversations, captures }
}

onBothEngines('seen beside registered', (bench) => {
  let app: FastifyInstance
  const report = reportOf('2026-11-03-lijn1.pcap')
  let site = ''
  let zone = ''
  let plc = ''
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
    const make = async (kind: 'site' | 'asset' | 'zone' | 'process', values: unknown) =>
      (await done(bench.storage, creating(kind, values))).record?.id ?? ''
    site = await make('site', { code: 'D', name: 'Deventer', ranges: ['10.0.0.0/8'] })
    zone = await make('zone', { code: 'Z1', name: 'Line 1', kind: 'ot', site })
    const asset = (code: string, ip: string, more: object = {}) =>
      make('asset', { code, name: code, ips: [ip], site, zone, ...more })
    plc = await asset('L1-PLC01', '10.20.1.10')
    await asset('L1-HMI01', '10.20.1.20')
    await asset('L1-XX99', '10.20.1.250')
  })

  const upload = async (value: unknown) => {
    const { status, text } = await ask(app, {
      as: 'ot_engineer',
      method: 'POST',
      url: `/api/v1/sources?site=${site}&format=inspect&name=a.json`,
      raw: Buffer.from(JSON.stringify(value)),
      headers: { 'content-type': 'application/octet-stream' },
    })
    assert.equal(status, 201, text)
  }
  const inventory = async (tenant = first) => {
    const { status, body, text } = await ask(app, {
      as: 'ot_engineer',
      tenant,
      url: '/api/v1/inventory',
    })
    assert.equal(status, 200, text)
    return body
  }
  const post = (path: string, body: unknown, as: 'ot_engineer' | 'consultant' = 'ot_engineer') =>
    ask(app, { as, method: 'POST', url: `/api/v1/inventory/${path}`, body })
  const own = report.assets.filter(
    ({ external, silent, macs, ipv4, ipv6 }) =>
      !external && !silent && macs.length + ipv4.length + ipv6.length > 0,
  )

  it('counts what was seen against what is registered, per site', async () => {
    await upload(report)
    const { coverage, gone, changed, left_out, ...found } = await inventory()
    const [here] = coverage
    assert.deepEqual([here.site, here.known, here.unseen], [site, 2, 1])
    assert.equal(here.seen, found.new.length + 2)
    assert.equal(here.seen, own.length)
    assert.deepEqual([gone, left_out], [[], 0])
    assert.ok(changed.every(({ was_by }: any) => was_by === 'earlier'))
    const other = await inventory(second)
    assert.deepEqual([other.coverage, other.new, other.sources], [[], [], []])
  })

  it('names what is gone and what changed since, with what it was each time', async () => {
    await upload(later(report, '10.20.1.20', '10.20.1.10'))
    const { gone, changed } = await inventory()
    assert.deepEqual(
      gone.map(({ asset, missed }: any) => [asset.name, missed]),
      [['L1-HMI01', 1]],
    )
    const firmware = changed.find((one: any) => one.field === 'firmware' && one.asset.id === plc)
    assert.deepEqual([firmware.now, firmware.was_by], ['V9.9.9', 'earlier'])
    assert.equal(firmware.history.length, 2)
    assert.equal(firmware.history[0].value, firmware.was)
  })

  it('takes a new device into the register as it was shown', async () => {
    const before = await inventory()
    const stranger = before.new.find((one: any) => one.because === null)
    const { source, number, digest } = stranger.latest
    const { body } = await ask(app, {
      as: 'ot_engineer',
      method: 'POST',
      url: `/api/v1/sources/${source}/accept`,
      body: { accept: [{ number, digest }] },
    })
    assert.equal(body.items[0].outcome, 'created')
    const after = await inventory()
    assert.equal(after.new.length, before.new.length - 1)
    assert.equal(after.coverage[0].unconfirmed, before.coverage[0].unconfirmed + 1)
  })

  it('leaves alone what somebody gave a reason for, until it is heeded again', async () => {
    const before = await inventory()
    const { key, latest } = before.new[0]
    const asked = { kind: key.kind, value: key.value, site: key.site, reason: 'phone of a visitor' }
    const { status, body } = await post('ignored', asked)
    assert.equal(status, 201)
    assert.equal(body.entry, (await bench.storage.log(first)).head.size - 1)
    assert.equal((await post('ignored', asked)).status, 409)
    assert.equal((await post('ignored', { ...asked, reason: ' ' })).status, 422)
    const after = await inventory()
    assert.equal(after.new.length, before.new.length - 1)
    assert.equal(after.coverage[0].ignored, 1)
    assert.deepEqual(after.ignored[0].reason, 'phone of a visitor')
    const proposed = await ask(app, {
      as: 'ot_engineer',
      url: `/api/v1/sources/${latest.source}/proposals`,
    })
    assert.equal(proposed.body.ignored, 1)
    assert.equal((await inventory(second)).ignored.length, 0)
    const other = await ask(app, {
      as: 'ot_engineer',
      tenant: second,
      method: 'POST',
      url: `/api/v1/inventory/ignored/${body.id}/end`,
    })
    assert.equal(other.status, 404)
    assert.equal((await post(`ignored/${body.id}/end`, undefined)).status, 200)
    assert.equal((await post(`ignored/${body.id}/end`, undefined)).status, 404)
    assert.equal((await inventory()).new.length, before.new.length)
  })

  it('makes one of two, with what refers to them, and two of one', async () => {
    const twin = await done(
      bench.storage,
      creating('asset', {
        code: 'TWIN',
        name: 'the same again',
        serial: 'S-1',
        ips: ['10.20.1.10', '10.20.9.9'],
        site,
        note: 'known only here',
      }),
    )
    const id = twin.record?.id ?? ''
    const part = await done(
      bench.storage,
      creating('asset', { code: 'P', name: 'module', part_of: id, site }),
    )
    const { doubles } = await inventory()
    const [double] = doubles
    assert.deepEqual([doubles.length, double.by, double.value], [1, 'ip', '10.20.1.10'])
    const versionOf = (wanted: string) =>
      double.assets.find((one: any) => one.id === wanted)?.version
    const asked = {
      keep: { id: plc, version: versionOf(plc) },
      gone: { id, version: versionOf(id) },
      reason: 'entered twice',
    }
    assert.equal((await post('merge', asked, 'consultant')).status, 403)
    const stale = { ...asked, gone: { id, version: 9 } }
    assert.equal((await post('merge', stale)).status, 412)
    const merged = await post('merge', asked)
    assert.equal(merged.status, 200, merged.text)
    assert.equal(merged.body.moved, 1)
    const read = async (wanted: string) =>
      (await ask(app, { as: 'ot_engineer', url: `/api/v1/assets/${wanted}` })).body
    const kept = await read(plc)
    assert.deepEqual(kept.values.ips, ['10.20.1.10', '10.20.9.9'])
    assert.deepEqual([kept.values.serial, kept.values.note], ['S-1', 'known only here'])
    assert.equal((await read(part.record?.id ?? '')).values.part_of, plc)
    assert.equal((await read(id)).retired.reason, 'entered twice')
    assert.deepEqual((await inventory()).doubles, [])

    const asset = { asset: plc, version: kept.version, name: 'the other', reason: 'two racks' }
    const all = { ...asset, macs: [], ips: ['10.20.1.10', '10.20.9.9'] }
    assert.equal((await post('split', all)).status, 422, 'something must stay')
    assert.equal((await post('split', { ...asset, macs: [], ips: ['10.1.1.1'] })).status, 422)
    const apart = await post('split', { ...asset, macs: [], ips: ['10.20.9.9'] })
    assert.equal(apart.status, 201, apart.text)
    assert.deepEqual((await read(plc)).values.ips, ['10.20.1.10'])
    const made = await read(apart.body.id)
    assert.deepEqual([made.values.ips, made.state], [['10.20.9.9'], 'sighted'])
  })
})
