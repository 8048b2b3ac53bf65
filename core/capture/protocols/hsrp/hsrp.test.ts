// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy } from '../testing.ts'
import { hsrp } from './index.ts'

const first = bytesOf([0, 0, 16, 3, 10, 100, 7, 0], 'cisco\0\0\0', [10, 0, 0, 1])
const group = new Uint8Array(40)
group.set([2, 0, 6, 4, 0, 9])
group.set([10, 0, 0, 254], 24)
const second = bytesOf([1, 40], group, [3, 8], 'secret12')

describe('hsrp', () => {
  it('names the group and the shared address', () => {
    const read = readBy(hsrp, first)
    assert.deepEqual(factsNamed(read, 'hsrp.group'), ['7'])
    assert.deepEqual(factsNamed(read, 'hsrp.virtual_address'), ['10.0.0.1'])
    assert.deepEqual(read.events[0]?.detail, { method: 'text', default: 'yes' })
    const newer = readBy(hsrp, second)
    assert.deepEqual(factsNamed(newer, 'hsrp.virtual_address'), ['10.0.0.254'])
    assert.deepEqual(newer.events[0]?.detail, { method: 'text', default: 'no' })
  })

  it('never shows the word', () => {
    assert.ok(!JSON.stringify(readBy(hsrp, second)).includes('secret12'))
  })

  it('accepts any bytes', () => {
    assertTotal(hsrp, [first, second], 400)
    assert.deepEqual(readBy(hsrp, first.subarray(0, 12)).oddities, ['truncated'])
    assert.deepEqual(readBy(hsrp, second.subarray(0, 48)).oddities, ['truncated'])
  })
})
