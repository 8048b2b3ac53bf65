// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  base64,
  base64url,
  bigintOf,
  bytesOfBigint,
  fromBase64,
  fromBase64url,
  utf8Bytes,
  utf8Text,
} from './index.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function platformText(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

describe('UTF-8', () => {
  it('reads and refuses what the platform’s strict decoder does', () => {
    const nearlyText = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc.array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xf0, 0xf4, 0xf5), {
        maxLength: 8,
      }),
    )
    fc.assert(
      fc.property(nearlyText, (raw) => {
        const bytes = Uint8Array.from(raw)
        assert.equal(utf8Text(bytes), platformText(bytes))
      }),
      { numRuns: 3000 },
    )
  })

  it('writes what it reads, and nothing for half a pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = utf8Bytes(text)
        assert.deepEqual(bytes, new TextEncoder().encode(text))
        assert.equal(bytes && utf8Text(bytes), text)
      }),
    )
    assert.equal(utf8Bytes('a\ud800'), undefined)
    assert.equal(utf8Bytes('\udc00b'), undefined)
    assert.equal(utf8Text(new TextEncoder().encode('é'.repeat(10_000))), 'é'.repeat(10_000))
  })
})

describe('base64', () => {
  it('agrees with the platform, both alphabets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        assert.equal(base64(bytes), Buffer.from(bytes).toString('base64'))
        assert.equal(base64url(bytes), Buffer.from(bytes).toString('base64url'))
        assert.deepEqual(fromBase64(base64(bytes)), bytes)
        assert.deepEqual(fromBase64url(base64url(bytes)), bytes)
      }),
    )
  })

  it('reads one text for the same bytes and no other', () => {
    const letters = fc.constantFrom(...'AB/+_-=Zz09 \n'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 9 }), (text) => {
        const bytes = fromBase64(text)
        if (bytes !== undefined) assert.equal(base64(bytes), text)
        const forUrl = fromBase64url(text)
        if (forUrl !== undefined) assert.equal(base64url(forUrl), text)
      }),
      { numRuns: 3000 },
    )
    for (const text of ['AB==', 'AAB=', 'A===', '====', 'AA=A', 'QQ', 'QQ==\n', 'é'])
      assert.equal(fromBase64(text), undefined, text)
    assert.equal(fromBase64url('QR'), undefined)
  })
})

describe('numbers as bytes', () => {
  it('come back, filled up in front, and say when they do not fit', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 90n }), (value) => {
        const bytes = bytesOfBigint(value, 12)
        assert.equal(bytes && bigintOf(bytes), value)
      }),
    )
    assert.equal(bytesOfBigint(256n, 1), undefined)
    assert.equal(bytesOfBigint(-1n, 1), undefined)
  })
})
