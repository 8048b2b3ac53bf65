// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { openProtocol } from './index.ts'

const message = (number: number, revision: number, data = '') => {
  const head = String(number).padStart(4, '0') + String(revision).padStart(3, '0')
  const text = head.padEnd(16) + data
  return bytesOf(String(text.length + 4).padStart(4, '0') + text, [0])
}
const field = (number: string, text: string, length: number) => number + text.padEnd(length)
const started = message(
  2,
  3,
  [
    field('01', '0012', 4),
    field('02', '01', 2),
    field('03', 'Station 12 left', 25),
    field('04', 'ACT', 3),
    field('05', '2.8', 19),
    field('06', 'W7.14.2', 19),
    field('07', '3.1', 19),
  ].join(''),
)

describe('open_protocol', () => {
  it('takes name, maker and software of a controller', () => {
    const { facts } = readBy(openProtocol, started, { isFromServer: true })
    assert.deepEqual(Object.fromEntries(facts.map(({ name, value }) => [name, value])), {
      'open_protocol.cell': '0012',
      hostname: 'Station 12 left',
      vendor: 'Atlas Copco',
      firmware: 'W7.14.2',
      'open_protocol.tool_software': '3.1',
    })
  })

  it('names commands to a tool', () => {
    assert.deepEqual(
      readBy(openProtocol, bytesOf(message(42, 1), message(9999, 1))).codes,
      [42, 9999],
    )
    assert.equal(openProtocol.operation?.(42).effect, 'stop')
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(openProtocol, [started, message(1, 1)], 300)
    assert.deepEqual(silentTruncations(openProtocol, started), [])
  })
})
