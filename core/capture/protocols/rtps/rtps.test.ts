// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { rtps } from './index.ts'

const name = bytesOf([0x62, 0, 12, 0, 6, 0, 0, 0], 'robot\0', [0, 0])
const data = bytesOf(new Uint8Array(20), [0, 3, 0, 0], name, [1, 0, 0, 0])
const message = bytesOf('RTPS', [2, 3, 1, 1], new Uint8Array(12), [0x15, 5, data.length, 0], data)

describe('rtps', () => {
  it('names participant and maker', () => {
    const { facts } = readBy(rtps, message)
    assert.deepEqual(Object.fromEntries(facts.map((fact) => [fact.name, fact.value])), {
      'rtps.vendor_id': '0x0101',
      'rtps.entity_name': 'robot',
    })
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(rtps, [message], 500)
    // Pings and bare headers are whole messages.
    assert.deepEqual(silentTruncations(rtps, message), [16, 17, 18, 19, 20])
  })
})
