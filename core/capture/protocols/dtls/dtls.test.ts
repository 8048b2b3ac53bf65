// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { dtls } from './index.ts'

const zeros = (count: number) => Array(count).fill(0)
const u16 = (value: number) => [value >> 8, value & 0xff]
const record = (content: Uint8Array, epoch = 0) =>
  bytesOf([22, 0xfe, 0xff, 0, epoch], zeros(6), u16(content.length), content)
const piece = (type: number, length: number, offset: number, bytes: Uint8Array) =>
  bytesOf([type, 0, ...u16(length), 0, 0, 0], u16(offset), [0], u16(bytes.length), bytes)

// Session and cookie of a few bytes stand before the ciphers.
const body = bytesOf([0xfe, 0xfd], zeros(32), [0, 3, 7, 7, 7], [0, 2, 0xc0, 0x2b, 1, 0], [0, 0])
const hello = record(piece(1, body.length, 0, body))
const name = bytesOf([0x06, 3, 0x55, 4, 3, 12, 5], 'gate7')
const certificate = record(piece(11, 900, 120, bytesOf(zeros(20), name, zeros(9))))

describe('dtls', () => {
  it('reads a hello with its cookie', () => {
    const read = readBy(dtls, hello)
    assert.ok(read.isRecognised)
    assert.deepEqual(factsNamed(read, 'tls.client_version'), ['DTLS 1.2'])
    assert.equal(factsNamed(read, 'ja4')[0]?.slice(0, 10), 'dd2i010000')
  })

  it('reads names in a piece of a certificate, and leaves encrypted records alone', () => {
    const read = readBy(dtls, certificate, { isFromServer: true })
    assert.deepEqual(factsNamed(read, 'tls.certificate_string'), ['gate7'])
    assert.deepEqual(readBy(dtls, record(body, 1)).facts, [])
  })

  it('names every truncation and takes any bytes', () => {
    assert.deepEqual(silentTruncations(dtls, hello), [])
    assertTotal(dtls, [hello, certificate, bytesOf(hello, certificate)], 300)
  })
})
