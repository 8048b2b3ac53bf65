// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy } from '../testing.ts'
import { gvcp } from './index.ts'

const start = new Uint8Array(72)
start.set([2, 0, 0, 0, 0, 5], 10)
start.set([192, 0, 2, 5], 36)
const filled = (text: string, length: number) => text.padEnd(length, '\0')
const found = bytesOf(
  [0, 0, 0, 3, 0, 0xf8, 0, 1],
  start,
  filled('Acme Vision', 32),
  filled('A-5', 32),
  [...bytesOf(filled('1.4.2', 32), filled('', 48), filled('00042', 16), filled('belt-left', 16))],
)

describe('gvcp', () => {
  it('takes identity from the answer to a search', () => {
    const read = readBy(gvcp, found, { isFromServer: true })
    assert.deepEqual(read.bindings, [{ mac: '02:00:00:00:00:05', ip: '192.0.2.5' }])
    const values = ['vendor', 'model', 'firmware', 'serial', 'hostname'] as const
    const said = values.flatMap((name) => factsNamed(read, name))
    assert.deepEqual(said, ['Acme Vision', 'A-5', '1.4.2', '00042', 'belt-left'])
  })

  it('names what changes a camera', () => {
    const force = bytesOf([0x42, 1, 0, 4, 0, 0, 0, 2])
    assert.deepEqual(readBy(gvcp, force).codes, [4])
    assert.equal(gvcp.operation?.(4).effect, 'configure')
    assert.equal(gvcp.operation?.(0x82).effect, 'write')
  })

  it('accepts any bytes', () => {
    assertTotal(gvcp, [found, bytesOf([0x42, 1, 0, 2, 0, 0, 0, 1])], 300)
    assert.equal(readBy(gvcp, found.subarray(0, 200)).isRecognised, false)
  })
})
