// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import * as f from '../../../fixtures/frames/index.ts'
import { maxPacketBytes } from '../limits.ts'
import { inspected } from '../testing.ts'
import { Ticks } from './ticks.ts'
import { instantText } from './times.ts'

const left = { mac: '02:00:00:00:00:01', ip: '10.0.0.1', port: 4000 }
const right = { mac: '02:00:00:00:00:02', ip: '10.0.0.2', port: 4001 }
const frame = f.udp(left, right, f.bytes('message'))

describe('times', () => {
  it('are written as the calendar has them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200, max: 253_402_300_799 }), (second) => {
        const expected = new Date(second * 1000).toISOString().replace('.000Z', 'Z')
        assert.equal(instantText(second, 0, 0), expected)
      }),
    )
    assert.equal(instantText(0, 1, 9), '1970-01-01T00:00:00.000000001Z')
    assert.equal(instantText(0, 123_456_789, 3), '1970-01-01T00:00:00.123Z')
    assert.equal(instantText(253_402_300_800, 0, 0), '+010000-01-01T00:00:00Z')
  })

  it('count ticks of every power of ten and two exactly', () => {
    const powers = fc.tuple(fc.constantFrom(2n, 10n), fc.bigInt(0n, 19n))
    const ticks = fc.bigInt(0n, 2n ** 64n - 1n)
    fc.assert(
      fc.property(powers, ticks, ([base, exponent], count) => {
        const clock = new Ticks(Number(exponent) | (base === 2n ? 0x80 : 0), 0)
        clock.read(Number(count >> 32n), Number(count & 0xffff_ffffn))
        const rate = base ** exponent
        // A second beyond 2^53 is no longer exact as a number, and no time either.
        if (count / rate > 2n ** 52n) return
        assert.equal(clock.second, Number(count / rate))
        const nanos = ((count % rate) * 1_000_000_000n) / rate
        assert.ok(Math.abs(clock.nanos - Number(nanos)) <= 1, `${clock.nanos} ${nanos}`)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('pcap', () => {
  it('reads the form with longer record headers', () => {
    const header = f.pcapHeader()
    header.set(f.u32le(0xa1b2cd34))
    const record = f.bytes(f.pcapRecordHeader({ atNs: f.firstNs, bytes: frame }), f.zeros(8), frame)
    const { summary } = inspected([f.bytes(header, record, record)])
    assert.equal(summary.packets, 2)
    assert.deepEqual(summary.oddities, {})
  })

  it('reads the longest record and stops at one byte more', () => {
    const file = (length: number) =>
      f.bytes(
        f.pcap([frame]),
        f.pcap([f.fixed(frame, length)]).slice(24),
        f.pcap([frame]).slice(24),
      )
    assert.equal(inspected([file(maxPacketBytes)]).summary.packets, 3)
    const { packets, oddities } = inspected([file(maxPacketBytes + 1)]).summary
    assert.equal(packets, 1)
    assert.equal(oddities['record-length-absurd'], 1)
    assert.equal(oddities['bytes-unread'], file(maxPacketBytes + 1).length - 24 - 16 - frame.length)
  })

  it('takes a time far from the others for what it says', () => {
    const frames = [0n, 9n, -86_400n].map((seconds) => ({
      atNs: f.firstNs + seconds * 1_000_000_000n,
      bytes: frame,
    }))
    const { summary, observations } = inspected([f.pcap(frames)])
    assert.equal(summary.first, '2026-08-31T08:00:00.000000Z')
    assert.equal(summary.last, '2026-09-01T08:00:09.000000Z')
    const [sender] = observations.senders
    assert.equal(sender?.lastS, 1_788_249_609)
    assert.equal(sender?.firstS, 1_788_249_600 - 86_400)
  })

  it('recognises a pcapng file behind a pcap file and the other way round', () => {
    const one = f.pcap([frame])
    const other = f.pcapng([frame, frame], { of: 'big' })
    for (const file of [f.bytes(one, other), f.bytes(other, one)]) {
      const { packets, oddities } = inspected([file]).summary
      assert.equal(packets, 3)
      assert.deepEqual(oddities, { 'joined-capture': 1 })
    }
  })

  it('calls zeros padding and what stands behind them unread', () => {
    const { packets, oddities } = inspected([f.bytes(f.pcap([frame]), f.zeros(50), 7, 7)]).summary
    assert.equal(packets, 1)
    assert.deepEqual(oddities, { 'zero-padding-bytes': 50, 'bytes-unread': 2 })
  })
})

describe('pcapng', () => {
  const head = f.bytes(f.sectionHeader(), f.interfaceDescription())

  it('reads the packet block of old', () => {
    const filled = f.fixed(frame, Math.ceil(frame.length / 4) * 4)
    const length = f.u32le(frame.length)
    const body = f.bytes(f.u16le(0), f.u16le(3), f.u32le(0), f.u32le(1e9), length, length, filled)
    const { summary } = inspected([f.bytes(head, f.block(2, body))])
    assert.equal(summary.packets, 1)
    assert.equal(summary.first, '1970-01-01T00:16:40.000000Z')
    assert.deepEqual(summary.oddities, { 'dropped-while-capturing': 3 })
  })

  it('skips an unknown block of any length without holding it', () => {
    const big = f.block(0x7777, f.zeros(3_000_000))
    const packet = f.enhancedPacket({ atNs: f.firstNs, bytes: frame })
    const { summary } = inspected([f.bytes(head, big, packet)])
    assert.equal(summary.packets, 1)
    assert.deepEqual(summary.oddities, {})
  })

  it('says when the file ends in a block that it skips', () => {
    const { summary } = inspected([f.bytes(head, f.block(0x7777, f.zeros(400)).subarray(0, 60))])
    assert.deepEqual(summary.oddities, { 'cut-short': 1 })
  })

  it('leaves the check sequence of the interface out', () => {
    const options = f.options([{ code: 13, value: 4 }])
    const point = f.block(1, f.bytes(f.u16le(1), f.u16le(0), f.u32le(0), options))
    const cyclic = f.ethernet({ from: left.mac, to: right.mac, type: 0x88b5, payload: f.zeros(60) })
    const packet = f.enhancedPacket({ atNs: f.firstNs, bytes: f.bytes(cyclic, f.zeros(4)) })
    let length = -1
    const protocol = {
      name: 'test',
      carrier: 'ethernet' as const,
      etherTypes: [0x88b5],
      decode: ({ from, to }: { from: number; to: number }) => {
        length = to - from
        return undefined
      },
    }
    inspected([f.bytes(f.sectionHeader(), point, packet)], { protocols: [protocol] })
    assert.equal(length, 60)
  })

  it('keeps names that the file states for addresses', () => {
    const names = f.nameResolution([
      { ip: '10.1.0.1', names: ['plc', 'line-1'] },
      { ip: 'fe80::7', names: ['panel'] },
    ])
    const { observations } = inspected([f.bytes(head, names)])
    assert.deepEqual(
      observations.facts.map(({ subject, name, value }) => [subject.ip, name, value]),
      [
        ['10.1.0.1', 'pcapng.name', 'plc'],
        ['10.1.0.1', 'pcapng.name', 'line-1'],
        ['fe80::7', 'pcapng.name', 'panel'],
      ],
    )
  })
})
