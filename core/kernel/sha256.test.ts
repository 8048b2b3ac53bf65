// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { hex, Sha256, sha256 } from './sha256.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('sha256', () => {
  it('gives the digests of FIPS 180-4', () => {
    const vectors = [
      ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
      [
        'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
        '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
      ],
    ] as const
    for (const [text, digest] of vectors) assert.equal(hex(sha256(bytesOf(text))), digest)
    assert.equal(
      hex(sha256(bytesOf('a'.repeat(1_000_000)))),
      'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
    )
  })

  it('is the same in any pieces, and the same as the platform’s', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
        const digest = new Sha256()
        const peer = createHash('sha256')
        for (const piece of pieces) {
          digest.update(piece)
          peer.update(piece)
        }
        assert.equal(hex(digest.digest()), peer.digest('hex'))
      }),
    )
  })

  it('pads rightly at every length around a block', () => {
    for (let length = 0; length <= 130; length += 1) {
      const bytes = new Uint8Array(length).fill(length)
      assert.equal(hex(sha256(bytes)), createHash('sha256').update(bytes).digest('hex'))
    }
  })
})
