// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy } from '../testing.ts'
import { isakmp } from './index.ts'

const vendor = bytesOf([0, 0, 0, 20], fromHex('12f5f28c457168a9702d9fe274cc0100'))
const message = (version: number, exchange: number, next: number, body: Uint8Array) =>
  bytesOf(
    [1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0, next, version, exchange, 0, 0, 0, 0, 0],
    [0, 0, 0, 28 + body.length],
    body,
  )
const aggressive = message(0x10, 4, 13, vendor)
const second = message(0x20, 34, 43, vendor)

describe('isakmp', () => {
  it('reads version and maker, and names the weak exchange', () => {
    const read = readBy(isakmp, aggressive)
    assert.ok(read.isRecognised)
    assert.deepEqual(read.scanLayers, ['isakmp'])
    assert.deepEqual(factsNamed(read, 'isakmp.version'), ['IKEv1'])
    assert.deepEqual(factsNamed(read, 'isakmp.vendor_id'), ['Cisco Unity'])
    assert.deepEqual(
      read.events.map((event) => event.name),
      ['remote_access', 'old_version', 'weak_authentication'],
    )
    assert.equal(readBy(isakmp, second).events.length, 1)
    assert.deepEqual(factsNamed(readBy(isakmp, second), 'isakmp.version'), ['IKEv2'])
  })

  it('tells what passes through a translator', () => {
    assert.deepEqual(readBy(isakmp, bytesOf([0, 0, 0, 0], second)).scanLayers, [
      'udpencap',
      'isakmp',
    ])
    assert.deepEqual(readBy(isakmp, Uint8Array.of(0xff)).scanLayers, ['udpencap'])
    const tunnel = new Uint8Array(40).fill(0x77)
    assert.deepEqual(readBy(isakmp, tunnel).scanLayers, ['udpencap', 'esp'])
    assert.equal(readBy(isakmp, tunnel).isRecognised, false)
    assert.ok(readBy(isakmp, tunnel, { destination: { port: 4500 } }).isRecognised)
  })

  it('names what is cut and takes any bytes', () => {
    assert.deepEqual(readBy(isakmp, aggressive.subarray(0, 40)).oddities, ['truncated'])
    assertTotal(isakmp, [aggressive, second, bytesOf([0, 0, 0, 0], second)], 300)
  })
})
