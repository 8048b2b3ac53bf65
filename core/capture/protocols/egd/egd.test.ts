// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { egd } from './index.ts'

const message = bytesOf([0x0d, 1, 0, 0, 10, 0, 0, 7, 0x7b, 0, 0, 0], new Uint8Array(20), 'abcd')

describe('egd', () => {
  it('names producer and exchange', () => {
    const { facts } = readBy(egd, message)
    assert.deepEqual(
      facts.map(({ value }) => value),
      ['10.0.0.7', '0x0000007b'],
    )
  })

  it('accepts any bytes and names a cut within the header', () => {
    assertTotal(egd, [message], 300)
    assert.deepEqual(silentTruncations(egd, message.slice(0, 32)), [])
  })
})
