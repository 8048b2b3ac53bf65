// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { synphasor, synphasorUdp } from './index.ts'

const configuration = bytesOf(
  [0xaa, 0x31, 0, 40, 0, 7],
  new Uint8Array(8),
  [0, 0, 0, 1, 0, 1],
  'Substation 9'.padEnd(16),
  [0, 0, 0, 0],
)

describe('synphasor', () => {
  it('names station and number', () => {
    const { facts, scanned } = readBy(synphasor, configuration)
    assert.deepEqual(
      facts.map(({ value }) => value),
      ['7', 'Substation 9'],
    )
    assert.equal(scanned, 1)
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(synphasorUdp, [configuration], 500)
    assert.deepEqual(silentTruncations(synphasor, configuration), [])
  })
})
