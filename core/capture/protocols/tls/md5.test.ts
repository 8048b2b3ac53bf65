// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { hex } from '@schouw/core/kernel'
import fc from 'fast-check'
import { md5 } from './md5.ts'

describe('md5', () => {
  it('gives the digests of RFC 1321', () => {
    const vectors = [
      ['', 'd41d8cd98f00b204e9800998ecf8427e'],
      ['abc', '900150983cd24fb0d6963f7d28e17f72'],
      ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
      ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
    ] as const
    for (const [text, digest] of vectors) {
      assert.equal(hex(md5(new TextEncoder().encode(text))), digest)
    }
  })

  it('agrees with the platform for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        assert.equal(hex(md5(bytes)), createHash('md5').update(bytes).digest('hex'))
      }),
    )
  })
})
