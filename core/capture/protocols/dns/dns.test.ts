// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { dns, dnsOverTcp } from './index.ts'
import { readMessage } from './message.ts'
import { reversedAddress } from './records.ts'

const question = bytesOf(3, 'plc', 7, 'example', 0)
const query = bytesOf(fromHex('1234 0100 0001 0000 0000 0000'), question, fromHex('0001 0001'))

/** plc.example is an alias of cell4.example (pointer into the question), which has an address. */
const answer = bytesOf(
  fromHex('1234 8180 0001 0002 0000 0000'),
  question,
  fromHex('0001 0001'),
  fromHex('c00c 0005 0001 0000003c 0008'),
  bytesOf(5, 'cell4', fromHex('c010')),
  fromHex('c029 0001 0001 0000003c 0004 c0000207'),
)

const onPort = { destination: { port: 53 } }

describe('dns', () => {
  it('keeps what a client asks for', () => {
    assert.deepEqual(factsNamed(readBy(dns, query), 'dns.query'), ['plc.example'])
  })

  it('gives an address every name that led to it', () => {
    const { facts, oddities } = readBy(dns, answer, { isFromServer: true })
    assert.deepEqual(
      facts.filter((fact) => fact.name === 'dns.name'),
      [
        { name: 'dns.name', value: 'cell4.example', about: { ip: '192.0.2.7' } },
        { name: 'dns.name', value: 'plc.example', about: { ip: '192.0.2.7' } },
      ],
    )
    assert.deepEqual(oddities, [])
  })

  it('learns the domain from a search for its controllers', () => {
    const name = ['_ldap', '_tcp', 'dc', '_msdcs', 'works', 'example'].flatMap((label) => [
      label.length,
      label,
    ])
    const search = bytesOf(
      fromHex('1234 0100 0001 0000 0000 0000'),
      ...name,
      fromHex('00 0021 0001'),
    )
    assert.deepEqual(factsNamed(readBy(dns, search), 'domain'), ['works.example'])
  })

  it('refuses pointers that do not lead back', () => {
    const header = fromHex('1234 0100 0001 0000 0000 0000')
    for (const pointer of ['c00c', 'c00e', 'c0ff', '0161c00c']) {
      const message = bytesOf(header, fromHex(pointer), fromHex('0001 0001'))
      assert.deepEqual(readBy(dns, message).oddities, ['compression-loop'], pointer)
    }
  })

  it('names a label type that does not exist', () => {
    const message = bytesOf(fromHex('1234 0100 0001 0000 0000 0000'), 0x41, 'a')
    assert.deepEqual(readBy(dns, message).oddities, ['label-type-unknown'])
  })

  it('takes names of 255 octets and no longer', () => {
    const label = (size: number) => bytesOf(size, 'x'.repeat(size))
    const header = fromHex('1234 0100 0001 0000 0000 0000')
    const tail = fromHex('00 0001 0001')
    const full = bytesOf(header, label(63), label(63), label(63), label(61), tail)
    assert.deepEqual(readBy(dns, full).oddities, [])
    const over = bytesOf(header, label(63), label(63), label(63), label(62), tail)
    assert.deepEqual(readBy(dns, over).oddities, ['name-too-long'])
  })

  it('bounds the work a message can ask for', () => {
    const records = bytesOf(...Array.from({ length: 600 }, () => fromHex('0000010001000000000000')))
    const message = bytesOf(fromHex('1234 8000 0000 0258 0000 0000'), records)
    assert.deepEqual(readBy(dns, message).oddities, ['records-left-out'])
    const read = readMessage(
      { bytes: message, view: new DataView(message.buffer) },
      0,
      message.length,
    )
    assert.equal(read.records.length, 512)
  })

  it('is found on other ports by a whole plain question only', () => {
    const isFound = (message: Uint8Array) => readBy(dns, message).isRecognised
    assert.equal(isFound(query), true)
    assert.equal(isFound(answer), false)
    assert.equal(isFound(query.subarray(0, query.length - 1)), false)
    assert.equal(isFound(bytesOf(query, 0)), false)
    assert.equal(readBy(dns, answer, { source: { port: 53 } }).isRecognised, true)
  })

  it('reads messages with their length before them over TCP', () => {
    const framed = (message: Uint8Array) => bytesOf([0, message.length], message)
    const both = bytesOf(framed(query), framed(answer))
    const read = readBy(dnsOverTcp, both)
    assert.deepEqual(factsNamed(read, 'dns.query'), ['plc.example'])
    assert.equal(factsNamed(read, 'dns.name').length, 2)
    assert.equal(readBy(dnsOverTcp, both.subarray(0, 50)).consumed, query.length + 2)
    assertTotal(dnsOverTcp, [both], 2000)
  })

  it('reads reversed addresses', () => {
    assert.equal(reversedAddress('7.2.0.192.in-addr.arpa'), '192.0.2.7')
    assert.equal(reversedAddress('2.0.192.in-addr.arpa'), undefined)
    assert.equal(reversedAddress('7.2.0.256.in-addr.arpa'), undefined)
    const digits = 'fe800000000000000000000000000001'.split('').reverse().join('.')
    assert.equal(reversedAddress(`${digits}.ip6.arpa`), 'fe80::1')
    assert.equal(reversedAddress(`${digits.slice(2)}.ip6.arpa`), undefined)
    assert.equal(reversedAddress(`g${digits.slice(1)}.ip6.arpa`), undefined)
  })

  it('names every truncation', () => {
    assert.deepEqual(silentTruncations(dns, query, onPort), [])
    assert.deepEqual(silentTruncations(dns, answer, onPort), [])
  })

  it('accepts any bytes', () => {
    assertTotal(dns, [query, answer], 2000)
  })
})
