// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, fromHex, readBy, silentTruncations } from '../testing.ts'
import { sbus } from './index.ts'

const request = fromHex('0000000d 01 00 0001 00 0a 20 5318')

describe('sbus', () => {
  it('counts what has its own length', () => {
    assert.equal(readBy(sbus, request).scanned, 0)
    assert.equal(readBy(sbus, request.slice(0, 12)).scanned, -1)
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(sbus, [request], 500)
    assert.deepEqual(silentTruncations(sbus, request), [])
  })
})
