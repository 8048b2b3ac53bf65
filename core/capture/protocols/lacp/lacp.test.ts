// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { lacp } from './index.ts'

const side = (kind: number, last: number, port: number) => [
  ...[kind, 20, 0x80, 0, 2, 0, 0, 0, 0, last],
  ...[0, 13, 0x80, 0, 0, port, 0x3d, 0, 0, 0],
]
const frame = bytesOf([1, 1], side(1, 7, 22), side(2, 9, 3))

describe('lacp', () => {
  it('names both ends of a bundle', () => {
    const read = readBy(lacp, frame)
    assert.deepEqual(read.scanLayers, ['lacp'])
    assert.deepEqual(
      read.facts.map(({ name, value }) => [name, value]),
      [
        ['lacp.system', '02:00:00:00:00:07 key 13 port 22'],
        ['lacp.partner', '02:00:00:00:00:09 key 13 port 3'],
      ],
    )
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(lacp, [frame, bytesOf([2, 1]), bytesOf([3, 1])], 300)
    assert.deepEqual(silentTruncations(lacp, frame), [])
  })
})
