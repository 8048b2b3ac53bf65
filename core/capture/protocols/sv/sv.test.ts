// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { sv } from './index.ts'

const field = (tag: number, value: string | number[] | Uint8Array) =>
  bytesOf([tag, value.length], value)
const unit = field(
  0x30,
  bytesOf(field(0x80, 'MU01'), field(0x82, [0, 1]), field(0x87, [0, 0, 0, 1])),
)
const pdu = field(0x60, bytesOf(field(0x80, [1]), field(0xa2, unit)))
const frame = bytesOf([0x40, 1, 0, pdu.length + 8, 0, 0, 0, 0], pdu)

describe('sv', () => {
  it('names the stream and its application', () => {
    assert.deepEqual(
      readBy(sv, frame).facts.map(({ name, value }) => [name, value]),
      [
        ['sv.appid', '0x4001'],
        ['sv.id', 'MU01'],
      ],
    )
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(sv, [frame], 400)
    assert.deepEqual(silentTruncations(sv, frame), [])
  })
})
