// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bytesOf, readBy } from '../testing.ts'
import { tls } from './index.ts'
import { volatileSpans } from './volatile.ts'

const u16 = (value: number) => [value >> 8, value & 0xff]
const sized = (content: Uint8Array | readonly number[]) => [...u16(content.length), ...content]
const record = (type: number, content: Uint8Array) => bytesOf(type, 3, 3, sized(content))
const handshake = (type: number, body: Uint8Array) => bytesOf(type, 0, u16(body.length), body)
const random = new Uint8Array(32).fill(9)

const key = [...u16(51), ...sized([0, 29, 0, 4, 5, 6, 7, 8])]
const ticket = [...u16(35), ...sized([1, 2, 3])]
const name = [...u16(0), ...sized([0, 5, 0, 0, 2, 0x61, 0x62])]
const version = [...u16(43), ...sized([2, 3, 4])]
const clientHello = record(
  22,
  handshake(
    1,
    bytesOf(
      [3, 3],
      random,
      [4, 1, 2, 3, 4],
      [0, 2, 0x13, 1],
      [1, 0],
      sized([...key, ...name, ...ticket, ...version]),
    ),
  ),
)
const chosen = [...u16(43), ...sized([3, 4])]
const serverHello = bytesOf(
  record(22, handshake(2, bytesOf([3, 3], random, [0], [0x13, 1, 0], sized([...key, ...chosen])))),
  record(20, bytesOf(1)),
  record(23, random),
)

function spansOf(bytes: Uint8Array): number[] {
  const spans = new Int32Array(16)
  const count = volatileSpans(new DataView(bytes.buffer), 0, bytes.length, spans)
  return [...spans.slice(0, Math.max(0, count) * 2)]
}

describe('what differs between hellos', () => {
  it('is random, session, keys, tickets and what is sealed', () => {
    assert.deepEqual(spansOf(clientHello), [11, 43, 44, 48, 60, 68, 83, 86])
    assert.deepEqual(spansOf(serverHello), [11, 43, 44, 44, 53, 61, 72, 73, 78, 110])
    assert.deepEqual(spansOf(record(23, random)), [])
  })

  it('changes nothing of what is recorded, whatever the bytes', () => {
    const change = fc.tuple(fc.nat(120), fc.nat(255))
    fc.assert(
      fc.property(
        fc.constantFrom(clientHello, serverHello),
        fc.array(change, { maxLength: 4 }),
        fc.array(fc.nat(255), { minLength: 1, maxLength: 8 }),
        fc.nat(130),
        (sample, changes, fill, length) => {
          const one = sample.slice(0, Math.max(44, length))
          for (const [at, value] of changes) if (at < one.length) one[at] = value
          const other = one.slice()
          const spans = spansOf(one)
          for (let index = 0; index < spans.length; index += 2) {
            const [from = 0, to = 0] = spans.slice(index, index + 2)
            assert.ok(from <= to && to <= one.length && from >= (spans[index - 1] ?? 0))
            for (let at = from; at < to; at += 1) other[at] = fill[at % fill.length] ?? 0
          }
          assert.equal(JSON.stringify(readBy(tls, other)), JSON.stringify(readBy(tls, one)))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
