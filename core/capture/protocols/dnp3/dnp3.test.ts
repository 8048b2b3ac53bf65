// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { dnp3, dnp3Udp } from './index.ts'
import { check } from './link.ts'

const frame = (source: number, code: number) => {
  const head = bytesOf([5, 0x64, 8, 0xc4, 10, 0, source, 0])
  const sum = check(new DataView(head.buffer), 0, 8)
  return bytesOf(head, [sum & 255, sum >> 8], [0xc0, 0xc1, code], [0, 0])
}
const restart = frame(3, 13)

describe('dnp3', () => {
  // The link header of IEEE 1815's own example.
  it('knows the check', () => {
    const header = bytesOf([5, 0x64, 5, 0xc0, 1, 0, 0, 4])
    assert.equal(check(new DataView(header.buffer), 0, 8), 0x21e9)
  })

  it('names stations and functions', () => {
    const read = readBy(dnp3, restart)
    assert.deepEqual(read.facts, [{ name: 'dnp3.address', value: '3', about: 'sender' }])
    assert.deepEqual(
      read.codes.map((code) => dnp3.operation?.(code).effect),
      ['restart'],
    )
    assert.equal(readBy(dnp3, frame(3, 1)).isRecognised, true)
    assert.equal(readBy(dnp3, bytesOf([5, 0x64, 5, 0xc0, 1, 0, 0, 4, 0, 0])).isRecognised, false)
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(dnp3, [restart], 500)
    assertTotal(dnp3Udp, [restart], 500)
    assert.deepEqual(silentTruncations(dnp3, restart), [])
    assert.deepEqual(silentTruncations(dnp3Udp, restart), [])
  })
})
