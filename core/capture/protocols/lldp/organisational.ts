// SPDX-License-Identifier: EUPL-1.2
import type { FactName, Recorder } from '../../protocol.ts'
import { type Cursor, hexBytes, macAt } from '../wire.ts'
import type { Neighbour } from './neighbour.ts'

const organisation = {
  ieee8021: 0x0080c2,
  ieee8023: 0x00120f,
  med: 0x0012bb,
  profinet: 0x000ecf,
  iana: 0x00005e,
} as const

/** TIA-1057 inventory, by subtype. */
const inventory: Readonly<Record<number, FactName>> = {
  5: 'hardware',
  6: 'firmware',
  7: 'lldp.software',
  8: 'serial',
  9: 'vendor',
  10: 'model',
  11: 'lldp.asset_id',
}

/** TIA-1057 device types. */
const medTypes = ['', 'endpoint', 'media_endpoint', 'phone', 'network_connectivity']

export function recordOrganisational(
  value: Cursor,
  neighbour: Neighbour,
  recorder: Recorder,
): void {
  const id = (value.u16() << 8) | value.u8()
  const subtype = value.u8()
  if (value.isShort) return
  switch (id) {
    case organisation.profinet:
      neighbour.isProfinet = true
      recordProfinet(subtype, value, neighbour, recorder)
      break
    case organisation.ieee8021:
      recordVlan(subtype, value, recorder)
      break
    case organisation.ieee8023:
      recordLink(subtype, value, recorder)
      break
    case organisation.med:
      recordMed(subtype, value, recorder)
      break
    case organisation.iana:
      if (subtype === 1) recorder.fact('lldp.mud_url', value.text(value.left))
      break
    default:
      break
  }
}

function recordProfinet(
  subtype: number,
  value: Cursor,
  neighbour: Neighbour,
  recorder: Recorder,
): void {
  if (subtype === 3) recorder.fact('lldp.profinet_alias', value.text(value.left))
  if (subtype === 4) {
    const at = value.skip(16)
    if (at !== undefined) recorder.fact('lldp.mrp_domain', hexBytes(value.bytes, at, at + 16))
  }
  if (subtype !== 5) return
  const at = value.skip(6)
  if (at !== undefined) neighbour.chassisMac = macAt(value.bytes, at)
}

function recordVlan(subtype: number, value: Cursor, recorder: Recorder): void {
  if (subtype === 1) {
    const vlan = value.u16()
    if (!value.isShort) recorder.fact('lldp.port_vlan', String(vlan))
  } else if (subtype === 3) {
    const vlan = value.u16()
    const name = value.text(value.u8())
    if (!value.isShort) recorder.fact('lldp.vlan_name', `${vlan} ${name}`)
  }
}

function recordLink(subtype: number, value: Cursor, recorder: Recorder): void {
  if (subtype !== 1) return
  value.skip(3)
  const kind = value.u16()
  if (!value.isShort) recorder.fact('lldp.mau_type', String(kind))
}

function recordMed(subtype: number, value: Cursor, recorder: Recorder): void {
  if (subtype === 1) {
    value.skip(2)
    recorder.fact('lldp.med_class', medTypes[value.u8()] ?? '')
    return
  }
  const name = inventory[subtype]
  if (name !== undefined) recorder.fact(name, value.text(value.left))
}
