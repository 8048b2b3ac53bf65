// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { focas } from './index.ts'

const frame = (kind: number, ...content: (string | number[])[]) => {
  const body = bytesOf(...content)
  return bytesOf([0xa0, 0xa0, 0xa0, 0xa0, 0, 1, kind >> 8, kind & 255, 0, body.length], body)
}
const question = frame(0x2101, [0, 1, 0, 28, 0, 1, 0, 1, 0, 0x18], [...new Uint8Array(20)])
const answer = frame(
  0x2102,
  [0, 1, 0, 34, 0, 1, 0, 1, 0, 0x18, 0, 0, 0, 0, 0, 0, 0, 18],
  [0, 2, 0, 32],
  '31 MG42A05.0 ',
  [0, 0],
)

describe('focas', () => {
  it('takes control and software of a machine tool', () => {
    const read = readBy(focas, answer, { isFromServer: true })
    assert.deepEqual(factsNamed(read, 'model'), ['Series 31 M'])
    assert.deepEqual(factsNamed(read, 'firmware'), ['G42A-05.0'])
  })

  it('names functions, and programs that go in', () => {
    const names = [question, frame(0x1101)].flatMap((one) =>
      readBy(focas, one).codes.map((code) => focas.operation?.(code).name),
    )
    assert.deepEqual(names, ['system_information', 'start_download'])
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(focas, [question, answer], 400)
    assert.deepEqual(silentTruncations(focas, answer), [])
  })
})
