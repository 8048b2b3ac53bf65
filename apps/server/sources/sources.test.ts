// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { billJson, cell, eveText, netboxJson, nmapXml, zeekLog } from '@schouw/fixtures/sources'
import type { FastifyInstance } from 'fastify'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { first, second } from '../storage/testing/tenants.ts'

onBothEngines('sources', (bench) => {
  let app: FastifyInstance
  const sites: Record<string, string> = {}
  const assets: Record<string, string> = {}
  before(async () => {
    const authenticate = developmentTokens(everybody)
    app = await httpApp({ storage: bench.storage, authenticate, requestsPerMinute: 1e9 })
    const make = async (kind: 'site' | 'asset', values: unknown) =>
      (await done(bench.storage, creating(kind, values))).record?.id ?? ''
    sites['deventer'] = await make('site', { code: 'D', name: 'D', ranges: ['10.20.0.0/16'] })
    sites['hengelo'] = await make('site', { code: 'H', name: 'H', ranges: ['10.20.0.0/16'] })
    assets['plc'] = await make('asset', {
      code: 'plc',
      name: 'L5-PLC01',
      macs: [cell.plc.mac],
      firmware: '2.6.0',
      vendor: 'Siemens',
    })
    // The same address at two sites.
    assets['here'] = await make('asset', {
      code: 'drive-d',
      name: 'Drive D',
      ips: [cell.drive.ip],
      site: sites['deventer'],
    })
    assets['there'] = await make('asset', {
      code: 'drive-h',
      name: 'Drive H',
      ips: [cell.drive.ip],
      site: sites['hengelo'],
    })
    // An address that another card has now.
    assets['old'] = await make('asset', {
      code: 'panel',
      name: 'Old panel',
      ips: [cell.panel.ip],
      macs: ['00:80:f4:99:99:99'],
    })
  })
  const upload = (
    raw: Buffer | string,
    query = '',
    as: 'ot_engineer' | 'director' = 'ot_engineer',
  ) =>
    ask(app, {
      as,
      method: 'POST',
      url: `/api/v1/sources${query}`,
      raw,
      headers: { 'content-type': 'application/octet-stream' },
    })
  const proposals = async (id: string, as = 'ot_engineer' as const) =>
    (await ask(app, { as, url: `/api/v1/sources/${id}/proposals` })).body
  const acceptAll = (id: string, accept: unknown) =>
    ask(app, { as: 'ot_engineer', url: `/api/v1/sources/${id}/accept`, body: { accept } })

  it('finds out whose file it is, reads it, and says so in the log', async () => {
    for (const [format, text] of [
      ['nmap', nmapXml()],
      ['zeek', zeekLog('conn')],
      ['eve', eveText()],
      ['netbox', netboxJson()],
      ['cyclonedx', billJson()],
    ] as const) {
      for (const raw of [Buffer.from(text), gzipSync(text)]) {
        const came = await upload(raw)
        assert.equal(came.status, 201, came.text)
        assert.equal(came.body.format, format)
        assert.ok(came.body.sightings > 0)
        assert.equal(came.body.entry, (await bench.storage.log(first)).head.size - 1)
        const again = await ask(app, { as: 'ciso', url: `/api/v1/sources/${came.body.id}` })
        assert.deepEqual(again.body, came.body)
      }
    }
    const strange = await upload('nothing that anybody knows')
    assert.deepEqual([strange.status, strange.body.code], [422, 'body-refused'])
    assert.equal((await upload('')).body.code, 'file-empty')
    assert.equal((await upload(nmapXml(), '', 'director')).status, 403)
  })

  it('proposes by card, by address within the site, and shows what it cannot tell', async () => {
    const { body } = await upload(nmapXml(), `?site=${sites['deventer']}&name=cell.xml`)
    const { items, same, outside } = await proposals(body.id)
    assert.deepEqual([items.length, same, outside], [3, 0, 0])
    const [plc, drive, panel] = items
    assert.deepEqual(
      [plc.action, plc.matched_by, plc.assets[0].id],
      ['change', 'mac', assets['plc']],
    )
    assert.equal(plc.set.order_number, '6ES7 511-1AK02-0AB0')
    assert.equal(plc.set.vendor, undefined)
    assert.deepEqual(plc.differs.firmware, { now: '2.6.0', seen: '2.8.3' })
    assert.deepEqual([drive.matched_by, drive.assets[0].id], ['ip', assets['here']])
    assert.deepEqual([panel.action, panel.because], ['choose', 'other-mac'])
    const without = await upload(nmapXml())
    const both = (await proposals(without.body.id)).items[1]
    assert.deepEqual([both.action, both.because, both.assets.length], ['choose', 'several', 2])
  })

  it('changes nothing until somebody accepts, and then what was shown', async () => {
    const { body } = await upload(nmapXml(), `?site=${sites['deventer']}`)
    const [plc, drive, panel] = (await proposals(body.id)).items
    const before = await ask(app, { as: 'ciso', url: `/api/v1/assets/${assets['plc']}` })
    assert.equal(
      before.body.values?.order_number ?? before.body.record?.values?.order_number,
      undefined,
    )
    const came = await acceptAll(body.id, [
      { number: plc.number, digest: plc.digest, fields: ['order_number', 'firmware'] },
      { number: drive.number, digest: 'ab'.repeat(32) },
      { number: panel.number, digest: panel.digest, is_new: true },
    ])
    assert.equal(came.status, 200, came.text)
    assert.deepEqual(
      came.body.items.map((one: any) => one.outcome),
      ['changed', 'stale', 'created'],
    )
    assert.equal(came.body.entry, (await bench.storage.log(first)).head.size - 1)
    const after = await ask(app, { as: 'ciso', url: `/api/v1/assets/${assets['plc']}` })
    assert.match(after.text, /6ES7 511-1AK02-0AB0/)
    assert.match(after.text, /2\.8\.3/)
    const made = await ask(app, { as: 'ciso', url: `/api/v1/assets/${came.body.items[2].asset}` })
    assert.match(made.text, /"state":"sighted"/)
    // What was accepted is not proposed again, and cannot be accepted again.
    const { items } = await proposals(body.id)
    assert.equal(
      items.find((one: any) => one.number === panel.number),
      undefined,
    )
    const again = await acceptAll(body.id, [{ number: panel.number, digest: panel.digest }])
    assert.equal(again.body.items[0].outcome, 'stale')
  })

  it('proposes no hosts of the outside world', async () => {
    const { body } = await upload(zeekLog('conn'), '?name=conn.log')
    const { items, outside } = await proposals(body.id)
    assert.ok(outside >= 1)
    assert.equal(
      items.some((one: any) => one.key.ip === '203.0.113.9'),
      false,
    )
  })

  it('is nobody else’s', async () => {
    const { body } = await upload(nmapXml())
    const as = { as: 'ciso', tenant: second } as const
    for (const path of ['', '/proposals', '/sightings']) {
      const came = await ask(app, { ...as, url: `/api/v1/sources/${body.id}${path}` })
      assert.equal(came.status, 404)
    }
    const none = await ask(app, { ...as, url: '/api/v1/sources' })
    assert.deepEqual(none.body.items, [])
    const site = await ask(app, {
      ...as,
      method: 'POST',
      url: `/api/v1/sources?site=${sites['deventer']}`,
      raw: nmapXml(),
    })
    assert.equal(site.status, 400)
  })
})
