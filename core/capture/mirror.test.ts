// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { Inspection, inspectionReport, mirrorSigns, protocols } from './index.ts'

const file = join(import.meta.dirname, '../../examples/factory/captures/2026-11-03-lijn1.pcap')
const whole = readFileSync(file)
const nowS = Date.parse('2026-11-22T12:00:00Z') / 1000

/** Records of a little-endian pcap. */
function records(): readonly Buffer[] {
  const list: Buffer[] = []
  for (let at = 24; at < whole.length; ) {
    const length = 16 + whole.readUInt32LE(at + 8)
    list.push(whole.subarray(at, at + length))
    at += length
  }
  return list
}

function reportOf(list: readonly Buffer[]) {
  const inspection = new Inspection({ protocols, seed: 1 })
  inspection.open('a.pcap')
  inspection.feed(Buffer.concat([whole.subarray(0, 24), ...list]))
  inspection.close()
  return inspectionReport(inspection.observed(), { vendorOf: () => undefined })
}

function signsOf(list: readonly Buffer[], report = reportOf(list)) {
  return Object.fromEntries(
    mirrorSigns(report, nowS).map(({ code, verdict, facts }) => [code, { verdict, facts }]),
  )
}

/** The second byte of an Ethernet address tells whether it is of a group: the first bit that is sent. */
const isGroup = (record: Buffer) => (record[16]! & 1) === 1

describe('a first look at a recording', () => {
  it('finds nothing wrong with a good one but its length', () => {
    const signs = signsOf(records())
    const doubts = Object.entries(signs).filter(([, { verdict }]) => verdict === 'doubtful')
    assert.deepEqual(
      doubts.map(([code]) => code),
      ['long_enough'],
    )
    assert.deepEqual(signs['long_enough']?.facts, { seconds: 299 })
  })

  it('asks after the VLANs where cards of several ranges carry no tag', () => {
    const report = reportOf(records())
    const with_ = (vlans: readonly number[], more: readonly string[]) => {
      const assets = report.assets.map((asset) => ({
        ...asset,
        vlans,
        ipv4: [...asset.ipv4.filter((one) => one.startsWith('10.20.1.')), ...more],
      }))
      return signsOf([], { ...report, assets })['vlan_tags']?.verdict
    }
    assert.equal(with_([], []), 'unknown')
    assert.equal(with_([], ['10.20.2.9']), 'doubtful')
    assert.equal(with_([101], ['10.20.2.9']), 'good')
  })

  it('sees that every packet is in it twice', () => {
    const signs = signsOf(records().flatMap((one) => [one, one]))
    assert.equal(signs['no_copies']?.verdict, 'doubtful')
  })

  it('sees that one direction is missing', () => {
    // Only what goes to the lower of two addresses.
    const one = records().filter(
      (record) => isGroup(record) || record.subarray(16, 22).compare(record, 22, 28) < 0,
    )
    assert.equal(signsOf(one)['both_directions']?.verdict, 'doubtful')
  })

  it('sees that only broadcast reached it, and that this says nothing of TCP', () => {
    const signs = signsOf(records().filter(isGroup))
    assert.equal(signs['device_traffic']?.verdict, 'doubtful')
    assert.equal(signs['both_directions']?.verdict, 'unknown')
    assert.equal(signs['no_copies']?.verdict, 'unknown')
  })

  it('doubts a clock that stood at zero, runs ahead or jumps', () => {
    const at = (second: number) => (record: Buffer) => {
      const moved = Buffer.from(record)
      moved.writeUInt32LE(second, 0)
      return moved
    }
    const clock = (list: readonly Buffer[]) => signsOf(list)['clock']
    assert.equal(clock(records().map(at(3600)))?.facts['why'], 'past')
    assert.equal(clock(records().map(at(nowS + 3 * 86_400)))?.facts['why'], 'future')
    const [first, ...rest] = records()
    const jumped = [at(Date.parse('2026-06-01') / 1000)(first!), ...rest]
    assert.equal(clock(jumped)?.facts['why'], 'jump')
    assert.equal(clock([])?.verdict, 'unknown')
  })

  it('sees that packets were cut short', () => {
    const cut = records().map((record) => {
      const kept = Math.min(60, record.length - 16)
      const short = Buffer.from(record.subarray(0, 16 + kept))
      short.writeUInt32LE(kept, 8)
      return short
    })
    assert.equal(signsOf(cut)['whole_packets']?.verdict, 'doubtful')
  })
})
