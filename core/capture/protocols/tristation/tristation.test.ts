// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy } from '../testing.ts'
import { tristation } from './index.ts'

const message = (kind: number, ...content: number[]) =>
  bytesOf([kind, 0, content.length, 0], content, [0x50, 0x10])
const halt = message(5, 0, 0, 0x15, 0, 0, 0, 0x27, 0, 10, 0)
const status = message(5, 1, 1, 0x6c, 0, 0, 0, 0x3d, 0x18, 10, 0)

describe('tristation', () => {
  it('names what is asked of a safety controller, and who answers', () => {
    assert.deepEqual(readBy(tristation, halt).codes, [0x15])
    assert.equal(tristation.operation?.(0x15).effect, 'stop')
    assert.deepEqual(readBy(tristation, message(1)).codes, [0x101])
    const answer = readBy(tristation, status, { isFromServer: true })
    assert.deepEqual(answer.codes, [])
    assert.deepEqual(factsNamed(answer, 'vendor'), ['Triconex'])
  })

  it('takes no other bytes for its own', () => {
    assert.equal(readBy(tristation, bytesOf([5, 0, 2, 0], 'a long text')).isRecognised, false)
  })

  it('accepts any bytes', () => {
    assertTotal(tristation, [halt, status, message(1)], 300)
    assert.deepEqual(readBy(tristation, halt.subarray(0, 5)).oddities, ['truncated'])
  })
})
