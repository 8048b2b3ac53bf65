// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { hsms } from './index.ts'

const message = (stream: number, code: number, kind: number, ...data: (string | number[])[]) => {
  const body = bytesOf([0, 1, stream, code, 0, kind, 0, 0, 0, 7], ...data)
  return bytesOf([0, 0, 0, body.length], body)
}
const texts = [[1, 2, 0x41, 6], 'PNP-20', [0x41, 5], '4.1.0'] as const
const onLine = message(1, 2, 0, ...texts.map((one) => (typeof one === 'string' ? one : [...one])))
const established = message(
  1,
  14,
  0,
  [1, 2, 0x21, 1, 0, 1, 2, 0x41, 6],
  'PNP-20',
  [0x41, 5],
  '4.1.0',
)

describe('hsms', () => {
  it('takes model and software of a machine', () => {
    for (const one of [onLine, established]) {
      const read = readBy(hsms, one, { isFromServer: true })
      assert.deepEqual(factsNamed(read, 'model'), ['PNP-20'])
      assert.deepEqual(factsNamed(read, 'firmware'), ['4.1.0'])
    }
  })

  it('names recipes and commands', () => {
    const asked = bytesOf(message(0x87, 3, 0), message(0x82, 41, 0), message(0xff, 0xff, 5))
    const names = readBy(hsms, asked).codes.map((code) => hsms.operation?.(code).name)
    assert.deepEqual(names, ['send_recipe', 'host_command', 'link_test'])
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(hsms, [onLine, established, message(0, 0, 1)], 300)
    assert.deepEqual(silentTruncations(hsms, onLine), [])
  })
})
