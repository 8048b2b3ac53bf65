// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy } from '../testing.ts'
import { proconos } from './index.ts'

const filled = (text: string, length: number) => text.padEnd(length, '\0')
const answer = bytesOf(
  [0xcc, 1, 0, 0x0b, 0x40, 2, 0, 0, 0, 0, 0, 0],
  filled('ProConOS V3.0.1040', 32),
  filled('ADAM5510KW 1.24', 33),
  filled('2_ROTER', 33),
)

describe('proconos', () => {
  it('takes run-time system, type and project', () => {
    const { facts } = readBy(proconos, answer, { isFromServer: true })
    assert.deepEqual(Object.fromEntries(facts.map(({ name, value }) => [name, value])), {
      'proconos.runtime': 'ProConOS V3.0.1040',
      model: 'ADAM5510KW 1.24',
      'proconos.project': '2_ROTER',
    })
  })

  it('accepts any bytes', () => {
    assertTotal(proconos, [answer], 300)
    assert.deepEqual(readBy(proconos, answer.subarray(0, 4)).oddities, ['truncated'])
  })
})
