// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { Clock } from './instants.ts'

describe('instants', () => {
  it('are written as Date writes them, in whatever order', () => {
    const clock = new Clock()
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 253_402_300_799_000 }), (ms) => {
        assert.equal(clock.text(ms / 1000), new Date(Math.round(ms)).toISOString())
      }),
      { numRuns: 2000 },
    )
    assert.equal(clock.text(1_750_000_000.9996), '2025-06-15T15:06:41.000Z')
  })

  it('are unknown when they cannot be', () => {
    for (const epochS of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 253_402_300_800]) {
      assert.equal(new Clock().text(epochS), null)
    }
  })
})
