// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import * as f from '../../fixtures/frames/index.ts'
import { hazard, hazards } from '../../fixtures/hazards/index.ts'
import { mixCapture, mixFrames } from '../../fixtures/mix/index.ts'
import { Inspection } from './inspection.ts'
import { protocols } from './protocols/index.ts'
import { NotACapture } from './readers/not-a-capture.ts'
import { inspectionReport } from './report.ts'
import { inspected, pieces } from './testing.ts'

/** What each hazard is counted as; those that are not listed show nothing strange. */
const oddities: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'record-length-all-ones': { 'bytes-unread': 2160, 'record-length-absurd': 1 },
  'record-length-300000': { 'bytes-unread': 2160, 'record-length-absurd': 1 },
  'record-garbage': { 'bytes-unread': 2160, 'record-length-absurd': 1 },
  'record-length-off-by-seven': { 'bytes-unread': 2045, 'record-length-absurd': 1 },
  'cut-in-data': { 'cut-short': 1 },
  'cut-in-record-header': { 'cut-short': 1 },
  'zero-length-record': { 'empty-record': 1, 'ethernet-truncated': 1 },
  'kept-more-than-sent': { 'wire-length-below-captured': 1 },
  'trailing-zeros': { 'zero-padding-bytes': 4096 },
  'two-captures-in-one': { 'joined-capture': 1 },
  'microseconds-too-many': { 'time-fraction-out-of-range': 1 },
  'unknown-link-type': { 'link-type-147-not-understood': 40 },
  'records-of-one-byte': { 'ethernet-truncated': 40, 'packet-cut': 40 },
  'fragments-reversed': { 'ip-fragment': 60, 'ip-fragment-without-first': 40 },
  'fragments-overlapping': { 'ip-fragment': 80, 'ip-fragment-overlap': 20 },
  'cut-at-48': { 'packet-cut': 40 },
  'cut-at-20': { 'packet-cut': 40, 'ipv4-truncated': 40 },
  offloaded: { 'ipv4-length-zero': 40 },
  hsr: { 'redundant-copy': 20 },
  prp: { 'redundant-copy': 20 },
  'simple-packets': { 'packet-without-time': 40, 'packet-cut': 40 },
  'other-blocks': { 'decryption-secrets-ignored': 1, 'dropped-by-interface': 5 },
  'block-length-not-a-multiple': { 'block-length-absurd': 1, 'bytes-unread': 2480 },
  'block-length-huge': { 'block-length-absurd': 1, 'bytes-unread': 2480 },
  'block-ends-with-another-length': { 'block-trailer-mismatch': 1 },
  'captured-length-beyond-block': { 'captured-length-absurd': 1, 'bytes-unread': 2480 },
  'interface-that-is-not-there': { 'interface-unknown': 1, 'bytes-unread': 2480 },
  'pcapng-cut': { 'cut-short': 1 },
}

// The shell unpacks; the core has no zlib.
const readable = hazards.filter(({ name }) => !name.startsWith('gzip'))

describe('hazards', () => {
  for (const { name, file, packets, state, carries } of readable) {
    if (state === 'refused') {
      it(`refuses ${name}`, () => {
        assert.throws(() => inspected([file()]), NotACapture)
      })
      continue
    }
    it(`keeps what is whole in ${name} and counts the rest by name`, () => {
      const { summary, observations } = inspected([file()], { protocols })
      assert.equal(summary.packets, packets)
      assert.deepEqual(summary.oddities, oddities[name] ?? {})
      if (carries !== undefined) assert.equal(observations.protocols[carries]?.packets, packets)
    })
  }

  it('says what stands where a capture should begin', () => {
    const refusal = (file: Uint8Array) => {
      try {
        inspected([file])
      } catch (fault) {
        if (fault instanceof NotACapture) return [fault.code, fault.offset, fault.found]
      }
      return undefined
    }
    assert.deepEqual(refusal(hazard('empty').file()), ['empty', 0, ''])
    assert.deepEqual(refusal(f.bytes('%PDF-1.7')), ['unknown-magic', 0, '255044462d312e37'])
    assert.deepEqual(refusal(hazard('gzip').file())?.[0], 'unknown-magic')
    assert.deepEqual(refusal(f.pcapHeader().slice(0, 9)), [
      'cut-in-header',
      0,
      'd4c3b2a10200040000',
    ])
    const strange = f.pcapHeader()
    strange[4] = 7
    assert.deepEqual(refusal(strange), ['unknown-version', 4, 'd4c3b2a107000400'])
  })

  it('gives the same instants for every resolution and byte order', () => {
    const times = (name: string) => {
      const { first, last } = inspected([hazard(name).file()]).summary
      return [first, last]
    }
    const [first, last] = times('nanoseconds')
    assert.deepEqual(
      [first, last],
      ['2026-09-01T08:00:00.000000000Z', '2026-09-01T08:00:00.039000000Z'],
    )
    assert.deepEqual(times('five-clocks'), [first, last])
    assert.deepEqual(times('nanoseconds-big-endian'), [first, last])
    assert.deepEqual(times('simple-packets'), [undefined, undefined])
  })
})

describe('inspection', () => {
  const mix = mixCapture()
  const whole = inspected([mix], { protocols })

  it('shows the same however the bytes come in', () => {
    const files = new Map([['mix', mix]])
    for (const one of readable) if (one.state !== 'refused') files.set(one.name, one.file())
    const places = fc.array(fc.nat(200_000), { maxLength: 60 })
    fc.assert(
      fc.property(fc.constantFrom(...files.keys()), places, (name, at) => {
        const file = files.get(name) as Uint8Array
        const inPieces = inspected(pieces(file, at), { protocols })
        assert.deepEqual(inPieces, inspected([file], { protocols }))
      }),
      { numRuns: 80 },
    )
  })

  it('shows the same with any seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        assert.deepEqual(inspected([mix], { protocols, seed }), whole)
      }),
      { numRuns: 20 },
    )
  })

  it('takes bytes written into its own buffer', () => {
    const inspection = new Inspection({ protocols, seed: 1 })
    inspection.open('a.pcap')
    for (let at = 0; at < mix.length; ) {
      const { buffer, offset, length } = inspection.space()
      const piece = mix.subarray(at, at + Math.min(length, 70_001))
      buffer.set(piece, offset)
      inspection.filled(piece.length)
      at += piece.length
    }
    assert.deepEqual(inspection.close(), whole.summary)
    assert.deepEqual(inspection.observations(), whole.observations)
    assert.equal(inspection.progress.bytesConsumed, mix.length)
    assert.equal(inspection.progress.packets, whole.summary.packets)
  })

  it('gives the same answer from rows as from objects of their own', () => {
    const inspection = new Inspection({ protocols, seed: 1 })
    inspection.open('a.pcap')
    inspection.feed(mix)
    inspection.close()
    const options = { vendorOf: () => undefined }
    const report = inspectionReport(inspection.observed(), options)
    assert.deepEqual(report, inspectionReport(inspection.observations(), options))
    assert.ok(report.assets.length > 0 && report.conversations.length > 0)
  })

  it('keeps every whole packet of a capture that ends anywhere', () => {
    const frames = f.timed(mixFrames())
    const ends: number[] = []
    let end = 24
    for (const frame of frames) {
      end += 16 + frame.bytes.length
      ends.push(end)
    }
    const file = f.pcap(frames)
    fc.assert(
      fc.property(fc.integer({ min: 24, max: file.length }), (length) => {
        const { summary } = inspected([file.subarray(0, length)], { protocols })
        assert.equal(summary.packets, ends.filter((one) => one <= length).length)
        const isWhole = length === 24 || ends.includes(length)
        assert.deepEqual(summary.oddities['cut-short'], isWhole ? undefined : 1)
      }),
      { numRuns: 200 },
    )
  })

  it('accepts changed bytes anywhere behind the file header', () => {
    const change = fc.record({ at: fc.nat(1_000_000), value: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
        const file = mix.slice()
        for (const { at, value } of changes) file[24 + (at % (file.length - 24))] = value
        const { summary, observations } = inspected([file], { protocols })
        assert.ok(!Object.keys(summary.oddities).some((name) => name.startsWith('decoder-fault')))
        JSON.stringify(observations)
      }),
      { numRuns: 150 },
    )
  })

  it('adds up captures one after the other', () => {
    const inspection = new Inspection({ protocols, seed: 1 })
    for (const name of ['a', 'b']) {
      inspection.open(name)
      inspection.feed(mix)
      inspection.close()
    }
    const twice = inspection.observations()
    assert.deepEqual(
      twice.captures.map(({ file, packets }) => [file, packets]),
      [
        ['a', whole.summary.packets],
        ['b', whole.summary.packets],
      ],
    )
    for (const [name, { packets, bytes }] of Object.entries(whole.observations.protocols)) {
      // A connection seen before is known from its first packet on.
      assert.ok((twice.protocols[name]?.packets ?? 0) >= packets, name)
      assert.ok((twice.protocols[name]?.bytes ?? 0) >= bytes, name)
    }
    const sum = (list: readonly { packets: number }[]) =>
      list.reduce((all, one) => all + one.packets, 0)
    assert.equal(sum(twice.senders), 2 * sum(whole.observations.senders))
    assert.ok(twice.senders.every(({ seen }) => seen.capture === 0))
    assert.equal(twice.facts.length, whole.observations.facts.length)
  })

  it('leaves out a file that is no capture and goes on with the next', () => {
    const inspection = new Inspection({ protocols, seed: 1 })
    inspection.open('no')
    assert.throws(() => inspection.feed(f.bytes('this is no capture at all')), NotACapture)
    inspection.open('yes')
    inspection.feed(mix)
    inspection.close()
    assert.deepEqual(
      inspection.observations().captures.map(({ file }) => file),
      ['yes'],
    )
  })

  it('every packet belongs to one sender and one conversation', () => {
    const { senders, conversations } = whole.observations
    const sent = senders.reduce((sum, { packets }) => sum + packets, 0)
    const talked = conversations.reduce(
      (sum, { packetsToServer, packetsToClient }) => sum + packetsToServer + packetsToClient,
      0,
    )
    assert.equal(sent, whole.summary.packets)
    assert.equal(talked, whole.summary.packets)
    const bytes = conversations.reduce(
      (sum, { bytesToServer, bytesToClient }) => sum + bytesToServer + bytesToClient,
      0,
    )
    assert.equal(bytes, whole.summary.bytes)
  })
})
