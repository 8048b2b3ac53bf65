// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { snmp } from './index.ts'

/** An element of the basic encoding rules. */
function tlv(tag: number, ...parts: (string | number | number[] | Uint8Array)[]): Uint8Array {
  const content = bytesOf(...parts)
  const length =
    content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 255]
  return bytesOf(tag, length, content)
}
function oid(text: string): Uint8Array {
  const [first, second, ...arcs] = text.split('.').map(Number)
  const bytes = [40 * (first as number) + (second as number), ...arcs].flatMap((arc) => {
    const digits = [arc & 127]
    for (let rest = arc >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 127) | 128)
    return digits
  })
  return tlv(6, bytes)
}
const integer = (value: number) => tlv(2, value)
const octets = (...parts: (string | Uint8Array)[]) => tlv(4, ...parts)
const variable = (name: string, value: Uint8Array) => tlv(0x30, oid(name), value)
const pduOf = (tag: number, ...variables: Uint8Array[]) =>
  tlv(tag, integer(7), integer(0), integer(0), tlv(0x30, ...variables))
const message = (community: string, pdu: Uint8Array) =>
  tlv(0x30, integer(1), octets(community), pdu)

const request = message('public', pduOf(0xa0, variable('1.3.6.1.2.1.1.1.0', tlv(5))))
const response = message(
  'public',
  pduOf(
    0xa2,
    variable(
      '1.3.6.1.2.1.1.1.0',
      octets(
        'Siemens, SIMATIC NET, SCALANCE XB208, 6GK5 208-0BA00-2AB2, HW: Version 1, FW: Version V04.02',
      ),
    ),
    variable('1.3.6.1.2.1.1.2.0', oid('1.3.6.1.4.1.4329.6.1.2')),
    variable('1.3.6.1.2.1.1.5.0', octets('switch-4')),
    variable('1.3.6.1.2.1.1.6.0', octets('Hall 3')),
    variable('1.3.6.1.2.1.47.1.1.1.1.11.1', octets('SN-1')),
    variable('1.3.6.1.2.1.47.1.1.1.1.11.5', octets('SN-module')),
    variable('1.3.6.1.2.1.4.22.1.2.3.192.0.2.9', octets(fromHex('020000000009'))),
  ),
)
const trapV1 = message(
  'plant',
  tlv(
    0xa4,
    oid('1.3.6.1.4.1.4329.6'),
    tlv(0x40, [192, 0, 2, 8]),
    integer(6),
    integer(1),
    tlv(0x43, 1),
    tlv(0x30, variable('1.3.6.1.2.1.2.2.1.2.4', octets('Port 4'))),
  ),
)
const engine = fromHex('80001f8803020000000008')
const version3 = (flags: number, user: string, data: Uint8Array) =>
  tlv(
    0x30,
    integer(3),
    tlv(0x30, integer(9), tlv(2, fromHex('ffe3')), tlv(4, flags), integer(3)),
    octets(tlv(0x30, octets(engine), integer(1), integer(1), octets(user), octets(), octets())),
    data,
  )
const plain = version3(0, 'monitor', tlv(0x30, octets(engine), octets(), pduOf(0xa2)))

describe('snmp', () => {
  it('keeps the community and says when it is a default', () => {
    const read = readBy(snmp, request)
    assert.deepEqual(factsNamed(read, 'snmp.community'), ['public'])
    assert.deepEqual(
      read.events.map((event) => event.name),
      ['weak_authentication', 'default_community'],
    )
    assert.deepEqual(
      read.codes.map((code) => snmp.operation?.(code).name),
      ['get'],
    )
  })

  it('takes the answers of an agent as facts about it', () => {
    const read = readBy(snmp, response, { isFromServer: true })
    assert.deepEqual(read.oddities, [])
    assert.equal(read.scanned, 1)
    assert.deepEqual(read.events, [])
    const named = (name: Parameters<typeof factsNamed>[1]) => factsNamed(read, name)
    assert.deepEqual(named('order_number'), ['6GK5 208-0BA00-2AB2'])
    assert.deepEqual(named('snmp.object_id'), ['1.3.6.1.4.1.4329.6.1.2'])
    assert.deepEqual(named('hostname'), ['switch-4'])
    assert.deepEqual(named('location'), ['Hall 3'])
  })

  it('keeps the serial number of a module apart from that of the device', () => {
    const read = readBy(snmp, response)
    assert.deepEqual(factsNamed(read, 'serial'), ['SN-1'])
    assert.deepEqual(factsNamed(read, 'snmp.entity_serial'), ['SN-module'])
  })

  it('reads the neighbours in an ARP table', () => {
    const { bindings } = readBy(snmp, response)
    assert.deepEqual(bindings, [{ mac: '02:00:00:00:00:09', ip: '192.0.2.9' }])
  })

  it('reads a trap of version 1', () => {
    const { facts } = readBy(snmp, trapV1)
    assert.deepEqual(facts, [
      { name: 'snmp.community', value: 'plant', about: 'sender' },
      { name: 'snmp.object_id', value: '1.3.6.1.4.1.4329.6', about: { ip: '192.0.2.8' } },
      { name: 'snmp.interface', value: 'Port 4', about: 'sender' },
      { name: 'snmp.trap_text', value: 'Port 4', about: 'sender' },
    ])
  })

  it('reads user and engine of version 3', () => {
    const read = readBy(snmp, plain)
    assert.deepEqual(read.oddities, [])
    assert.deepEqual(factsNamed(read, 'snmp.user'), ['monitor'])
    assert.deepEqual(factsNamed(read, 'snmp.engine_mac'), ['02:00:00:00:00:08'])
    const secret = readBy(snmp, version3(3, 'monitor', octets('cannot be read')))
    assert.deepEqual(secret.codes, [0])
    assert.deepEqual(factsNamed(secret, 'snmp.user'), ['monitor'])
    assert.deepEqual(secret.events, [])
  })

  it('asks only for answers that may state something', () => {
    const counters = message('public', pduOf(0xa2, variable('1.3.6.1.2.1.2.2.1.10.4', integer(9))))
    assert.equal(readBy(snmp, counters).scanned, 0)
  })

  it('names every truncation and accepts any bytes', () => {
    for (const sample of [request, response, trapV1, plain]) {
      assert.deepEqual(silentTruncations(snmp, sample), [])
    }
    assertTotal(snmp, [request, response, trapV1, plain], 2000)
  })
})
