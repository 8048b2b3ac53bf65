// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { goose } from './index.ts'

const field = (tag: number, value: string | number[]) => bytesOf([tag, value.length], value)
const body = bytesOf(
  field(0x80, 'IED1LD0/LLN0$GO$trip'),
  field(0x81, [7, 208]),
  field(0x82, 'IED1LD0/LLN0$trip'),
  field(0x83, 'trip'),
)
const frame = bytesOf([0, 3, 0, body.length + 10, 0, 0, 0, 0], [0x61, body.length], body)

describe('goose', () => {
  it('names control block, data set and application', () => {
    const { facts } = readBy(goose, frame)
    assert.deepEqual(Object.fromEntries(facts.map(({ name, value }) => [name, value])), {
      'goose.appid': '0x0003',
      'goose.control_block': 'IED1LD0/LLN0$GO$trip',
      'goose.data_set': 'IED1LD0/LLN0$trip',
      'goose.id': 'trip',
    })
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(goose, [frame], 500)
    assert.deepEqual(silentTruncations(goose, frame), [])
  })
})
