// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { scan } from '../../protocol.ts'
import { cipio } from '../cipio/index.ts'
import { assertTotal, bytesOf, fromHex, readBy, silentTruncations } from '../testing.ts'
import { enip, enipUdp } from './index.ts'

type Piece = Uint8Array | readonly number[] | string | number
const two = (value: number) => [value & 255, value >> 8]
const packet = (command: number, ...body: Piece[]) => {
  const content = bytesOf(...body)
  const context = [9, 8, 7, 6, 5, 4, 3, 2]
  return bytesOf(
    two(command),
    two(content.length),
    new Uint8Array(8),
    context,
    [0, 0, 0, 0],
    content,
  )
}
const item = (kind: number, ...data: Piece[]) => {
  const content = bytesOf(...data)
  return bytesOf(two(kind), two(content.length), content)
}
const request = (...cip: Piece[]) =>
  packet(0x6f, new Uint8Array(6), [2, 0], item(0), item(0xb2, ...cip))
const connected = (connection: number, sequence: number, ...cip: Piece[]) =>
  packet(
    0x70,
    new Uint8Array(6),
    [2, 0],
    item(0xa1, [connection, 0, 0, 0]),
    item(0xb1, two(sequence), ...cip),
  )

const identity = (name: string) =>
  bytesOf(two(1), two(14), two(54), [16, 20], two(0x3060), [0x3f, 0x82, 0x51, 0], name.length, name)
const listAnswer = packet(
  0x63,
  [1, 0],
  item(0x0c, [1, 0], new Uint8Array(16), identity('1756-EN2T/B'), [3]),
)
const readIdentity = [0x01, 2, 0x20, 1, 0x24, 1]
const identityAnswer = [0x81, 0, 0, 0]
const throughSlot = (slot: number) =>
  bytesOf([0x52, 2, 0x20, 6, 0x24, 1, 5, 157], two(6), readIdentity, [1, 0], [1, slot])
const openTo = (slot: number, connection: number) =>
  bytesOf(
    [0x54, 2, 0x20, 6, 0x24, 1, 10, 14, 0, 0, 0, 0, connection, 0, 0, 0],
    new Uint8Array(24),
    [0xa3, 3, 1, slot, 0x20, 2, 0x24, 1],
  )

const names = (message: Uint8Array) =>
  readBy(enip, message).codes.map((code) => enip.operation?.(code).name)
const effects = (message: Uint8Array) =>
  readBy(enip, message).codes.map((code) => enip.operation?.(code).effect)
const facts = (read: ReturnType<typeof readBy>) =>
  Object.fromEntries(read.facts.map(({ name, value }) => [name, value]))

const logix = {
  'cip.vendor_id': '0x0001',
  vendor: 'Rockwell Automation',
  device_type: '0x000e',
  'cip.product_code': '54',
  firmware: '16.20',
  'cip.status': '0x3060',
  serial: '0x0051823f',
}

describe('enip', () => {
  it('takes the identity from a list answer over UDP and TCP', () => {
    const expected = { ...logix, model: '1756-EN2T/B', 'enip.state': '0x03' }
    assert.deepEqual(facts(readBy(enipUdp, listAnswer)), expected)
    assert.deepEqual(facts(readBy(enip, listAnswer)), expected)
  })

  it('puts an identity read through a backplane into its slot', () => {
    const notes = new Map<string, string>()
    readBy(enip, request(throughSlot(3)), { notes })
    const read = readBy(enip, request(identityAnswer, identity('1756-L61/B')), { notes })
    assert.deepEqual(facts(read), { ...logix, model: '1756-L61/B' })
    const about = { child: 'cip-slot', key: '3', of: 'sender' }
    assert.deepEqual(read.facts[0]?.about, about)
  })

  it('follows a connection to its slot', () => {
    const notes = new Map<string, string>()
    readBy(enip, request(openTo(2, 77)), { notes })
    const opened = readBy(enip, request([0xd4, 0, 0, 0], new Uint8Array(26)), { notes })
    const about = { child: 'cip-slot', key: '2', of: 'sender' }
    assert.deepEqual(opened.facts, [{ name: 'cip.route', value: '2', about }])
    const read = readBy(enip, connected(77, 5, identityAnswer, identity('1756-L61/B')), { notes })
    assert.deepEqual(read.facts[0]?.about, about)
  })

  it('takes an identity without its question for that of the speaker', () => {
    const read = readBy(enip, request(identityAnswer, identity('Drive 7')))
    assert.equal(facts(read).model, 'Drive 7')
    assert.equal(read.facts[0]?.about, 'sender')
    assert.deepEqual(readBy(enip, request(identityAnswer, new Uint8Array(30))).facts, [])
  })

  it('reads single attributes with their question', () => {
    const notes = new Map<string, string>()
    readBy(enip, request([0x0e, 3, 0x20, 1, 0x24, 1, 0x30, 7]), { notes })
    const read = readBy(enip, request([0x8e, 0, 0, 0, 5], 'PF525'), { notes })
    assert.deepEqual(facts(read), { model: 'PF525' })
    const hostName = [0x0e, 3, 0x20, 0xf5, 0x24, 1, 0x30, 6]
    readBy(enip, request(hostName), { notes })
    const named = readBy(enip, request([0x8e, 0, 0, 0, 6, 0], 'plc-12'), { notes })
    assert.deepEqual(facts(named), { hostname: 'plc-12' })
  })

  it('takes the catalogue text of a PCCC processor', () => {
    const answer = [0xcb, 0, 0, 0, 7, 1, 0, 1, 2, 3, 4, 0x46, 0, 1, 0, 2, 0xee, 0x4a, 0x9c, 0x23]
    const read = readBy(enip, request(answer, '1763-LEC   ', [0, 0]))
    assert.equal(facts(read).model, '1763-LEC')
    assert.equal(facts(read)['cip.pccc_series'], 'BD')
    assert.deepEqual(read.scanLayers, ['enip', 'cip', 'cippccc'])
  })

  it('names stop, start, reset, clock, address, firmware and program changes', () => {
    const on = (service: number, classId: number) => request([service, 2, 0x20, classId, 0x24, 1])
    assert.deepEqual(names(on(0x07, 0x8e)), ['plc_stop'])
    assert.deepEqual(names(on(0x06, 0x8e)), ['plc_start'])
    assert.deepEqual(effects(on(0x05, 0x01)), ['restart'])
    assert.deepEqual(names(on(0x04, 0x8b)), ['set_clock'])
    assert.deepEqual(names(on(0x10, 0xf5)), ['set_ip_configuration'])
    assert.deepEqual(effects(on(0x4d, 0xa1)), ['firmware'])
    assert.deepEqual(effects(on(0x08, 0x68)), ['download'])
    assert.deepEqual(effects(on(0x4f, 0x6a)), ['upload'])
    // An answer does not say which object it is from.
    assert.deepEqual(effects(request([0xcd, 0, 0, 0])), ['other'])
    assert.deepEqual(effects(request([0x87, 0, 0, 0])), ['stop'])
    const head = [0x4b, 2, 0x20, 0x67, 0x24, 1, 7, 1, 0, 1, 2, 3, 4]
    assert.deepEqual(effects(request(head, [0x0f, 0, 1, 0, 0x80, 1])), ['other', 'stop'])
    assert.deepEqual(effects(request(head, [0x0f, 0, 1, 0, 0x80, 6])), ['other', 'start'])
  })

  it('looks into packets of several services', () => {
    const write = [0x4d, 3, 0x91, 4, 0x54, 0x61, 0x67, 0x31, 0xc4, 0, 1, 0, 9, 0, 0, 0]
    const read = [0x4c, 3, 0x91, 4, 0x54, 0x61, 0x67, 0x32, 1, 0]
    const both = request([0x0a, 2, 0x20, 2, 0x24, 1, 2, 0, 6, 0, 22, 0], write, read)
    assert.deepEqual(names(both), ['multiple_service_packet', 'write_tag', 'read_tag'])
  })

  it('reports an address that is set', () => {
    const set = [0x10, 3, 0x20, 0xf5, 0x24, 1, 0x30, 5]
    const values = fromHex('0a01a8c0 00ffffff 0101a8c0')
    const read = readBy(enip, request(set, values))
    assert.equal(read.events[0]?.detail.ip, '192.168.1.10')
    assert.equal(read.scanned, 1)
  })

  it('accepts any bytes and names every truncation', () => {
    const samples = [
      listAnswer,
      request(throughSlot(3)),
      request(openTo(2, 77)),
      request(identityAnswer, identity('1756-L61/B')),
      connected(77, 5, readIdentity),
    ]
    assertTotal(enip, samples, 300)
    assertTotal(enipUdp, samples, 300)
    for (const sample of samples) {
      assert.deepEqual(silentTruncations(enip, sample), [])
      assert.deepEqual(silentTruncations(enip, sample, { isCut: true }), [])
      assert.deepEqual(silentTruncations(enipUdp, sample), [])
    }
  })
})

describe('cipio', () => {
  it('counts cyclic data and refuses anything else', () => {
    const data = bytesOf([2, 0], item(0x8002, new Uint8Array(8)), item(0xb1, new Uint8Array(10)))
    assert.equal(readBy(cipio, data).scanned, scan.silent)
    assert.deepEqual(readBy(cipio, data).oddities, [])
    assert.equal(readBy(cipio, bytesOf('hello hello hello hello')).scanned, -1)
    assertTotal(cipio, [data], 300)
    assert.deepEqual(silentTruncations(cipio, data), [])
  })
})
