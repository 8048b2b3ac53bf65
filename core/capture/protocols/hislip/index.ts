// SPDX-License-Identifier: EUPL-1.2
/** HiSLIP (IVI-6.1, TCP 4880): measuring instruments, which say who they are when asked `*IDN?`. */
import { type Protocol, type Recorder, type Scan, scan, type Tally } from '../../protocol.ts'
import { type Framing, framed, readFramed } from '../framed.ts'
import type { Cursor } from '../wire.ts'

/** `HS`, kind, control, a parameter, and in eight bytes how much follows. */
const headerBytes = 16
const letters = 0x4853
const kind = { data: 6, dataEnd: 7 } as const
const lastKind = 29
const framing: Framing = { headerBytes, lengthAt, keptBytes: 2048, look }

const names: readonly string[] = [
  ...['initialize', 'initialized', 'fatal_error', 'error', 'async_lock', 'async_locked'],
  ...['data', 'data_end', 'device_clear', 'device_clear_acknowledge', 'async_remote_control'],
  ...['async_remote_controlled', 'trigger', 'interrupted', 'async_interrupted'],
]

export const hislip: Protocol = {
  name: 'hislip',
  carrier: 'tcp',
  ports: [4880],
  roams: true,
  streamBytes: 4096,
  operation: (code) => ({ name: names[code] ?? `message_${code}`, effect: 'other' }),
  ...framed(framing),
  decode: (payload, recorder) =>
    readFramed(payload, recorder, framing, (cursor) => recordMessage(cursor, recorder)),
}

function lengthAt(view: DataView, at: number): number {
  if (view.getUint16(at) !== letters || view.getUint8(at + 2) > lastKind) return 0
  const high = view.getUint32(at + 8)
  return high === 0 ? Math.min(headerBytes + view.getUint32(at + 12), 1 << 30) : 0
}

function look(view: DataView, at: number, _end: number, tally: Tally): Scan {
  tally.add(view.getUint8(at + 2))
  return scan.seen
}

function recordMessage(cursor: Cursor, recorder: Recorder): void {
  const type = cursor.view.getUint8(cursor.at + 2)
  cursor.skip(headerBytes)
  if (type !== kind.data && type !== kind.dataEnd) return
  const text = cursor.text(Math.min(cursor.left, 256))
  if (text.toUpperCase().startsWith('*IDN?')) recorder.remember('hislip.asked', 'identity')
  else if (recorder.recall('hislip.asked') === 'identity') recordIdentity(text, recorder)
}

/** IEEE 488.2: maker, model, serial number, firmware; 0 stands for none. */
export function recordIdentity(text: string, recorder: Recorder): void {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length !== 4) return
  const [vendor = '', model = '', serial = '', firmware = ''] = parts
  recorder.remember('hislip.asked', '')
  recorder.fact('vendor', vendor)
  recorder.fact('model', model)
  if (serial !== '0') recorder.fact('serial', serial)
  if (firmware !== '0') recorder.fact('firmware', firmware)
}
