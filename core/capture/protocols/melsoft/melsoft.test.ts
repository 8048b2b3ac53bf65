// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { melsoft, melsoftSearch, melsoftUdp } from './index.ts'

const message = (kind: number, code: number, ...data: (string | number[])[]) => {
  const body = bytesOf([0x1c, 8, 10, 8, 0, 0, 0, 0, 0, 0, 0, 0], [code >> 8, code & 255], ...data)
  return bytesOf(
    [kind, 0, 0, 0, 0, 0x11, 0x11, 7, 0, 0, 0xff, 0xff, 3, 0, 0, 0, 0, 0, 0],
    [body.length, 0],
    body,
  )
}
const answer = message(0xd7, 0x0401, [1, 1, 0, 0], 'Q03UDECPU'.padEnd(16))

describe('melsoft', () => {
  it('takes the model from the answer about the type', () => {
    for (const protocol of [melsoft, melsoftUdp]) {
      const read = readBy(protocol, answer)
      assert.deepEqual(factsNamed(read, 'model'), ['Q03UDECPU'])
      assert.deepEqual(factsNamed(read, 'vendor'), ['Mitsubishi Electric'])
    }
    const question = message(0x57, 0x0401, [1, 1])
    assert.deepEqual(readBy(melsoft, bytesOf(question, question)).codes, [0x0401, 0x0401])
  })

  it('knows a search and its answer', () => {
    assert.deepEqual(readBy(melsoftSearch, bytesOf([0x5a, 0, 0, 1])).codes, [0])
    const found = bytesOf([0xda, 0, 0, 1, 20, 0, 192, 0, 2, 1, 192, 0, 2, 9])
    assert.deepEqual(factsNamed(readBy(melsoftSearch, found), 'vendor'), ['Mitsubishi Electric'])
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(melsoft, [answer], 400)
    assertTotal(melsoftUdp, [answer], 400)
    assertTotal(melsoftSearch, [bytesOf([0x5a, 0, 0, 1])], 100)
    assert.deepEqual(silentTruncations(melsoft, answer), [])
    assert.deepEqual(silentTruncations(melsoftUdp, answer), [])
  })
})
