// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { crc32 as known } from 'node:zlib'
import fc from 'fast-check'
import { crc32 } from './crc32.ts'

it('is the checksum of zip, of any bytes at any place', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(5), (bytes, from) => {
      assert.equal(crc32(bytes.subarray(from)), known(bytes.subarray(from)))
    }),
  )
})
