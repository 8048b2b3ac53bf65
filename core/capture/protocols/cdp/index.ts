// SPDX-License-Identifier: EUPL-1.2
/** Cisco Discovery Protocol (SNAP 00000C 2000): name, platform, software and addresses of a device. */
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { recordDescription } from '../device-description.ts'
import { type Cursor, cursorOn, hex, ipv4At, ipv6At } from '../wire.ts'

export const cdp: Protocol = {
  name: 'cdp',
  carrier: 'llc',
  llc: [{ organisation: 0x00000c, type: 0x2000 }],
  // Sent once a minute.
  scan: () => scan.decode,
  decode(payload: Payload, recorder: Recorder) {
    const cursor = cursorOn(payload)
    // Version, time to live, checksum.
    cursor.skip(4)
    while (cursor.left > 0) {
      const type = cursor.u16()
      const length = cursor.u16()
      if (!cursor.isShort && length < 4) {
        recorder.oddity('length-out-of-range')
        return undefined
      }
      const value = cursor.part(length - 4)
      if (cursor.isShort) break
      recordField(type, value, recorder)
      if (value.isShort) recorder.oddity('length-out-of-range')
    }
    if (cursor.isShort) recorder.oddity('truncated')
    return undefined
  },
}

const field = {
  deviceId: 1,
  addresses: 2,
  portId: 3,
  capabilities: 4,
  software: 5,
  platform: 6,
  vtpDomain: 9,
  nativeVlan: 10,
  managementAddresses: 0x16,
  location: 0x17,
} as const

const roles: readonly (readonly [number, string])[] = [
  [0x01, 'router'],
  [0x02, 'bridge'],
  [0x08, 'bridge'],
  [0x80, 'phone'],
]

function recordField(type: number, value: Cursor, recorder: Recorder): void {
  switch (type) {
    case field.deviceId:
      recorder.fact('hostname', value.text(value.left))
      break
    case field.addresses:
      recordAddresses('cdp.address', value, recorder)
      break
    case field.managementAddresses:
      recordAddresses('management_address', value, recorder)
      break
    case field.portId:
      recorder.fact('cdp.port_id', value.text(value.left))
      break
    case field.capabilities:
      recordCapabilities(value, recorder)
      break
    case field.software:
      recordDescription(value.text(value.left), recorder)
      break
    case field.platform:
      recordPlatform(value.text(value.left), recorder)
      break
    case field.vtpDomain:
      recorder.fact('cdp.vtp_domain', value.text(value.left))
      break
    case field.nativeVlan: {
      const vlan = value.u16()
      if (!value.isShort) recorder.fact('cdp.native_vlan', String(vlan))
      break
    }
    case field.location:
      value.skip(1)
      recorder.fact('location', value.text(value.left))
      break
    default:
      break
  }
}

function recordPlatform(platform: string, recorder: Recorder): void {
  recorder.fact('model', platform)
  if (/^cisco\b/i.test(platform)) recorder.fact('vendor', 'Cisco')
}

function recordCapabilities(value: Cursor, recorder: Recorder): void {
  const bits = value.u32()
  if (value.isShort) return
  recorder.fact('cdp.capabilities', hex(bits, 8))
  for (const [bit, role] of roles) if ((bits & bit) !== 0) recorder.fact('role_hint', role)
}

/** A count, then for each: kind and length of a protocol id, the id, a length, the address. */
function recordAddresses(
  name: 'cdp.address' | 'management_address',
  value: Cursor,
  recorder: Recorder,
): void {
  const count = value.u32()
  for (let index = 0; index < count && value.left > 0; index += 1) {
    value.skip(1)
    const idLength = value.u8()
    value.skip(idLength)
    const length = value.u16()
    const at = value.skip(length)
    if (at === undefined) return
    const text =
      length === 4 ? ipv4At(value.bytes, at) : length === 16 ? ipv6At(value.bytes, at) : ''
    if (text !== '0.0.0.0') recorder.fact(name, text)
  }
}
