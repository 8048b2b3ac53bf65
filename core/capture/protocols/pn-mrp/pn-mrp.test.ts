// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, fromHex, readBy, silentTruncations } from '../testing.ts'
import { pnMrp } from './index.ts'

const common = fromHex('0112 0007 ffffffffffffffffffffffffffffffff')
const test = fromHex('0212 8000 020000000009 0000 0000 0001 00000100 00')
const watch = bytesOf(
  [0, 1],
  fromHex('0214 8000 020000000009 0000 0000 0001 00000100 0000'),
  common,
  [0, 0],
)

describe('pn_mrp', () => {
  it('names the manager and the state of the ring', () => {
    const { facts, oddities } = readBy(pnMrp, watch)
    assert.deepEqual(Object.fromEntries(facts.map(({ name, value }) => [name, value])), {
      role_hint: 'mrp_manager',
      'pn_mrp.manager': '02:00:00:00:00:09',
      'pn_mrp.ring': 'open',
      'pn_mrp.domain': 'f'.repeat(32),
    })
    assert.deepEqual(oddities, [])
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(pnMrp, [watch, test], 300)
    assert.deepEqual(silentTruncations(pnMrp, watch), [])
  })
})
