// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy } from '../testing.ts'
import { mysql } from './index.ts'

const greeting = bytesOf([30, 0, 0, 0, 10], '8.0.35', new Uint8Array(23))

describe('mysql', () => {
  it('reads the version of a greeting, whole or cut', () => {
    const read = readBy(mysql, greeting, { isFromServer: true })
    assert.ok(read.isRecognised)
    assert.deepEqual(factsNamed(read, 'server_software'), ['MySQL 8.0.35'])
    assert.equal(readBy(mysql, greeting.subarray(0, 20), { isFromServer: true }).consumed, 0)
    const cut = readBy(mysql, greeting.subarray(0, 20), { isFromServer: true, isCut: true })
    assert.deepEqual(cut.oddities, ['truncated'])
    assert.deepEqual(readBy(mysql, greeting).facts, [])
  })

  it('takes any bytes', () => {
    assertTotal(mysql, [greeting], 500)
  })
})
