// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { geSrtp } from './index.ts'

const mailbox = (type: number, message: number, code: number, text = '') => {
  const bytes = new Uint8Array(56)
  bytes[0] = type
  bytes[4] = text.length
  bytes[31] = message
  bytes[message === 0x80 ? 50 : 42] = code
  return bytesOf(bytes, text)
}
const stop = mailbox(2, 0xc0, 0x23)
const load = mailbox(2, 0x80, 0x40, 'block')
const answer = mailbox(3, 0xd4, 0)

describe('ge_srtp', () => {
  it('names what is asked of a controller, and its maker', () => {
    assert.deepEqual(readBy(geSrtp, bytesOf(stop, load)).codes, [0x23, 0x40])
    assert.equal(geSrtp.operation?.(0x40).effect, 'download')
    assert.deepEqual(factsNamed(readBy(geSrtp, answer), 'vendor'), ['GE'])
    assert.equal(readBy(geSrtp, new Uint8Array(56)).isRecognised, true)
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(geSrtp, [stop, load, answer], 300)
    assert.deepEqual(silentTruncations(geSrtp, load), [])
  })
})
