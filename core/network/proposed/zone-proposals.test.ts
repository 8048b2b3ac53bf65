// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { agreement, proposedZones, type SeenDevice } from './zone-proposals.ts'

function device(id: string, address: string | null, level: number | null): SeenDevice {
  return { id, addresses: address === null ? [] : [address], vlans: [], level }
}

const line = [
  device('plc', '10.1.1.1', 1),
  device('hmi', '10.1.1.2', 2),
  device('drive', '10.1.1.3', 1),
]
const office = [
  device('ws1', '10.2.1.1', 4),
  device('ws2', '10.2.1.2', 4),
  device('file', '10.2.1.3', 4),
]
const within = [
  { from: 'hmi', to: 'plc', packets: 1000 },
  { from: 'plc', to: 'drive', packets: 1000 },
  { from: 'ws1', to: 'file', packets: 500 },
  { from: 'ws2', to: 'file', packets: 500 },
]
const membersOf = (zones: ReturnType<typeof proposedZones>) =>
  zones.map(({ kind, members }) => [kind, members.map(({ id }) => id)])

describe('proposed zones', () => {
  it('follow the ranges of addresses and the side of the house', () => {
    const zones = proposedZones([...line, ...office], within)
    assert.deepEqual(membersOf(zones), [
      ['ot', ['drive', 'hmi', 'plc']],
      ['office', ['file', 'ws1', 'ws2']],
    ])
    assert.deepEqual(
      zones.map(({ ranges, level, insideShare }) => [ranges, level, insideShare]),
      [
        [['10.1.1.0/24'], '2', 1],
        [['10.2.1.0/24'], '4', 1],
      ],
    )
  })

  it('tell office and process apart in a flat network, by whom each talks with', () => {
    const flat = [...line, ...office].map((one, at) => ({ ...one, addresses: [`10.1.1.${at}`] }))
    const stray = device('printer', '10.1.1.99', null)
    const talks = [...within, { from: 'ws1', to: 'printer', packets: 20 }]
    assert.deepEqual(membersOf(proposedZones([...flat, stray], talks)), [
      ['office', ['file', 'printer', 'ws1', 'ws2']],
      ['ot', ['drive', 'hmi', 'plc']],
    ])
  })

  it('show one office machine in a line as the odd one, and leave it there', () => {
    const laptop = device('laptop', '10.1.1.50', 4)
    const [zone] = proposedZones([...line, laptop], within)
    assert.deepEqual(
      zone?.members.filter(({ isOdd }) => isOdd).map(({ id }) => id),
      ['laptop'],
    )
  })

  it('put a device without an address where it talks, or into its VLAN', () => {
    const io = device('io', null, 1)
    const tagged = { ...device('tagged', null, null), vlans: [7] }
    const homes = line.map((one) => ({ ...one, vlans: [7] }))
    const [zone] = proposedZones(
      [...homes, io, tagged],
      [...within, { from: 'plc', to: 'io', packets: 5 }],
    )
    assert.deepEqual(
      zone?.members.map(({ id, by }) => [id, by]),
      [
        ['drive', 'range'],
        ['hmi', 'range'],
        ['io', 'talk'],
        ['plc', 'range'],
        ['tagged', 'vlan'],
      ],
    )
  })

  it('name the few that stand between both', () => {
    const jump = device('jump', '10.3.1.1', null)
    const talks = [
      ...within,
      { from: 'ws1', to: 'jump', packets: 90 },
      { from: 'jump', to: 'plc', packets: 90 },
    ]
    const zones = proposedZones([...line, ...office, jump], talks)
    assert.deepEqual(zones.at(-1)?.kind, 'dmz')
    assert.equal(zones.at(-1)?.level, '3.5')
  })

  it('put every device with an address into one zone, whatever the order', () => {
    const some = fc.array(
      fc.record({
        net: fc.integer({ min: 0, max: 3 }),
        level: fc.constantFrom(null, 0, 1, 2, 3, 4, 5),
      }),
      { maxLength: 25 },
    )
    const pairs = fc.array(fc.tuple(fc.nat(24), fc.nat(24), fc.nat(1000)), { maxLength: 60 })
    fc.assert(
      fc.property(some, pairs, (made, talks) => {
        const devices = made.map(({ net, level }, at) =>
          device(`d${at}`, `10.0.${net}.${at}`, level),
        )
        const seen = talks.map(([a, b, packets]) => ({ from: `d${a}`, to: `d${b}`, packets }))
        const zones = proposedZones(devices, seen)
        const ids = zones.flatMap(({ members }) => members.map(({ id }) => id)).toSorted()
        assert.deepEqual(ids, devices.map(({ id }) => id).toSorted())
        assert.deepEqual(proposedZones(devices.toReversed(), seen.toReversed()), zones)
      }),
    )
  })
})

describe('agreement of two divisions', () => {
  const of = (text: string) => new Map([...text].map((name, at) => [String(at), name]))

  it('is one for the same under other names, and low for chance', () => {
    assert.equal(agreement(of('aabbcc'), of('xxyyzz')), 1)
    assert.equal(agreement(of('aaaa'), of('bbbb')), 1)
    assert.ok((agreement(of('aabb'), of('abab')) ?? 1) < 0.1)
    assert.equal(agreement(of('a'), of('a')), null)
  })

  it('is the same both ways', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        assert.equal(agreement(of(one), of(other)), agreement(of(other), of(one)))
      }),
    )
  })
})
