// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import * as f from '../../../fixtures/frames/index.ts'
import { mixCapture } from '../../../fixtures/mix/index.ts'
import type { Conversation } from '../observations.ts'
import { protocols } from '../protocols/index.ts'
import { Batch, cell, rowCells } from '../readers/batch.ts'
import { inspected } from '../testing.ts'
import { FlowTable } from './flow-table.ts'
import { KeyTable } from './key-table.ts'

const client = { mac: '02:00:00:00:00:01', ip: '10.0.0.1', port: 50_000 }
const server = { mac: '02:00:00:00:00:02', ip: '10.0.0.2', port: 9999 }
const text = (value: string) => f.bytes(value)

function conversations(frames: readonly Uint8Array[]): readonly Conversation[] {
  return inspected([f.pcap(frames)]).observations.conversations
}

function only(frames: readonly Uint8Array[]): Conversation {
  const list = conversations(frames)
  assert.equal(list.length, 1, JSON.stringify(list))
  return list[0] as Conversation
}

describe('key table', () => {
  it('is a map from keys to the order of their arrival', () => {
    const word = fc.integer({ min: -2, max: 2 })
    const key = fc.tuple(word, word, word, fc.integer())
    fc.assert(
      fc.property(fc.array(key, { maxLength: 800 }), fc.integer(), (keys, seed) => {
        const table = new KeyTable(500, seed, 4)
        const model = new Map<string, number>()
        for (const [a, b, c, d] of keys) {
          const name = `${a} ${b} ${c} ${d}`
          assert.equal(table.find(a, b, c, d), model.get(name) ?? -1)
          const index = table.put(a, b, c, d)
          if (!model.has(name) && model.size < 500) model.set(name, model.size)
          assert.equal(index, model.get(name) ?? -1)
        }
        assert.equal(table.count, model.size)
      }),
    )
  })
})

describe('flow table', () => {
  it('finds every flow again after growing and after giving some up', () => {
    const batch = new Batch()
    const table = new FlowTable(400_000, 7)
    const look = (keys: readonly number[]) => {
      const flows: number[] = []
      for (let at = 0; at < keys.length; at += 64) {
        const part = keys.slice(at, at + 64)
        batch.count = part.length
        for (const [index, key] of part.entries()) {
          batch.cells.set([key, key >>> 3, key * 7, 5], index * rowCells + cell.key)
        }
        table.prepare(batch)
        assert.equal(
          table.look(batch, 0, () => {}),
          part.length * rowCells,
        )
        for (let index = 0; index < part.length; index += 1) {
          flows.push(batch.cells[index * rowCells + cell.flow])
        }
      }
      return flows
    }
    const keys = Array.from({ length: 150_000 }, (_, index) => Math.imul(index, 0x9e3779b1))
    const first = look(keys)
    assert.deepEqual(first, [...keys.keys()])
    assert.deepEqual(look(keys), first)
    table.retain((flow) => flow % 3 === 0)
    const kept = keys.filter((_, index) => index % 3 === 0)
    assert.deepEqual(look(kept), [...kept.keys()])
    assert.equal(table.count, kept.length)
  })
})

describe('conversations', () => {
  it('run from who opened the connection, wherever the capture begins', () => {
    const line = f.connection({ client, server, serverPort: 9999, clientPort: 50_000 })
    const open = line.open()
    const rest = [...line.say('client', text('ask')), ...line.say('server', text('answer'))]
    for (const start of [0, 1]) {
      const found = only([...open.slice(start), ...rest])
      assert.deepEqual(found.client, { mac: client.mac, ip: client.ip })
      assert.equal(found.service, 9999)
      assert.equal(found.directionBasis, 'handshake')
      assert.equal(found.connections, 1)
      assert.equal(found.unanswered, 0)
    }
    // Without a handshake the first who speaks is taken for the client.
    const late = only(rest.slice(1))
    assert.deepEqual([late.client.ip, late.directionBasis], [server.ip, 'first'])
  })

  it('know the server by its port when the handshake is missing', () => {
    const ends = { client, server, serverPort: 502, clientPort: 50_000 }
    const answer = f.connection(ends).say('server', text('late'))
    const found = only(answer)
    assert.deepEqual([found.client.ip, found.service], [client.ip, 502])
    assert.deepEqual([found.directionBasis, found.protocol], ['port', 'modbus'])
    assert.equal(found.protocolBasis, 'port')
  })

  it('add up the connections of one client to one service', () => {
    const frames = [50_001, 50_002, 50_003].flatMap((clientPort) => {
      const line = f.connection({ client, server, serverPort: 9999, clientPort })
      return [...line.open(), ...line.say('client', text('x')), ...line.close()]
    })
    const found = only(frames)
    assert.equal(found.connections, 3)
    assert.equal(found.packetsToServer + found.packetsToClient, frames.length)
  })

  it('count what was refused and what was never answered', () => {
    const refused = f.connection({ client, server, serverPort: 81, clientPort: 50_001 })
    const silent = f.connection({ client, server, serverPort: 81, clientPort: 50_002 })
    const open = f.connection({ client, server, serverPort: 81, clientPort: 50_003 })
    const syn = (line: f.Connection) => line.open().slice(0, 1)
    const found = only([
      ...syn(refused),
      ...refused.reset('server'),
      ...syn(silent),
      ...open.open(),
    ])
    assert.deepEqual([found.connections, found.unanswered], [3, 2])
  })

  it('carry the MAC of a host that only answers elsewhere', () => {
    const other = { mac: '02:00:00:00:00:03', ip: '10.0.0.3', port: 50_000 }
    const list = conversations([
      f.udp(client, server, text('nobody answers')),
      f.udp(server, other, text('speaks to another')),
    ])
    const asked = list.find((one) => one.client.ip === client.ip)
    assert.deepEqual(asked?.server, { mac: server.mac, ip: server.ip })
  })

  it('keep VLANs and frames without IP apart', () => {
    const frame = (vlan: number) =>
      f.ethernet({
        from: client.mac,
        to: server.mac,
        vlans: [vlan],
        type: 0x88b5,
        payload: text('x'),
      })
    const list = conversations([frame(5), frame(9), frame(5), frame(0)])
    assert.deepEqual(
      list.map(({ vlan, transport, service, packetsToServer }) => [
        vlan,
        transport,
        service,
        packetsToServer,
      ]),
      [
        [5, 'ethernet', 0x88b5, 2],
        [9, 'ethernet', 0x88b5, 1],
        [undefined, 'ethernet', 0x88b5, 1],
      ],
    )
  })

  it('lead fragments to the ports of their first piece', () => {
    const datagram = f.udpDatagram(client, server, f.zeros(2000))
    const packet = { from: client, to: server, protocol: 17, payload: datagram, id: 7 }
    const found = only(f.ipv4Fragments(packet, 800))
    assert.deepEqual([found.transport, found.service, found.packetsToServer], ['udp', 9999, 3])
  })
})

describe('senders', () => {
  it('are told with what a router hides: many addresses behind one MAC', () => {
    const router = '02:00:00:00:00:99'
    const frames = [1, 2, 3].map((host) =>
      f.udp({ mac: router, ip: `10.9.0.${host}`, port: 5000, ttl: 60 + host }, server, text('x')),
    )
    const { senders, moves } = inspected([f.pcap(frames)]).observations
    assert.deepEqual(
      senders.map(({ mac, ip, ttl }) => [mac, ip, ttl]),
      [1, 2, 3].map((host) => [router, `10.9.0.${host}`, 60 + host]),
    )
    assert.deepEqual(moves, [])
  })

  it('show an address that moves to another MAC, in traffic and in ARP', () => {
    const thief = { ...client, mac: '02:00:00:00:00:66' }
    const { senders, moves } = inspected([
      f.pcap([
        f.udp(client, server, text('mine')),
        f.udp(thief, server, text('now mine')),
        f.udp(client, server, text('mine again')),
        f.gratuitousArp(client),
        f.gratuitousArp(thief),
      ]),
    ]).observations
    assert.deepEqual(
      moves.map(({ basis, from, to, count, seen }) => [basis, from, to, count, seen.frame]),
      [
        ['traffic', client.mac, thief.mac, 1, 2],
        ['traffic', thief.mac, client.mac, 1, 3],
        ['arp', client.mac, thief.mac, 1, 5],
      ],
    )
    const packets = senders
      .filter(({ ip }) => ip === client.ip)
      .map((one) => [one.mac, one.packets])
    assert.deepEqual(packets, [
      [client.mac, 2],
      [thief.mac, 1],
    ])
  })

  it('without an address yet do not move', () => {
    const asking = (mac: string) =>
      f.udp(
        { mac, ip: '0.0.0.0', port: 68 },
        { mac: f.broadcast, ip: '255.255.255.255', port: 67 },
        text('?'),
      )
    const { moves } = inspected([f.pcap([asking(client.mac), asking(server.mac)])]).observations
    assert.deepEqual(moves, [])
  })
})

describe('bounds', () => {
  const hosts = Array.from({ length: 300 }, (_, index) => ({
    mac: `02:00:00:00:01:${(index % 256).toString(16).padStart(2, '0')}`,
    ip: `10.1.${index >> 8}.${index & 255}`,
    port: 40_000 + index,
  }))
  const frames = hosts.flatMap((host) => [
    f.udp(host, server, text('a')),
    f.udp(server, host, text('b')),
  ])
  const file = f.pcap(frames)

  it('close flows when there are too many and lose no packet', () => {
    const free = inspected([file]).observations
    const tight = inspected([file], { limits: { flows: 40 } }).observations
    assert.deepEqual(tight.conversations, free.conversations)
    assert.deepEqual(tight.senders, free.senders)
    assert.equal(tight.leftOut[0]?.what, 'flows')
    assert.ok((tight.leftOut[0]?.leftOut ?? 0) > 100)
  })

  it('evict the same flows however the bytes come in', () => {
    const options = { protocols, limits: { flows: 9, streams: 2, notes: 3 } }
    const mix = mixCapture()
    const whole = inspected([mix], options)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), (size) => {
        const count = Math.ceil(mix.length / size)
        const parts = Array.from({ length: count }, (_, at) =>
          mix.subarray(at * size, (at + 1) * size),
        )
        assert.deepEqual(inspected(parts, options), whole)
      }),
      { numRuns: 25 },
    )
  })

  it('name what they left out', () => {
    const limits = { hosts: 50, conversations: 20, ipv6Addresses: 1 }
    const six = (last: number) => ({ mac: client.mac, ip: `fe80::${last}`, port: 5000 })
    const more = [1, 2, 3].map((last) => f.udp(six(last), six(9), text('x')))
    const {
      leftOut,
      senders,
      conversations,
      protocols: counts,
    } = inspected([f.pcap([...frames, ...more])], { limits }).observations
    assert.deepEqual(
      leftOut.map(({ what, limit }) => [what, limit]),
      [
        ['hosts', 50],
        ['ipv6-addresses', 1],
        ['conversations', 20],
        ['watched-addresses', 100],
      ],
    )
    assert.ok(senders.length <= 50 && conversations.length <= 20)
    assert.equal(counts['udp']?.packets, frames.length + 3)
  })
})
