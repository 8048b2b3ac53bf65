// SPDX-License-Identifier: EUPL-1.2
/**
 * PROFINET context manager (IEC 61158-6-10 over connectionless DCE/RPC, UDP 34964): who controls
 * whom, and what devices say when their identification is read.
 */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { piVendor } from '../pn-dcp/vendors.ts'
import { Cursor, hex } from '../wire.ts'
import { recordAnnotation } from './annotation.ts'
import { readBlocks } from './blocks.ts'
import { headerBytes, isProfinet, isRpc, opcode, packetType } from './rpc.ts'

const port = 34964
const answerBit = 0x100

/** Operation numbers of the interface. */
const operations = ['connect', 'release', 'read_record', 'write_record', 'control', 'read_record']

export const pnIo: Protocol = {
  name: 'pn_io',
  carrier: 'udp',
  ports: [port],
  // Devices answer from any port.
  roams: true,
  // The cyclic frames are what is counted as pn_io elsewhere.
  layers: ['dcerpc', 'pn_io_cm'],
  deepPackets: 32,

  recognises({ view, from, to, source, destination }: Payload): boolean {
    if (!isRpc(view, from, to)) return false
    return source.port === port || destination.port === port || isProfinet(view, from)
  },

  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isRpc(view, from, to)) return scan.foreign
    tally.layer(0)
    if (!isProfinet(view, from)) return scan.decode
    tally.layer(1)
    const type = view.getUint8(from + 1)
    if (type !== packetType.request && type !== packetType.response) return scan.seen
    const code = opcode(view, from)
    tally.add(Math.min(code, 0xff) | (type === packetType.response ? answerBit : 0))
    // Connect and read are rare; writes and control state nothing.
    return code === 0 || code === 2 || code === 5 ? scan.decode : scan.seen
  },

  operation(code) {
    const name = operations[code & 0xff] ?? 'unknown_operation'
    // Controllers set up their devices with writes at every start.
    return { name, effect: name === 'read_record' ? 'read' : 'other' }
  },

  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    if (to - from < headerBytes) {
      recorder.oddity('truncated')
      return
    }
    if (!isRpc(view, from, to)) {
      recorder.oddity('foreign-protocol')
      return
    }
    const type = view.getUint8(from + 1)
    const isLittle = (view.getUint8(from + 4) & 0xf0) === 0x10
    const length = view.getUint16(from + 74, isLittle)
    if (from + headerBytes + length > to) recorder.oddity('truncated')
    if (type !== packetType.request && type !== packetType.response) return
    // Later fragments begin in the middle of a block.
    if (view.getUint16(from + 76, isLittle) !== 0) return
    const body = new Cursor(payload, from + headerBytes, from + headerBytes + length)
    if (!isProfinet(view, from)) {
      if (type === packetType.response) recordAnnotation(body, recorder)
      return
    }
    if (type === packetType.request) recordDevice(payload, isLittle, recorder)
    const operation = opcode(view, from)
    // Written records and commands state nothing about a device.
    if (operation === 3 || operation === 4) return
    // Arguments: a maximum or a status, a length, then an array with three counters.
    const isRefused = type === packetType.response && view.getUint32(body.at) !== 0
    body.skip(20)
    if (body.isShort) recorder.oddity('truncated')
    else if (!isRefused || body.left > 0) readBlocks(body, payload, recorder)
  },
}

/**
 * The object asked is `DEA00000-6C97-11D1-8271-`, instance, device id and vendor id; the last
 * eight bytes have the same order whatever the sender's.
 */
function recordDevice(payload: Payload, isLittle: boolean, recorder: Recorder): void {
  const { view, from } = payload
  const object = from + 8
  if (view.getUint32(object, isLittle) !== 0xdea00000) return
  const deviceId = view.getUint16(object + 12)
  const vendorId = view.getUint16(object + 14)
  recorder.fact('pn_io.device_id', hex(deviceId, 4), 'receiver')
  recorder.fact('pn_io.vendor_id', hex(vendorId, 4), 'receiver')
  recorder.fact('vendor', piVendor(vendorId) ?? '', 'receiver')
}
