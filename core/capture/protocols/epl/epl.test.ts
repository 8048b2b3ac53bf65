// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy } from '../testing.ts'
import { epl } from './index.ts'

const identity = bytesOf(
  [6, 255, 7, 1],
  new Uint8Array(22),
  [0x91, 1, 15, 0, 0x6c, 0, 0, 0, 0x34, 0x12, 0, 0, 2, 0, 0, 0, 42, 0, 0, 0],
  new Uint8Array(24),
  [192, 168, 100, 7, 255, 255, 255, 0, 192, 168, 100, 254],
  'feeder-7'.padEnd(32, '\0'),
  new Uint8Array(48),
)

describe('epl', () => {
  it('takes maker, product, serial number and name of a node', () => {
    const { facts } = readBy(epl, identity)
    assert.deepEqual(Object.fromEntries(facts.map(({ name, value }) => [name, value])), {
      'epl.node': '7',
      device_type: '0x000f0191',
      'epl.vendor_id': '0x0000006c',
      vendor: 'B&R',
      'epl.product_code': '0x00001234',
      'epl.revision': '0x00000002',
      serial: '42',
      'epl.address': '192.168.100.7',
      hostname: 'feeder-7',
    })
  })

  it('counts the cycle and names the node that leads it', () => {
    const read = readBy(epl, bytesOf([1, 255, 240, 0]))
    assert.deepEqual(read.codes, [1])
    assert.equal(epl.operation?.(1).name, 'soc')
    assert.ok(read.facts.some(({ name }) => name === 'role_hint'))
  })

  it('accepts any bytes', () => {
    assertTotal(epl, [identity], 300)
    assert.deepEqual(readBy(epl, identity.subarray(0, 60)).oddities, ['truncated'])
  })
})
