// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, fromHex, readBy, silentTruncations } from '../testing.ts'
import { ptp, ptpUdp } from './index.ts'

const clock = '020000fffe000009'
const announce = fromHex(
  `0b02 0040 00 00 0000 0000000000000000 00000000 ${clock} 0001 0001 05 01
   00000000000000000000 0000 00 80 f8feffff 80 ${clock} 0000 a0`,
)

describe('ptp', () => {
  it('names the clock, and the master when it announces itself', () => {
    const { facts } = readBy(ptp, announce)
    assert.deepEqual(Object.fromEntries(facts.map(({ name, value }) => [name, value])), {
      'ptp.clock_identity': `0x${clock}`,
      'ptp.domain': '0',
      'ptp.grandmaster': `0x${clock}`,
      role_hint: 'time_server',
    })
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(ptp, [announce], 300)
    assertTotal(ptpUdp, [announce], 300)
    assert.deepEqual(silentTruncations(ptp, announce), [])
  })
})
