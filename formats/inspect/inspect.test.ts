// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { Inspection, inspectionReport, protocols } from '@schouw/core/capture'
import fc from 'fast-check'
import { formatOf } from '../sources/index.ts'
import { readInspection } from './index.ts'

const captures = join(import.meta.dirname, '../../examples/factory/captures')

function reportOf(name: string) {
  const inspection = new Inspection({ protocols, seed: 1 })
  inspection.open(name)
  inspection.feed(readFileSync(join(captures, name)))
  inspection.close()
  return inspectionReport(inspection.observed(), { vendorOf: () => undefined })
}

const read = (value: unknown) => readInspection([Buffer.from(JSON.stringify(value))])

describe('the answer of an inspection as a source', () => {
  const report = reportOf('2026-11-03-lijn1.pcap')

  it('is known by its schema', async () => {
    assert.equal(await formatOf([Buffer.from(JSON.stringify(report))]), 'inspect')
    assert.equal(await formatOf([Buffer.from(JSON.stringify(report, null, 2))]), 'inspect')
    const other = await read({ schema: 'schouw/inspect/2', assets: [] })
    assert.deepEqual(
      [other.sightings, other.problems.map(({ code }) => code)],
      [[], ['not-this-format']],
    )
  })

  it('gives each device as it was concluded, with the packet that said so', async () => {
    const { sightings, problems } = await read(report)
    assert.deepEqual(problems, [])
    const plc = sightings.find(({ key }) => key.ip === '10.20.1.10')
    const fact = (name: string) => plc?.facts.find((one) => one.name === name)
    assert.equal(plc?.isLocal, true)
    assert.equal(fact('role')?.value, 'plc')
    assert.equal(fact('purdue_level')?.value, '1')
    const firmware = fact('firmware')
    const asset = report.assets.find(({ ipv4 }) => ipv4.includes('10.20.1.10'))
    assert.equal(firmware?.value, asset?.firmware)
    const said = asset?.facts.find(({ value }) => value === asset.firmware)
    assert.deepEqual(firmware?.where, { path: '2026-11-03-lijn1.pcap', frame: said?.frame })
    assert.equal(firmware?.protocol, said?.protocol)
    for (const name of ['vendor', 'model', 'firmware', 'role']) {
      assert.ok((plc?.facts.filter((one) => one.name === name).length ?? 0) <= 1, name)
    }
  })

  it('gives every conversation between two of them', async () => {
    const { sightings, conversations = [] } = await read(report)
    assert.equal(conversations.length, report.conversations.length)
    const byId = new Map(report.assets.map((asset) => [asset.id, asset]))
    for (const [index, one] of conversations.entries()) {
      const given = report.conversations[index]!
      const [from, to] = [byId.get(given.from)!, byId.get(given.to)!]
      const key = (number: number) => sightings[number]?.key
      assert.equal(key(one.from)?.mac, from.macs[0])
      assert.equal(key(one.to)?.ip, to.ipv4[0] ?? to.ipv6[0])
      assert.deepEqual(
        [one.transport, one.port, one.frame, one.operations.length],
        [given.transport, given.port, given.frame.frame, given.operations.length],
      )
    }
  })

  it('leaves out what refers to nothing, and says so', async () => {
    const talk = { ...report.conversations[0], from: 'nobody' }
    const { conversations, problems } = await read({ ...report, conversations: [talk] })
    assert.deepEqual(conversations, [])
    assert.deepEqual(
      problems.map(({ code, where }) => [code, where]),
      [['reference-missing', { path: 'conversations[0]' }]],
    )
  })

  it('takes any JSON without a fault', async () => {
    const near = fc.record({
      schema: fc.constant('schouw/inspect/1'),
      assets: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())),
      conversations: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())),
      captures: fc.jsonValue(),
    })
    await fc.assert(
      fc.asyncProperty(fc.oneof(near, fc.jsonValue()), async (value) => {
        const { sightings, conversations = [] } = await read(value)
        for (const { from, to } of conversations) {
          assert.ok(sightings[from] !== undefined && sightings[to] !== undefined)
        }
      }),
      { numRuns: 300 },
    )
  })
})
