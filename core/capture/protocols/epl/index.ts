// SPDX-License-Identifier: EUPL-1.2
/** POWERLINK (EPSG DS 301, EtherType 0x88AB): nodes state maker, product, version, serial and name. */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { Cursor, hex, ipv4At } from '../wire.ts'

/** Kind, destination node, source node. */
const headerBytes = 3
const kinds: Readonly<Record<number, string>> = {
  1: 'soc',
  3: 'preq',
  4: 'pres',
  5: 'soa',
  6: 'asnd',
}
const asynchronous = 6
const identity = 1
/** The node that polls all others. */
const managing = 240

const vendors: Readonly<Record<number, string>> = { 108: 'B&R' }

export const epl: Protocol = {
  name: 'epl',
  carrier: 'ethernet',
  etherTypes: [0x88ab],
  deepPackets: 4,
  operation: (code) => ({ name: kinds[code] ?? `message_${code}`, effect: 'other' }),
  scan(view, from, to, _isFromServer, tally): Scan {
    if (to - from < headerBytes) return scan.foreign
    const kind = view.getUint8(from) & 0x7f
    tally.add(kind)
    const isAnswer = kind === asynchronous && to - from > headerBytes
    return isAnswer && view.getUint8(from + headerBytes) === identity ? scan.decode : scan.seen
  },
  decode(payload: Payload, recorder: Recorder): undefined {
    const cursor = new Cursor(payload, payload.from, payload.to)
    const kind = cursor.u8() & 0x7f
    cursor.skip(1)
    const node = cursor.u8()
    if (cursor.isShort) recorder.oddity('truncated')
    else if (kinds[kind] === undefined) recorder.oddity('unknown-type')
    else {
      recorder.fact('epl.node', String(node))
      if (node === managing) recorder.fact('role_hint', 'io_controller')
      if (kind === asynchronous && cursor.u8() === identity) recordIdentity(cursor, recorder)
    }
  },
}

function recordIdentity(cursor: Cursor, recorder: Recorder): void {
  // Flags, states, versions, features, sizes and times.
  cursor.skip(22)
  const type = cursor.u32le()
  const vendor = cursor.u32le()
  const product = cursor.u32le()
  const revision = cursor.u32le()
  const serial = cursor.u32le()
  // What the maker likes, when configuration and software were made.
  cursor.skip(24)
  const address = cursor.skip(12)
  const name = cursor.text(32)
  if (cursor.isShort || address === undefined) {
    recorder.oddity('truncated')
    return
  }
  recorder.fact('device_type', hex(type, 8))
  recorder.fact('epl.vendor_id', hex(vendor, 8))
  recorder.fact('vendor', vendors[vendor] ?? '')
  recorder.fact('epl.product_code', hex(product, 8))
  recorder.fact('epl.revision', hex(revision, 8))
  if (serial !== 0) recorder.fact('serial', String(serial))
  recorder.fact('epl.address', ipv4At(cursor.bytes, address))
  recorder.fact('hostname', name)
}
