// SPDX-License-Identifier: EUPL-1.2
// Calls in an even rhythm and clocks that jump, from the packets on: nothing is handed in by hand.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import * as f from '../../../fixtures/frames/index.ts'
import type { Detection } from '../asset.ts'
import { Clocks } from '../flows/clocks.ts'
import { Starts } from '../flows/starts.ts'
import { Inspection } from '../inspection.ts'
import { protocols } from '../protocols/index.ts'
import { inspectionReport } from '../report.ts'
import { rhythmOf } from './beaconing.ts'

const panel = { mac: '02:00:00:00:00:01', ip: '10.1.0.5' }
const router = { mac: '02:00:00:00:00:fe', ip: '10.1.0.254' }
const cloud: f.Host = { mac: router.mac, ip: '203.0.113.9', ttl: 50 }
const seconds = (count: number) => BigInt(Math.round(count * 1000)) * 1_000_000n

function detectionsIn(...tapes: readonly (readonly f.Frame[])[]): readonly Detection[] {
  const inspection = new Inspection({ protocols, seed: 1 })
  inspection.open('night.pcap')
  const announced = f.spaced([f.gratuitousArp(panel), f.gratuitousArp(router)])
  inspection.feed(f.pcap(f.merged(announced, ...tapes)))
  inspection.close()
  return inspectionReport(inspection.observed(), { vendorOf: () => undefined }).detections
}

/** A short connection at each of these seconds. */
function calls(at: readonly number[], server: f.Host = cloud): f.Frame[] {
  return at.flatMap((second, index) => {
    const ends = { client: panel, server, serverPort: 443, clientPort: 50_000 + index }
    const frames = f.conversation(ends, [['client', new Uint8Array([1, 2, 3])]])
    return f.spaced(frames, f.firstNs + seconds(second + 1))
  })
}

const even = [0, 60, 121, 180, 241, 300, 359, 420, 481, 540]

describe('beaconing', () => {
  it('finds calls to the internet in an even rhythm, with the frames they begin at', () => {
    const found = detectionsIn(calls(even)).filter(({ kind }) => kind === 'beaconing')
    assert.equal(found.length, 1)
    const [one] = found
    assert.deepEqual([one?.source, one?.target, one?.count], [panel.mac, cloud.ip, 10])
    assert.deepEqual(one?.detail, {
      address: cloud.ip,
      every_seconds: '60',
      service: 'tcp/443',
    })
    // Two frames of ARP, then seven of each call: its handshake, a message, its end.
    assert.deepEqual(one?.frames[0], { capture: 'night.pcap', frame: 3 })
    assert.equal(one?.frames.length, 10)
    assert.equal(one?.technique?.id, 'T0869')
  })

  it('lets be what is uneven, too short, seldom or within the site', () => {
    const kinds = (...tapes: f.Frame[][]) => detectionsIn(...tapes).map(({ kind }) => kind)
    const uneven = [0, 7, 90, 95, 300, 301, 470, 900, 905, 1300]
    const rushed = even.map((second) => second / 60)
    const inside = { mac: '02:00:00:00:00:07', ip: '10.1.0.7' }
    for (const tape of [
      calls(uneven),
      calls(rushed),
      calls(even.slice(0, 7)),
      calls(even, inside),
    ]) {
      assert.ok(!kinds(tape).includes('beaconing'))
    }
  })

  it('finds any rhythm that is kept to within a fifth, and only such', () => {
    const gaps = fc.array(fc.double({ min: 0.92, max: 1.09, noNaN: true }), { minLength: 8 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 10, max: 100_000 }), (parts, usual) => {
        let timeS = 0
        const starts = [1, ...parts].map((part) => {
          timeS += part * usual
          return { timeS, seen: { capture: 0, frame: 1 } }
        })
        const found = rhythmOf(starts)
        assert.ok(found !== undefined && found >= usual * 0.91 && found <= usual * 1.1)
        // Gaps that double each time have no rhythm.
        const growing = starts.map(({ seen }, at) => ({ seen, timeS: usual * 2 ** at }))
        assert.equal(rhythmOf(growing), undefined)
        assert.equal(rhythmOf(starts.slice(0, 7)), undefined)
      }),
    )
  })

  it('keeps no more conversations than its bound and counts the others', () => {
    const starts = new Starts(1)
    const begun = (first: number) => ({ first, frame: first })
    for (const conversation of [4, 5]) {
      starts.add(conversation, begun(9), begun(3))
      for (let second = 0; second < 100; second += 1)
        starts.add(conversation, begun(second), undefined)
    }
    assert.equal(starts.of(4).length, 40)
    assert.deepEqual(starts.of(4).slice(0, 2), [begun(0), begun(1)])
    assert.deepEqual([starts.of(5), starts.leftOut], [[], 1])
  })
})

const clockServer = { mac: '02:00:00:00:00:03', ip: '10.1.0.3', port: 123 }
const asking = { ...panel, port: 123 }

/** What an NTP server answers; `aheadS` of the recording. */
function answers(at: readonly (readonly [second: number, aheadS: number])[], server = clockServer) {
  return at.map(([second, aheadS]) => {
    const message = new Uint8Array(48)
    message[0] = 0x24
    message[1] = 2
    const stated = Number(f.firstNs / 1_000_000_000n) + second + aheadS + 2_208_988_800
    new DataView(message.buffer).setUint32(40, stated)
    const bytes = f.udp(server, asking, message)
    return { atNs: f.firstNs + seconds(second), bytes }
  })
}

describe('clocks of devices', () => {
  const jumps = (...tapes: f.Frame[][]) =>
    detectionsIn(...tapes).filter(({ kind }) => kind === 'clock_jump')

  it('names the device whose clock was set, by how much and at which frame', () => {
    const found = jumps(
      answers([
        [1, 0],
        [64, 0.2],
        [128, 3600],
        [192, 3600.1],
        [256, 0],
      ]),
    )
    assert.equal(found.length, 1)
    assert.deepEqual(
      [found[0]?.source, found[0]?.count, found[0]?.detail],
      [clockServer.mac, 2, { seconds: '3600, -3600' }],
    )
    assert.deepEqual(
      found[0]?.frames.map(({ frame }) => frame),
      [5, 7],
    )
  })

  it('lets be a clock that is wrong but runs, and one that is put right little by little', () => {
    assert.deepEqual(
      jumps(
        answers([
          [1, -86_400],
          [64, -86_400],
          [900, -86_401],
        ]),
      ),
      [],
    )
    assert.deepEqual(
      jumps(
        answers([
          [1, 50],
          [64, 30],
          [128, 10],
          [192, 0],
        ]),
      ),
      [],
    )
  })

  it('counts how many moved alike: then it may be the recorder', () => {
    const other = { mac: '02:00:00:00:00:04', ip: '10.1.0.4', port: 123 }
    const found = jumps(
      answers([
        [1, 0],
        [64, 900],
      ]),
      answers(
        [
          [2, 5],
          [65, 903],
        ],
        other,
      ),
    )
    assert.deepEqual(
      found.map(({ detail }) => detail['moved_alike']),
      ['2', '2'],
    )
  })

  it('starts anew with each recording and keeps to its bounds', () => {
    const clocks = new Clocks(1)
    assert.equal(clocks.moved('a', 100, 100), 0)
    assert.equal(clocks.moved('b', 100, 100), 0)
    assert.equal(clocks.leftOut, 1)
    const moves = Array.from({ length: 100 }, (_, at) =>
      clocks.moved('a', at % 2 === 0 ? 9e9 : 0, 0),
    )
    assert.equal(moves.filter((moved) => moved !== 0).length, 8)
    clocks.begin()
    assert.equal(clocks.moved('a', 50_000, 100), 0)
    assert.equal(clocks.moved('a', Number.NaN, 100), 0)
  })

  it('moves by what was added to it, whatever it showed before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 61, max: 1e8 }),
        fc.boolean(),
        (ahead, by, isBack) => {
          const clocks = new Clocks(10)
          assert.equal(clocks.moved('a', 1000 + ahead, 1000), 0)
          const moved = isBack ? -by : by
          assert.equal(clocks.moved('a', 2000 + ahead + moved, 2000), moved)
          assert.equal(clocks.moved('a', 3000 + ahead + moved, 3000), 0)
        },
      ),
    )
  })
})
