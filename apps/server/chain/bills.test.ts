// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { csafDocument, plcAdvisory } from '@schouw/fixtures/advisories'
import { onBothEngines } from '../storage/testing/engines.ts'
import { second } from '../storage/testing/tenants.ts'
import { Talk } from './testing/talk.ts'

const [product] = plcAdvisory.products
const part = (name: string, more: object = {}) => ({ type: 'library', name, ...more })
const bill = (components: readonly object[]) =>
  Buffer.from(JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components }))
const hit = part(product?.name ?? '', {
  ...{ version: 'V2.9.4', supplier: { name: product?.vendor } },
  cpe: 'cpe:2.3:o:siemens:simatic_s7-1500_cpu_1515-2_pn_firmware:2.9.4:*:*:*:*:*:*:*',
})
const named = part('left-pad', { version: '1.3.0', purl: 'pkg:npm/left-pad@1.3.0' })
const unknown = part('eigen bibliotheek')

onBothEngines('bills of materials of a supplier', (bench) => {
  let talk: Talk
  before(async () => {
    talk = await Talk.open(bench)
  })
  const listed = async (supplier: string) => {
    const url = `/api/v1/chain/suppliers/${supplier}/bills`
    const came = await talk.asked({ as: 'auditor', url })
    assert.equal(came.status, 200, came.text)
    return came.body.items
  }
  const match = (supplier: string, digest: string, more: object = {}) => {
    const url = `/api/v1/chain/suppliers/${supplier}/bills`
    return talk.asked({ as: 'ciso', url, body: { digest }, ...more })
  }
  const verdictOf = async (supplier: string, token: string, raw: Buffer) => {
    const sent = await talk.upload(token, 'PRO-2', raw)
    assert.equal(sent.status, 201, sent.text)
    const came = await match(supplier, sent.body.digest)
    assert.equal(came.status, 200, came.text)
    return came.body
  }

  it('says nothing good of a list before there is anything to hold it against', async () => {
    const supplier = await talk.supplierMade('early')
    const { token } = await talk.sent(supplier)
    const came = await verdictOf(supplier, token, bill([named]))
    assert.deepEqual([came.verdict, came.outcome.entries], ['no_advisories', 0])
  })

  it('lies apart until a person has it read, then shows parts, findings and what nothing is known of', async () => {
    const brought = await talk.asked({
      ...{ as: 'ciso', method: 'POST' },
      url: '/api/v1/advisory-imports?name=a.json&origin=test',
      raw: JSON.stringify(csafDocument(plcAdvisory)),
      headers: { 'content-type': 'application/octet-stream' },
    })
    assert.equal(brought.status, 201, brought.text)
    const supplier = await talk.supplierMade('bill')
    const { token } = await talk.sent(supplier)
    const sent = await talk.upload(token, 'PRO-2', bill([hit, named, unknown]))
    const [waiting] = await listed(supplier)
    assert.deepEqual([waiting.verdict, waiting.matched_at], [null, null])
    const came = await match(supplier, sent.body.digest)
    const { verdict, outcome } = came.body
    assert.equal(verdict, 'affected', came.text)
    assert.deepEqual(
      [outcome.components, outcome.recognised, outcome.affected, outcome.blind],
      [3, 2, 1, ['eigen bibliotheek']],
    )
    assert.deepEqual(outcome.findings[0].weaknesses, [plcAdvisory.cve])
    assert.equal((await listed(supplier))[0].verdict, 'affected')
    // Nothing of it is in a register.
    const components = await talk.asked({ as: 'ciso', url: '/api/v1/software-components' })
    assert.deepEqual(components.body.items, [])
  })

  it('is never green for a list of which nothing is recognised, nor for what is no list', async () => {
    const supplier = await talk.supplierMade('blind')
    const { token } = await talk.sent(supplier)
    assert.equal((await verdictOf(supplier, token, bill([unknown]))).verdict, 'blind')
    assert.equal((await verdictOf(supplier, token, bill([named, unknown]))).verdict, 'partly')
    assert.equal((await verdictOf(supplier, token, bill([named]))).verdict, 'nothing_found')
    const other = await verdictOf(supplier, token, Buffer.from('{"geen":"lijst"}'))
    assert.deepEqual([other.verdict, other.outcome.format], ['unreadable', null])
    assert.ok(other.outcome.problems.length > 0)
  })

  it('reads what this supplier sent and nothing else, for who may', async () => {
    const supplier = await talk.supplierMade('own')
    const { token } = await talk.sent(supplier)
    const { digest } = (await talk.upload(token, 'PRO-2', bill([named, named]))).body
    const other = await talk.supplierMade('not-own')
    assert.equal((await match(other, digest)).status, 404)
    assert.equal((await match(supplier, digest, { tenant: second })).status, 404)
    assert.equal((await match(supplier, digest, { as: 'auditor' })).status, 403)
  })
})
