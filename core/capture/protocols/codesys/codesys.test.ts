// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy } from '../testing.ts'
import { codesys, codesysUdp } from './index.ts'

const wide = (text: string) => Array.from(`${text}\0`, (letter) => [letter.charCodeAt(0), 0]).flat()
const header = (kind: number) => [0xc5, 0x6b, 0x40, kind, 0, 0x11, 0, 1, 0, 2, 0, 0]
const identity = bytesOf(
  header(4),
  [0x80, 0xc2, 0, 4, 1, 0, 0, 0, 4, 0, 1, 0],
  [2, 0, 7, 0, 14, 0, 4, 0],
  [0, 16, 0, 0, 11, 18, 6, 16, 0, 4, 15, 5, 0, 0, 0, 0],
  [5, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [9, 9],
  wide('PFC-line'.slice(0, 7)),
  wide('WAGO 750-8215A'),
  wide('WAGO'),
  'SN-42',
)
const request = (group: number, code: number) =>
  bytesOf(
    header(0x40),
    [1, 0x81, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [...[0x55, 0xcd, 12, 0, group, 0, code, 0], ...[0, 0, 0, 0]],
  )
const overTcp = (datagram: Uint8Array) =>
  bytesOf([0, 1, 0x17, 0xe8, datagram.length + 8, 0, 0, 0], datagram)

describe('codesys', () => {
  it('takes node, device, maker, version and serial number', () => {
    const expected = {
      hostname: 'PFC-lin',
      model: 'WAGO 750-8215A',
      vendor: 'WAGO',
      serial: 'SN-42',
      firmware: '5.15.4.0',
      'codesys.target': '0x1000 0x1006120b',
    }
    for (const [protocol, message] of [
      [codesysUdp, identity],
      [codesys, overTcp(identity)],
    ] as const) {
      const { facts } = readBy(protocol, message)
      const found = Object.fromEntries(facts.map(({ name, value }) => [name, value]))
      assert.deepEqual(found, expected)
    }
  })

  it('names download, stop and what it does not know', () => {
    assert.deepEqual(readBy(codesys, overTcp(request(2, 5))).codes, [0x0205])
    const names = [0x0205, 0x0211, 0x0805, 0x7f01].map((code) => codesys.operation?.(code).name)
    assert.deepEqual(names, [
      'download_application',
      'stop_application',
      'file_transfer',
      'group_127',
    ])
  })

  it('accepts any bytes and names a name that is cut', () => {
    assertTotal(codesys, [overTcp(identity), overTcp(request(2, 5))], 400)
    assertTotal(codesysUdp, [identity, request(2, 5)], 400)
    assert.ok(readBy(codesysUdp, identity.subarray(0, 70)).oddities.includes('truncated'))
  })
})
