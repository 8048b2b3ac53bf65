// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { hislip } from './index.ts'

const message = (kind: number, text: string) =>
  bytesOf('HS', [kind, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, text.length], text)
const question = message(7, '*IDN?\n')
const answer = message(7, 'Acme,PS-30,0,V1.2\n')

describe('hislip', () => {
  it('takes identity from the answer to its question only', () => {
    const notes = new Map<string, string>()
    assert.deepEqual(readBy(hislip, answer, { notes }).facts, [])
    assert.deepEqual(readBy(hislip, question, { notes }).codes, [7])
    const read = readBy(hislip, answer, { notes, isFromServer: true })
    assert.deepEqual(factsNamed(read, 'model'), ['PS-30'])
    assert.deepEqual(factsNamed(read, 'serial'), [])
    assert.deepEqual(factsNamed(read, 'firmware'), ['V1.2'])
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(hislip, [question, answer, message(0, '')], 300)
    assert.deepEqual(silentTruncations(hislip, answer), [])
  })
})
