// SPDX-License-Identifier: EUPL-1.2
import type { Payload, Recorder } from '../../protocol.ts'
import { type Cursor, hex, ipv4At, macAt } from '../wire.ts'
import { piVendor } from './vendors.ts'

export interface Block {
  /** Option and suboption: 0x0202 is the name of the station. */
  readonly kind: number
  /** BlockInfo of an answer, BlockQualifier of a set; 0 where there is none. */
  readonly information: number
  readonly value: Cursor
}

export interface IpSuite {
  readonly ip: string
  readonly mask: string
  readonly gateway: string
}

const noAddress = '0.0.0.0'

/** Bits of the device role. */
const roles = ['io_device', 'io_controller', 'io_multidevice', 'io_supervisor'] as const

/** Undefined when the block is shorter than three addresses. */
export function ipSuiteOf(value: Cursor): IpSuite | undefined {
  const at = value.skip(12)
  if (at === undefined) return undefined
  const { bytes } = value
  return { ip: ipv4At(bytes, at), mask: ipv4At(bytes, at + 4), gateway: ipv4At(bytes, at + 8) }
}

/** What a device says of itself: Identify and Get answers, Hello. */
export function describeDevice(
  blocks: readonly Block[],
  payload: Payload,
  recorder: Recorder,
): void {
  for (const block of blocks) {
    describe(block, payload, recorder)
    if (block.value.isShort) recorder.oddity('truncated')
  }
}

function describe({ kind, information, value }: Block, payload: Payload, recorder: Recorder): void {
  switch (kind) {
    case 0x0101: {
      const at = value.skip(6)
      if (at !== undefined) recorder.fact('pn_dcp.mac', macAt(value.bytes, at))
      break
    }
    case 0x0102:
    case 0x0103: {
      const suite = ipSuiteOf(value)
      if (suite !== undefined) recordSuite(suite, payload, recorder)
      // Another device answered for the same address when this one claimed it.
      if ((information & 0x80) !== 0) recorder.fact('pn_dcp.ip_conflict', suite?.ip ?? 'yes')
      break
    }
    case 0x0201:
      recorder.fact('model', value.text(value.left))
      break
    case 0x0202:
      recorder.fact('station_name', value.text(value.left))
      break
    case 0x0203: {
      const vendorId = value.u16()
      const deviceId = value.u16()
      if (value.isShort) break
      recorder.fact('pn_dcp.vendor_id', hex(vendorId, 4))
      recorder.fact('pn_dcp.device_id', hex(deviceId, 4))
      recorder.fact('vendor', piVendor(vendorId) ?? '')
      break
    }
    case 0x0204: {
      const bits = value.u8()
      if (value.isShort) break
      recorder.fact('pn_dcp.device_role', hex(bits, 2))
      for (const [bit, role] of roles.entries()) {
        if ((bits & (1 << bit)) !== 0) recorder.fact('role_hint', role)
      }
      break
    }
    case 0x0206:
      recorder.fact('pn_dcp.alias', value.text(value.left))
      break
    case 0x0208: {
      const vendorId = value.u16()
      const deviceId = value.u16()
      if (value.isShort) break
      recorder.fact('pn_dcp.oem_vendor_id', hex(vendorId, 4))
      recorder.fact('pn_dcp.oem_device_id', hex(deviceId, 4))
      break
    }
    default:
      break
  }
}

function recordSuite(suite: IpSuite, payload: Payload, recorder: Recorder): void {
  if (suite.ip === noAddress) return
  recorder.fact('pn_dcp.ip', suite.ip)
  recorder.fact('pn_dcp.mask', suite.mask)
  if (suite.gateway !== noAddress) recorder.fact('pn_dcp.gateway', suite.gateway)
  if (payload.source.mac !== undefined) recorder.binding(payload.source.mac, suite.ip)
}
