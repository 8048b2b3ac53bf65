// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, readBy, silentTruncations } from '../testing.ts'
import { cdp } from './index.ts'

const field = (type: number, ...value: (string | number[])[]) => {
  const content = bytesOf(...value)
  return bytesOf([0, type, (content.length + 4) >> 8, (content.length + 4) & 255], content)
}

const message = bytesOf(
  [2, 180, 0, 0],
  field(1, 'sw-hall-2'),
  field(5, 'Cisco IOS Software, IE2000 Software (IE2000-UNIVERSALK9-M), Version 15.2(4)EA, REL'),
  field(6, 'cisco IE-2000-8TC-G-B'),
  field(2, [0, 0, 0, 1, 1, 1, 0xcc, 0, 4, 10, 0, 0, 2]),
  field(3, 'FastEthernet1/3'),
  field(4, [0, 0, 0, 0x28]),
  field(10, [0, 7]),
  field(0x16, [0, 0, 0, 1, 1, 1, 0xcc, 0, 4, 10, 0, 0, 3]),
)
const starts = new Set<number>()
for (let at = 4; at < message.length; at += (message[at + 2]! << 8) | message[at + 3]!)
  starts.add(at)

describe('cdp', () => {
  it('takes name, platform, version and addresses', () => {
    const read = readBy(cdp, message)
    assert.deepEqual(Object.fromEntries(read.facts.map(({ name, value }) => [name, value])), {
      hostname: 'sw-hall-2',
      description:
        'Cisco IOS Software, IE2000 Software (IE2000-UNIVERSALK9-M), Version 15.2(4)EA, REL',
      vendor: 'Cisco',
      operating_system: 'Cisco IOS Software',
      firmware: '15.2(4)EA',
      model: 'cisco IE-2000-8TC-G-B',
      'cdp.address': '10.0.0.2',
      'cdp.port_id': 'FastEthernet1/3',
      'cdp.capabilities': '0x00000028',
      role_hint: 'bridge',
      'cdp.native_vlan': '7',
      management_address: '10.0.0.3',
    })
    assert.deepEqual(read.oddities, [])
  })

  it('accepts any bytes and names a cut within a field', () => {
    assertTotal(cdp, [message], 500)
    const silent = silentTruncations(cdp, message)
    assert.deepEqual(silent, [...starts])
  })
})
