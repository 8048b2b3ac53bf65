// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy } from '../testing.ts'
import { pcworx } from './index.ts'

const filled = (text: string, length: number) => text.padEnd(length, '\0')
const answer = bytesOf(
  [0x81, 6, 0, 172, ...new Uint8Array(26)],
  filled('ILC 330 ETH', 36),
  filled('3.95T', 13),
  filled('Mar  2 2012', 12),
  new Uint8Array(61),
  filled('2737193', 20),
)

describe('pcworx', () => {
  it('takes type, software and order number of a controller', () => {
    const { facts } = readBy(pcworx, answer, { isFromServer: true })
    assert.deepEqual(Object.fromEntries(facts.map(({ name, value }) => [name, value])), {
      vendor: 'Phoenix Contact',
      model: 'ILC 330 ETH',
      firmware: '3.95T',
      'pcworx.firmware_date': 'Mar  2 2012',
      order_number: '2737193',
    })
  })

  it('accepts any bytes, and no answer of another form', () => {
    assertTotal(pcworx, [answer, bytesOf([1, 1, 0, 8, 0, 0, 0, 0])], 300)
    assert.deepEqual(readBy(pcworx, bytesOf([0x81, 6, 0, 172], new Uint8Array(168))).facts, [])
    assert.deepEqual(readBy(pcworx, answer.subarray(0, 6)).oddities, ['truncated'])
  })
})
