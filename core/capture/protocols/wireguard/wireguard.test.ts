// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy } from '../testing.ts'
import { wireguard } from './index.ts'

const packet = (type: number, size: number) => {
  const bytes = new Uint8Array(size).fill(0x5a)
  bytes.set([type, 0, 0, 0])
  if (type === 4) bytes.set([9, 0, 0, 0, 0, 0, 0, 0], 8)
  return bytes
}
const discovery = bytesOf('TS💬', new Uint8Array(60))

describe('wireguard', () => {
  it('knows the four messages by their sizes', () => {
    const rows = [
      [1, 148, true],
      [1, 147, false],
      [2, 92, true],
      [3, 64, true],
      [4, 32, true],
      [4, 31, false],
      [4, 48, true],
      [4, 40, false],
      [5, 64, false],
    ] as const
    for (const [type, size, isOurs] of rows) {
      const read = readBy(wireguard, packet(type, size))
      assert.equal(read.isRecognised, isOurs, `type ${type}, ${size} bytes`)
    }
  })

  it('counts data that fill the path, without padding, once the tunnel is known', () => {
    const read = readBy(wireguard, packet(4, 1439))
    assert.equal(read.isRecognised, false)
    assert.deepEqual(read.scanLayers, ['wireguard'])
    assert.equal(readBy(wireguard, packet(5, 64)).scanned, -1)
  })

  it('does not take another protocol that begins with 4 for data', () => {
    const call = bytesOf([4, 0, 0, 0, 0x10, 0, 0, 0], new Uint8Array(72).fill(1))
    assert.equal(readBy(wireguard, call).isRecognised, false)
  })

  it('tells Tailscale by its discovery', () => {
    const read = readBy(wireguard, discovery)
    assert.deepEqual(read.scanLayers, ['tailscale'])
    assert.equal(read.events[0]?.detail['tool'], 'Tailscale')
  })

  it('takes any bytes', () => {
    assertTotal(wireguard, [packet(1, 148), packet(4, 48), discovery], 300)
  })
})
