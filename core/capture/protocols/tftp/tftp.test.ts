// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { tftp } from './index.ts'

const write = bytesOf(fromHex('0002'), 'drive/firmware.bin', 0, 'octet', 0)
const failure = bytesOf(fromHex('0005 0002'), 'No such file', 0)
const firstBlock = bytesOf(fromHex('0003 0001'), new Uint8Array(512))
const onPort = { destination: { port: 69 } }

describe('tftp', () => {
  it('keeps the file and whether it is written', () => {
    const read = readBy(tftp, write)
    assert.deepEqual(factsNamed(read, 'tftp.file'), ['drive/firmware.bin'])
    assert.deepEqual(
      read.codes.map((code) => tftp.operation?.(code)),
      [{ name: 'write_request', effect: 'write' }],
    )
  })

  it('finds transfers, which use ports of their own, by how they open', () => {
    const isFound = (bytes: Uint8Array) => readBy(tftp, bytes).isRecognised
    assert.equal(isFound(firstBlock), true)
    assert.equal(isFound(firstBlock.subarray(0, 515)), false)
    assert.equal(isFound(fromHex('0004 0000')), true)
    assert.equal(isFound(fromHex('0004 0001')), false)
    assert.equal(isFound(bytesOf(fromHex('0006'), 'blksize', 0, '1428', 0)), true)
    assert.equal(isFound(write), false)
    assert.equal(readBy(tftp, write, onPort).isRecognised, true)
  })

  it('names every truncation of a request and an error, and accepts any bytes', () => {
    assert.deepEqual(silentTruncations(tftp, failure, onPort), [])
    // Where the first text ends, another could have followed: the mode is then missing.
    assert.deepEqual(silentTruncations(tftp, write, onPort), [])
    assertTotal(tftp, [write, failure, firstBlock.subarray(0, 20)], 2000)
  })
})
