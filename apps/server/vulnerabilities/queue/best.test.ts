// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { csafDocument, switchAdvisory } from '@schouw/fixtures/advisories'
import type { FastifyInstance } from 'fastify'
import { ask } from '../../http/testing/requests.ts'
import { onBothEngines } from '../../storage/testing/engines.ts'
import { brought, made, vulnerabilityApp } from '../testing/asking.ts'

/** The same vulnerability, as somebody else tells it. */
function toldBy(category: 'vendor' | 'coordinator', id: string, range: string): object {
  const products = switchAdvisory.products.map((one) => ({ ...one, range }))
  const told = csafDocument({ ...switchAdvisory, id, products }) as {
    readonly document: { readonly publisher: object }
  }
  const publisher = { ...told.document.publisher, category }
  return { ...told, document: { ...told.document, publisher } }
}

// A republication copies what a maker said once, and is not always put right when the maker is.
onBothEngines('what a maker says of its own', (bench) => {
  let app: FastifyInstance
  let device = ''
  const seen = async () => {
    const of = await ask(app, { as: 'ciso', url: `/api/v1/vulnerabilities/assets/${device}` })
    const queue = await ask(app, { as: 'ciso', url: '/api/v1/vulnerabilities?done=false' })
    const told = (line: { advisory: string; verdict: string; others: number }) =>
      [line.advisory, line.verdict, line.others] as const
    return { device: of.body.items.map(told), queue: queue.body.items.map(told) }
  }

  before(async () => {
    app = await vulnerabilityApp(bench)
    device = await made(bench, 'asset', {
      code: 'SW1',
      name: 'L1-SW01',
      role: 'switch',
      vendor: 'Siemens',
      model: 'SCALANCE XC208',
      order_number: '6GK5208-0BA00-2AC2',
      firmware: 'V04.03.01',
    })
  })

  it('counts before what others say, whichever came first', async () => {
    // By its name and by when it came, the other one is the first.
    await brought(app, 'a.json', toldBy('coordinator', 'A-OTHER', 'vers:intdot/<4.4'))
    assert.deepEqual(await seen(), {
      device: [['A-OTHER', 'affected', 0]],
      queue: [['A-OTHER', 'affected', 0]],
    })
    // By order number, and still not certain: no more is left of it for who wants to be sure.
    for (const [confidence, count] of [
      [50, 1],
      [100, 0],
    ] as const) {
      const url = `/api/v1/vulnerabilities?done=false&confidence=${confidence}`
      const { body } = await ask(app, { as: 'ciso', url })
      assert.equal(body.items.length, count)
    }
    await brought(app, 'z.json', toldBy('vendor', 'Z-MAKER', 'vers:intdot/<4.2'))
    assert.deepEqual(await seen(), { device: [['Z-MAKER', 'not_affected', 1]], queue: [] })
  })

  it('counts also where it is the worse news', async () => {
    await brought(app, 'a2.json', toldBy('coordinator', 'B-OTHER', 'vers:intdot/<4.1'))
    const worse = toldBy('vendor', 'Z-MAKER', 'vers:intdot/<4.4') as {
      document: { tracking: { version: string; revision_history: object[] } }
    }
    const { tracking } = worse.document
    tracking.version = String(switchAdvisory.revision + 1)
    tracking.revision_history.push({
      date: '2026-11-20T09:00:00Z',
      number: tracking.version,
      summary: 'More versions',
    })
    await brought(app, 'z2.json', worse)
    assert.deepEqual(await seen(), {
      device: [['Z-MAKER', 'affected', 2]],
      queue: [['Z-MAKER', 'affected', 2]],
    })
  })
})
