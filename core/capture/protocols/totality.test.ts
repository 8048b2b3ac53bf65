// SPDX-License-Identifier: EUPL-1.2
// What holds for every protocol in the list, whoever wrote it.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { protocols } from './index.ts'
import { assertTotal, readBy } from './testing.ts'

// First bytes that get past the doors of most protocols, so that what follows is read too.
const starts = [
  '00',
  '01',
  '02',
  '10',
  '16',
  '30',
  '32',
  '45',
  '47',
  '60',
  '7e',
  '80',
  'a0',
  'ff',
].map((digits) => Number.parseInt(digits, 16))
const anything = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 120 }))
    .map(([first, rest]) => Uint8Array.from([first, ...rest])),
  // Small numbers: counts and lengths that fit.
  fc.array(fc.nat(12), { maxLength: 200 }).map((bytes) => Uint8Array.from(bytes)),
)

describe('every protocol', () => {
  for (const protocol of protocols) {
    it(`accepts any bytes: ${protocol.name} over ${protocol.carrier}`, () => {
      fc.assert(
        fc.property(anything, (bytes) => {
          assertTotal(protocol, [bytes.subarray(0, 40)], 0)
          assertTotal(protocol, [bytes], 2)
        }),
        { numRuns: 60 },
      )
    })

    it(`reads 64 kB of one byte in time: ${protocol.name} over ${protocol.carrier}`, () => {
      for (const byte of [0x00, 0x01, 0x0a, 0x20, 0x41, 0xc0, 0xff]) {
        const bytes = new Uint8Array(65_000).fill(byte)
        const before = performance.now()
        for (const isFromServer of [false, true]) readBy(protocol, bytes, { isFromServer })
        assert.ok(performance.now() - before < 2000, `byte ${byte}`)
      }
    })
  }

  it('has a name, and a way to be found, of its own', () => {
    for (const { name, carrier, ports, etherTypes, llc, roams, recognises } of protocols) {
      assert.match(name, /^[a-z][a-z0-9_]*$/)
      const isFound = ports ?? etherTypes ?? llc ?? (roams === true ? [] : undefined)
      assert.ok(isFound !== undefined, `${name} over ${carrier}`)
      assert.ok(roams !== true || recognises !== undefined, `${name} roams by no signature`)
    }
  })
})
