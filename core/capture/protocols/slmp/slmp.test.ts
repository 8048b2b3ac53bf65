// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { slmp, slmpUdp } from './index.ts'

const route = [0, 0xff, 0xff, 3, 0]
const request = (command: number, ...data: number[]) =>
  bytesOf([0x50, 0], route, [6 + data.length, 0, 16, 0, command & 255, command >> 8, 0, 0], data)
const answer = (...data: (string | number[])[]) => {
  const body = bytesOf([0, 0], ...data)
  return bytesOf([0xd0, 0], route, [body.length, 0], body)
}
const typeName = answer('Q03UDVCPU'.padEnd(16), [0x66, 3])
const long = bytesOf([0x54, 0, 7, 0, 0, 0], route, [6, 0, 16, 0, 0x02, 0x10, 1, 0])

describe('slmp', () => {
  it('takes the model from the answer to its question, and from no other', () => {
    for (const protocol of [slmp, slmpUdp]) {
      const notes = new Map<string, string>()
      assert.deepEqual(readBy(protocol, typeName, { notes }).facts, [])
      assert.deepEqual(readBy(protocol, request(0x0101), { notes }).codes, [0x0101])
      const { facts } = readBy(protocol, typeName, { notes, isFromServer: true })
      assert.deepEqual(
        facts.map(({ name, value }) => [name, value]),
        [
          ['vendor', 'Mitsubishi Electric'],
          ['model', 'Q03UDVCPU'],
        ],
      )
    }
  })

  it('names a stop, in frames with a number too', () => {
    assert.deepEqual(readBy(slmp, bytesOf(long, long)).codes, [0x1002, 0x1002])
    assert.equal(slmp.operation?.(0x1002).effect, 'stop')
    assert.equal(slmp.operation?.(0x4711).name, 'command_4711')
  })

  it('takes no other bytes for its own', () => {
    assert.equal(readBy(slmp, bytesOf('P\0ST /index HTTP/1.1')).isRecognised, false)
    assert.equal(readBy(slmpUdp, bytesOf(typeName, [1])).isRecognised, false)
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(slmp, [request(0x0101), typeName, long], 400)
    assertTotal(slmpUdp, [request(0x0101), typeName, long], 400)
    assert.deepEqual(silentTruncations(slmp, typeName), [])
    assert.deepEqual(silentTruncations(slmpUdp, typeName), [])
  })
})
