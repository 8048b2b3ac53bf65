// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { iec104 } from './index.ts'

const command = bytesOf([0x68, 14, 0, 0, 0, 0, 45, 1, 6, 0, 12, 0, 1, 0, 0, 1])
const startData = bytesOf([0x68, 4, 7, 0, 0, 0])

describe('iec60870_104', () => {
  it('names commands, also behind other frames', () => {
    const { codes } = readBy(iec104, bytesOf(startData, command))
    assert.deepEqual(
      codes.map((code) => iec104.operation?.(code)),
      [{ name: 'single_command', effect: 'write' }],
    )
  })

  it('names the station that answers', () => {
    const { facts } = readBy(iec104, command, { isFromServer: true })
    assert.deepEqual(facts, [{ name: 'iec60870_104.common_address', value: '12', about: 'sender' }])
  })

  it('refuses what only begins alike', () => {
    assert.equal(readBy(iec104, bytesOf('GET / HTTP/1.1')).scanned, -1)
    assert.equal(readBy(iec104, bytesOf([0x68, 200, 1, 0, 3, 4])).scanned, -1)
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(iec104, [command, startData], 500)
    assert.deepEqual(silentTruncations(iec104, command), [])
    assert.deepEqual(silentTruncations(iec104, command, { isCut: true }), [])
  })
})
