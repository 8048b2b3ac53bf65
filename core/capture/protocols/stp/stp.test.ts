// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, fromHex, readBy, silentTruncations } from '../testing.ts'
import { stp } from './index.ts'

const configuration = fromHex(
  '0000 00 00 01 8000020000000001 00000013 8001020000000002 8003 0100 1400 0200 0f00',
)

describe('stp', () => {
  it('names the bridge and its root', () => {
    const { facts } = readBy(stp, configuration)
    assert.deepEqual(Object.fromEntries(facts.map(({ name, value }) => [name, value])), {
      'stp.root': '02:00:00:00:00:01',
      'stp.bridge': '02:00:00:00:00:02',
      'stp.root_path_cost': '19',
      'stp.version': '0',
      role_hint: 'bridge',
    })
  })

  it('counts topology changes', () => {
    assert.deepEqual(readBy(stp, fromHex('0000 00 80')).codes, [0])
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(stp, [configuration], 500)
    assert.deepEqual(silentTruncations(stp, configuration), [])
  })
})
