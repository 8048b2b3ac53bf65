// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { shapeOf } from '../flows/shapes.ts'
import { protocols } from '../protocols/index.ts'
import { bytesOf } from '../protocols/testing.ts'
import { inspected } from '../testing.ts'
import { unknownTraffic } from './unknown.ts'

const shape = (...pieces: (string | number[])[]) => {
  const bytes = bytesOf(...pieces)
  return shapeOf(new DataView(bytes.buffer), 0, bytes.length)
}

describe('unknown protocols', () => {
  it('are named by a word in front, or by where zeros stand', () => {
    assert.equal(shape('HELO factory 7'), 'text HELO')
    assert.equal(shape('helo other words'), 'text HELO')
    assert.equal(shape('Hi', [0]), 'bytes xx0')
    assert.equal(shape([1, 0, 0, 7, 9, 9, 0, 1, 1]), 'bytes x00xxx0x')
    assert.equal(shape([]), 'bytes ')
  })

  it('are counted with all their packets, and say where they were seen first', () => {
    const frames = [datagram(40_001, 7, 1), datagram(40_001, 9, 2), datagram(50_001, 5, 3)]
    const { observations } = inspected([pcapOf(frames)], { protocols })
    const { list, leftOut } = unknownTraffic(observations)
    assert.equal(leftOut, 0)
    assert.deepEqual(
      list.map(({ fingerprint, packets, frame }) => [fingerprint, packets, frame]),
      [
        ['udp/40001 bytes xx00xx', 2, 1],
        ['udp/* bytes xx00xx', 1, 3],
      ],
    )
  })
})

/** To a port, from a client on a port below all others. */
function datagram(port: number, value: number, client: number): Uint8Array {
  const payload = [0x91, value, 0, 0, 0x77, 0x66]
  const udp = [0x75, 0x30 + client, port >> 8, port & 255, 0, 8 + payload.length, 0, 0, ...payload]
  const ip = [0x45, 0, 0, 20 + udp.length, 0, 0, 0, 0, 64, 17, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2]
  return bytesOf([2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0], ip, udp)
}

function pcapOf(frames: readonly Uint8Array[]): Uint8Array {
  const header = [
    0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0,
  ]
  const records = frames.flatMap((frame) => {
    const length = [frame.length, 0, 0, 0]
    return [...[1, 0, 0, 0, 0, 0, 0, 0], ...length, ...length, ...frame]
  })
  return bytesOf(header, records)
}
