// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { csafDocument, plcAdvisory } from '@schouw/fixtures/advisories'
import type { FastifyInstance } from 'fastify'
import { Files } from '../files/files.ts'
import { httpApp } from '../http/app.ts'
import { developmentTokens } from '../http/development.ts'
import { everybody } from '../http/testing/people.ts'
import { ask } from '../http/testing/requests.ts'
import { onBothEngines } from '../storage/testing/engines.ts'
import { creating, done } from '../storage/testing/records.ts'
import { second } from '../storage/testing/tenants.ts'
import { ownNames } from './names.ts'

const names = {
  vendors: [{ id: 'lampworks', names: ['Lampworks', 'Lamp Works GmbH'] }],
  families: [{ vendor: 'lampworks', catalogue: ['LW47*'], implies: 'LW-CPU 4700' }],
  aliases: [],
}

onBothEngines('names that an organisation knows', (bench) => {
  const path = '/api/v1/vulnerabilities/names'
  let app: FastifyInstance
  let device = ''
  const verdicts = async () => {
    const url = `/api/v1/vulnerabilities/assets/${device}`
    const { body } = await ask(app, { as: 'auditor', url })
    return body.items.map(({ verdict, route }: { verdict: string; route: string }) => [
      verdict,
      route,
    ])
  }

  before(async () => {
    const { storage, folder } = bench
    const authenticate = developmentTokens(everybody)
    const files = new Files({ storage, folder })
    app = await httpApp({ storage, authenticate, files, requestsPerMinute: 1e9 })
    const about = { vendor: 'Lampworks', order_number: 'LW4711-B', firmware: '1.2' }
    const made = creating('asset', { code: 'A1', name: 'Oven 2', role: 'plc', ...about })
    device = (await done(storage, made)).record?.id ?? ''
    const product = { vendor: 'Lamp Works GmbH', name: 'LW-CPU 4700', range: 'vers:intdot/<2.0' }
    const advisory = csafDocument({ ...plcAdvisory, id: 'EX-NAMES', products: [product] })
    const came = await ask(app, {
      ...{ as: 'ciso', method: 'POST', raw: JSON.stringify(advisory) },
      url: '/api/v1/advisory-imports?name=a.json&origin=test',
      headers: { 'content-type': 'application/octet-stream' },
    })
    assert.equal(came.status, 201, came.text)
  })

  it('are none at first, and then nothing is found', async () => {
    const { body } = await ask(app, { as: 'auditor', url: path })
    assert.deepEqual(body, { vendors: [], families: [], aliases: [], at: null })
    assert.deepEqual(await verdicts(), [])
  })

  it('are used at once, for what was held before too', async () => {
    const told = await ask(app, { as: 'ot_engineer', method: 'PUT', url: path, body: names })
    assert.equal(told.status, 200, told.text)
    assert.deepEqual(await verdicts(), [['affected', 'catalogue_family']])
    const kept = (await ask(app, { as: 'auditor', url: path })).body
    assert.deepEqual(kept.families, names.families)
  })

  it('can be taken back, and what they found goes with them', async () => {
    const body = { vendors: [], families: [], aliases: [] }
    await ask(app, { as: 'ciso', method: 'PUT', url: path, body })
    assert.deepEqual(await verdicts(), [])
  })

  it('that are not whole are refused by their place', async () => {
    const body = { ...names, families: [{ vendor: 'lampworks', catalogue: [], implies: 'x' }] }
    const told = await ask(app, { as: 'ciso', method: 'PUT', url: path, body })
    assert.equal(told.status, 422)
    assert.equal(told.body.errors[0].path, '/families/0/catalogue')
  })

  it('are nothing to another organisation', async () => {
    await ask(app, { as: 'ciso', method: 'PUT', url: path, body: names })
    assert.equal((await bench.storage.read(second, ownNames)).digest, '')
  })
})
