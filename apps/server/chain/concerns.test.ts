// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { csafDocument, plcAdvisory, switchAdvisory } from '@schouw/fixtures/advisories'
import type { FastifyInstance } from 'fastify'
import { Files } from '../files/files.ts'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { type Asked, ask } from '../http/testing/requests.ts'
import { identityOf, type OutgoingMail } from '../identity/ports.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { second } from '../storage/testing/tenants.ts'

onBothEngines('what a supplier is told of vulnerabilities', (bench) => {
  let app: FastifyInstance
  const mails: OutgoingMail[] = []
  const ids: Record<string, string> = {}
  const asked = (one: Asked) => ask(app, one)
  const made = async (plural: string, values: object) => {
    const came = await asked({ as: 'ciso', url: `/api/v1/${plural}`, body: { values } })
    assert.equal(came.status, 201, came.text)
    return came.body.id as string
  }
  const at = (supplier: string) => `/api/v1/chain/suppliers/${supplier}/vulnerabilities`

  before(async () => {
    mails.length = 0
    const identity = identityOf({
      storage: bench.storage,
      origin: () => 'https://schouw.example',
      sendMail: async (_db, mail) => {
        mails.push(mail)
        return true
      },
    })
    app = await httpApp({
      storage: bench.storage,
      authenticate: developmentTokens(everybody),
      files: new Files({ storage: bench.storage, folder: bench.folder }),
      identity,
      requestsPerMinute: 1e9,
    })
    const delivers = ['machines']
    ids['maker'] = await made('suppliers', { code: 'S1', name: 'Machinebouw Noord', delivers })
    ids['other'] = await made('suppliers', { code: 'S2', name: 'Netwerk Zuid', delivers })
    ids['zone'] = await made('zones', { code: 'Z', name: 'Geheime hal', kind: 'ot' })
    const plc = {
      role: 'plc',
      vendor: 'Siemens',
      model: 'CPU 1515-2 PN',
      order_number: '6ES7515-2AM01-0AB0',
      firmware: 'V2.9.4',
      zone: ids['zone'],
      supplier: ids['maker'],
    }
    await made('assets', { code: 'A1', name: 'Kluis-PLC', ...plc })
    await made('assets', { code: 'A2', name: 'Reserve-PLC', ...plc })
    await made('assets', {
      code: 'A3',
      name: 'Kern-switch',
      role: 'switch',
      vendor: 'Siemens',
      model: 'SCALANCE XC208',
      order_number: '6GK5208-0BA00-2AC2',
      firmware: 'V04.03.01',
      supplier: ids['other'],
    })
    for (const one of [plcAdvisory, switchAdvisory]) {
      const came = await asked({
        as: 'ciso',
        method: 'POST',
        url: '/api/v1/advisory-imports?name=a.json&origin=test',
        raw: JSON.stringify(csafDocument(one)),
        headers: { 'content-type': 'application/octet-stream' },
      })
      assert.equal(came.status, 201, came.text)
    }
  })

  it('is what concerns it, counted, and nothing of others or of the site', async () => {
    const { body, text } = await asked({ as: 'ciso', url: at(ids['maker'] ?? '') })
    assert.equal(body.can_mail, true)
    assert.deepEqual(
      body.concerns.map((one: Record<string, unknown>) => [one['orderNumber'], one['devices']]),
      [['6ES7515-2AM01-0AB0', 2]],
    )
    for (const secret of ['Kluis', 'Geheime', 'SCALANCE', 'A1', 'Zuid', switchAdvisory.cve]) {
      assert.ok(!text.includes(secret), secret)
    }
    const foreign = { as: 'ciso', tenant: second, url: at(ids['maker'] ?? '') } as const
    assert.equal((await asked(foreign)).status, 404)
  })

  it('goes out as it was looked at, once somebody approves it, and is on the log', async () => {
    const url = at(ids['maker'] ?? '')
    const seen = await asked({ as: 'ciso', url })
    const body = { name: 'Anna', email: 'psirt@noord.example', language: 'nl' }
    const stale = await asked({ as: 'ciso', url, body: { ...body, digest: '0'.repeat(64) } })
    assert.equal(stale.status, 422)
    assert.deepEqual(mails, [])
    const sent = await asked({ as: 'ciso', url, body: { ...body, digest: seen.body.digest } })
    assert.equal(sent.body.is_mailed, true, sent.text)
    assert.ok(sent.body.entry > 0)
    const found = mails.map(({ to, template, lists }) => [to, template, lists?.['concerns']])
    const product = 'Siemens CPU 1515-2 PN 6ES7515-2AM01-0AB0 V2.9.4'
    const { cve, id } = plcAdvisory
    assert.deepEqual(found, [
      [
        body.email,
        'supplier-vulnerabilities',
        [[product, `${cve} (${id}), getroffen, 2 apparaten`]],
      ],
    ])
  })
})
