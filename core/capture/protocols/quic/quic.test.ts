// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy } from '../testing.ts'
import { quic } from './index.ts'

const initial = (version: readonly number[]) =>
  bytesOf([0xc3], version, [8, 1, 2, 3, 4, 5, 6, 7, 8, 0], new Uint8Array(40))

describe('quic', () => {
  it('reads the version of a long header', () => {
    const rows = [
      [[0, 0, 0, 1], 'QUIC 1'],
      [[0x6b, 0x33, 0x43, 0xcf], 'QUIC 2'],
      [[0xff, 0, 0, 29], '0xff00001d'],
    ] as const
    for (const [version, name] of rows) {
      const read = readBy(quic, initial(version))
      assert.ok(read.isRecognised)
      assert.deepEqual(factsNamed(read, 'quic.version'), [name])
    }
    assert.equal(readBy(quic, initial([0, 0, 0, 9])).isRecognised, false)
  })

  it('counts short headers and refuses the rest', () => {
    assert.equal(readBy(quic, new Uint8Array(40).fill(0x41)).scanned, 0)
    assert.equal(readBy(quic, new Uint8Array(40)).scanned, -1)
  })

  it('takes any bytes', () => {
    assertTotal(quic, [initial([0, 0, 0, 1])], 500)
  })
})
