// SPDX-License-Identifier: EUPL-1.2
import type { Recorder } from '../../protocol.ts'
import { type Cursor, hex, hexBytes, ipv4At, ipv6At, macAt } from '../wire.ts'
import type { Neighbour } from './neighbour.ts'

const tlv = {
  chassisId: 1,
  portId: 2,
  timeToLive: 3,
  portDescription: 4,
  systemName: 5,
  systemDescription: 6,
  capabilities: 7,
  managementAddress: 8,
} as const

/** Bits of the capability maps that say what a device is. */
const roles: readonly (readonly [number, string])[] = [
  [0x0004, 'bridge'],
  [0x0008, 'access_point'],
  [0x0010, 'router'],
  [0x0020, 'phone'],
]

export function recordBasic(
  type: number,
  value: Cursor,
  neighbour: Neighbour,
  recorder: Recorder,
): void {
  switch (type) {
    case tlv.chassisId:
      recordChassis(value, neighbour, recorder)
      break
    case tlv.portId:
      recordPort(value, neighbour, recorder)
      break
    case tlv.timeToLive:
      value.skip(2)
      break
    case tlv.portDescription:
      recorder.fact('lldp.port_description', value.text(value.left))
      break
    case tlv.systemName:
      recorder.fact('hostname', value.text(value.left))
      break
    case tlv.systemDescription:
      neighbour.description = value.text(value.left)
      break
    case tlv.capabilities:
      recordCapabilities(value, recorder)
      break
    case tlv.managementAddress:
      recordManagement(value, neighbour, recorder)
      break
    default:
      break
  }
}

function recordChassis(value: Cursor, neighbour: Neighbour, recorder: Recorder): void {
  const subtype = value.u8()
  const id = idText(value, { subtype, mac: 4, network: 5 })
  if (subtype === 4 && value.isShort === false) neighbour.chassisMac = id
  else if (subtype === 7) neighbour.chassisText = id
  else recorder.fact('lldp.chassis_id', id)
}

function recordPort(value: Cursor, neighbour: Neighbour, recorder: Recorder): void {
  const subtype = value.u8()
  const id = idText(value, { subtype, mac: 3, network: 4 })
  neighbour.portId = id
  recorder.fact('lldp.port_id', id)
}

/** `mac` and `network` are the subtypes that are not text; those differ between the two ids. */
function idText(
  value: Cursor,
  of: { readonly subtype: number; readonly mac: number; readonly network: number },
): string {
  if (of.subtype === of.mac) {
    const at = value.skip(6)
    return at === undefined ? '' : macAt(value.bytes, at)
  }
  if (of.subtype === of.network) return addressText(value, value.u8())
  return value.text(value.left)
}

/** Address families by IANA: 1 IPv4, 2 IPv6, 6 MAC. */
function addressText(value: Cursor, family: number): string {
  const length = family === 1 ? 4 : family === 2 ? 16 : family === 6 ? 6 : value.left
  const at = value.skip(length)
  if (at === undefined) return ''
  if (family === 1) return ipv4At(value.bytes, at)
  if (family === 2) return ipv6At(value.bytes, at)
  if (family === 6) return macAt(value.bytes, at)
  return hexBytes(value.bytes, at, at + length)
}

function recordCapabilities(value: Cursor, recorder: Recorder): void {
  const able = value.u16()
  const enabled = value.u16()
  if (value.isShort) return
  recorder.fact('lldp.capabilities', hex(able, 4))
  recorder.fact('lldp.enabled_capabilities', hex(enabled, 4))
  for (const [bit, role] of roles) {
    if ((enabled & bit) !== 0) recorder.fact('role_hint', role)
  }
}

function recordManagement(value: Cursor, neighbour: Neighbour, recorder: Recorder): void {
  const length = value.u8()
  const address = value.part(length)
  const family = address.u8()
  if (value.isShort || address.isShort) return
  const text = addressText(address, family)
  if (address.isShort) {
    recorder.oddity('length-out-of-range')
    return
  }
  if (text === '0.0.0.0' || text === '::') return
  recorder.fact('management_address', text)
  if (family === 1) neighbour.managementIpv4 = text
}
