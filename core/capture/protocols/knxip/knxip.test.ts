// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { knxip, knxipTcp } from './index.ts'

const message = (service: number, ...data: (string | number[] | Uint8Array)[]) => {
  const body = bytesOf(...data)
  return bytesOf([6, 0x10, service >> 8, service & 255, 0, body.length + 6], body)
}
const device = bytesOf(
  [54, 1, 2, 0, 0x11, 0xff, 0, 0],
  [0, 0xc5, 1, 2, 3, 4, 224, 0, 23, 12, 0, 0x24, 0x6d, 1, 2, 3],
  'Hal 3 router'.padEnd(30, '\0'),
)
const found = message(0x0202, [8, 1, 192, 0, 2, 1, 14, 87], device, [4, 2, 2, 1])
const write = message(0x0530, [0x29, 0, 0xbc, 0xd0, 0x11, 1, 8, 1, 1, 0, 0x81])

describe('knxip', () => {
  it('takes name, serial number and addresses from a description', () => {
    for (const one of [found, message(0x0204, device)]) {
      const { facts } = readBy(knxip, one)
      assert.deepEqual(Object.fromEntries(facts.map(({ name, value }) => [name, value])), {
        'knxip.individual_address': '1.1.255',
        'knxip.medium': 'TP',
        serial: '00c501020304',
        'knxip.multicast': '224.0.23.12',
        'knxip.mac': '00:24:6d:01:02:03',
        hostname: 'Hal 3 router',
      })
    }
  })

  it('names what a telegram asks for', () => {
    const names = readBy(knxip, write).codes.map((code) => knxip.operation?.(code).name)
    assert.deepEqual(names, ['route', 'group_write'])
    const restart = message(0x0420, [4, 1, 0, 0, 0x11, 0, 0xb0, 0x60, 0, 0, 0x11, 5, 1, 0x43, 0x80])
    const said = readBy(knxip, restart).codes.map((code) => knxip.operation?.(code).effect)
    assert.deepEqual(said, ['other', 'restart'])
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(knxip, [found, write], 400)
    assertTotal(knxipTcp, [found, write], 400)
    assert.deepEqual(silentTruncations(knxip, found), [])
    assert.deepEqual(silentTruncations(knxipTcp, found), [])
  })
})
