// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, fromHex, readBy, silentTruncations } from '../testing.ts'
import { nbns } from './index.ts'

/** First-level encoding: every half byte a letter. */
function folded(name: string, suffix: number): Uint8Array {
  const plain = bytesOf(name.padEnd(15), suffix)
  const letters = Array.from(plain).flatMap((byte) => [0x41 + (byte >> 4), 0x41 + (byte & 15)])
  return bytesOf(32, letters, 0)
}

const query = bytesOf(
  fromHex('0001 0110 0001 0000 0000 0000'),
  folded('OFFICE-PC', 0x20),
  fromHex('0020 0001'),
)

function registration(name: string, suffix: number, flags: string): Uint8Array {
  return bytesOf(
    fromHex('0001 2910 0001 0000 0000 0001'),
    folded(name, suffix),
    fromHex('0020 0001'),
    fromHex(`c00c 0020 0001 000493e0 0006 ${flags} c0000207`),
  )
}

const entry = (name: string, suffix: number, flags: string) =>
  bytesOf(name.padEnd(15), suffix, fromHex(flags))
const entries = bytesOf(
  entry('OFFICE-PC', 0x00, '0400'),
  entry('WORKS', 0x00, '8400'),
  entry('WORKS', 0x1d, '0400'),
)
const status = bytesOf(
  fromHex('0001 8400 0000 0001 0000 0000'),
  folded('*', 0),
  fromHex('0021 0001 00000000'),
  [0, 1 + entries.length + 6],
  3,
  entries,
  fromHex('020000000009'),
)

describe('nbns', () => {
  it('writes names with their suffix', () => {
    assert.deepEqual(factsNamed(readBy(nbns, query), 'nbns.query'), ['OFFICE-PC<20>'])
  })

  it('shows bytes that cannot be printed', () => {
    const wildcard = bytesOf(
      fromHex('0001 0110 0001 0000 0000 0000'),
      folded('*\0\0\0\0\0\0\0\0\0\0\0\0\0\0', 0),
      fromHex('0021 0001'),
    )
    assert.deepEqual(factsNamed(readBy(nbns, wildcard), 'nbns.query'), [`*${'<00>'.repeat(15)}`])
  })

  it('takes a registration as the name of the address in it', () => {
    const { facts } = readBy(nbns, registration('OFFICE-PC', 0, '0000'))
    const about = { ip: '192.0.2.7' }
    assert.deepEqual(facts, [
      { name: 'nbns.name', value: 'OFFICE-PC<00>', about },
      { name: 'hostname', value: 'OFFICE-PC', about },
    ])
  })

  it('takes a group name as the domain', () => {
    const read = readBy(nbns, registration('WORKS', 0, '8000'))
    assert.deepEqual(factsNamed(read, 'domain'), ['WORKS'])
    assert.deepEqual(factsNamed(read, 'hostname'), [])
  })

  it('reads a node status with its MAC address', () => {
    const read = readBy(nbns, status, { isFromServer: true })
    assert.deepEqual(factsNamed(read, 'hostname'), ['OFFICE-PC'])
    assert.deepEqual(factsNamed(read, 'domain'), ['WORKS'])
    assert.deepEqual(factsNamed(read, 'role_hint'), ['master-browser'])
    assert.deepEqual(read.bindings, [{ mac: '02:00:00:00:00:09', ip: '192.0.2.1' }])
    assert.deepEqual(read.oddities, [])
  })

  it('names every truncation and accepts any bytes', () => {
    for (const message of [query, registration('OFFICE-PC', 0, '0000'), status]) {
      assert.deepEqual(silentTruncations(nbns, message), [])
    }
    assertTotal(nbns, [query, registration('OFFICE-PC', 0, '0000'), status], 1500)
  })
})
