// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assertTotal, bytesOf, factsNamed, readBy, silentTruncations } from '../testing.ts'
import { lldp } from './index.ts'

const tlv = (type: number, ...value: (string | number[])[]) => {
  const content = bytesOf(...value)
  return bytesOf([(type << 1) | (content.length >> 8), content.length & 255], content)
}
const end = [0, 0]
const mac = [0x02, 0, 0, 0, 0xaa, 0x01]

const station = bytesOf(
  tlv(1, [7], 'filler-7'),
  tlv(2, [7], 'port-001'),
  tlv(3, [0, 20]),
  tlv(4, 'Siemens, SIMATIC NET, Ethernet Port, X1 P1'),
  tlv(6, 'Siemens, SIMATIC S7, CPU1511-1 PN, 6ES7 511-1AK02-0AB0, HW: 2, FW: V2.8.1, S C-L1AB2345'),
  tlv(7, [0, 0x84, 0, 0x84]),
  tlv(8, [5, 1, 192, 168, 7, 1, 2, 0, 0, 0, 1, 0]),
  tlv(127, [0x00, 0x0e, 0xcf, 5], mac),
  end,
)

const endpoint = bytesOf(
  tlv(1, [4], mac),
  tlv(2, [3], mac),
  tlv(3, [0, 120]),
  tlv(5, 'cam-01'),
  tlv(8, [17, 2], [0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9], [2, 0, 0, 0, 1, 0]),
  tlv(127, [0x00, 0x80, 0xc2, 1, 0, 12]),
  tlv(127, [0x00, 0x80, 0xc2, 3, 0, 12, 3], 'cam'),
  tlv(127, [0x00, 0x12, 0xbb, 9], 'Axis'),
  tlv(127, [0x00, 0x12, 0xbb, 10], 'P3245'),
  tlv(127, [0x00, 0x12, 0xbb, 8], 'ACCC8E0001'),
  tlv(127, [0x00, 0x00, 0x5e, 1], 'https://example.com/mud.json'),
  end,
)

const first = (message: Uint8Array) => {
  const facts: Record<string, string> = {}
  for (const { name, value } of readBy(lldp, message).facts) facts[name] ??= value
  return facts
}

describe('lldp', () => {
  it('takes a PROFINET station apart', () => {
    assert.deepEqual(first(station), {
      'lldp.port_id': 'port-001',
      'lldp.port_description': 'Siemens, SIMATIC NET, Ethernet Port, X1 P1',
      'lldp.capabilities': '0x0084',
      'lldp.enabled_capabilities': '0x0084',
      role_hint: 'bridge',
      management_address: '192.168.7.1',
      description:
        'Siemens, SIMATIC S7, CPU1511-1 PN, 6ES7 511-1AK02-0AB0, HW: 2, FW: V2.8.1, S C-L1AB2345',
      vendor: 'Siemens',
      model: 'CPU1511-1 PN',
      order_number: '6ES7 511-1AK02-0AB0',
      hardware: '2',
      firmware: 'V2.8.1',
      serial: 'S C-L1AB2345',
      'lldp.chassis_mac': '02:00:00:00:aa:01',
      'lldp.chassis_id': 'filler-7',
      station_name: 'filler-7',
    })
    assert.deepEqual(readBy(lldp, station).bindings, [
      { mac: '02:00:00:00:aa:01', ip: '192.168.7.1' },
    ])
  })

  it('takes the inventory of an endpoint', () => {
    assert.deepEqual(first(endpoint), {
      'lldp.port_id': '02:00:00:00:aa:01',
      hostname: 'cam-01',
      management_address: 'fe80::9',
      'lldp.port_vlan': '12',
      'lldp.vlan_name': '12 cam',
      vendor: 'Axis',
      model: 'P3245',
      serial: 'ACCC8E0001',
      'lldp.mud_url': 'https://example.com/mud.json',
      'lldp.chassis_mac': '02:00:00:00:aa:01',
    })
  })

  it('finds the station in the port id of newer PROFINET devices', () => {
    const message = bytesOf(
      tlv(1, [7], 'Siemens, SIMATIC S7, CPU1513, 6ES7 513-1AL02-0AB0'),
      tlv(2, [7], 'port-002.mixer.hall2'),
      tlv(3, [0, 20]),
      tlv(127, [0x00, 0x0e, 0xcf, 5], mac),
      end,
    )
    const read = readBy(lldp, message)
    assert.deepEqual(factsNamed(read, 'station_name'), ['mixer.hall2'])
    assert.deepEqual(factsNamed(read, 'order_number'), ['6ES7 513-1AL02-0AB0'])
  })

  it('accepts any bytes and names every truncation', () => {
    assertTotal(lldp, [station, endpoint], 500)
    assert.deepEqual(silentTruncations(lldp, station), [])
    assert.deepEqual(silentTruncations(lldp, endpoint), [])
  })
})
