// SPDX-License-Identifier: EUPL-1.2
/** GigE Vision (GVCP, UDP 3956): cameras of inspection systems say who they are when looked for. */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { Cursor, ipv4At, macAt } from '../wire.ts'

/** Key or status, command, length, number. */
const headerBytes = 8
const key = 0x42
const command = {
  discovery: 2,
  found: 3,
  forceAddress: 4,
  writeRegister: 0x82,
  writeMemory: 0x86,
} as const
const foundBytes = 0xf8

const names: Readonly<Record<number, string>> = {
  [command.discovery]: 'discovery',
  [command.forceAddress]: 'force_address',
  64: 'packet_resend',
  128: 'read_register',
  [command.writeRegister]: 'write_register',
  132: 'read_memory',
  [command.writeMemory]: 'write_memory',
}

export const gvcp: Protocol = {
  name: 'gvcp',
  carrier: 'udp',
  ports: [3956],
  operation(code) {
    const name = names[code] ?? `command_${code.toString(16)}`
    if (name.startsWith('write')) return { name, effect: 'write' }
    if (name === 'force_address') return { name, effect: 'configure' }
    return { name, effect: name.startsWith('read') || name === 'discovery' ? 'read' : 'other' }
  },
  recognises: ({ view, from, to }: Payload) => isMessage(view, from, to),
  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isMessage(view, from, to)) return scan.foreign
    const code = view.getUint16(from + 2)
    if (view.getUint8(from) === key) tally.add(code)
    return code === command.found ? scan.decode : scan.seen
  },
  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    if (to - from < headerBytes) recorder.oddity('truncated')
    else if (!isMessage(view, from, to)) recorder.oddity('foreign-protocol')
    else if (
      view.getUint16(from + 2) === command.found &&
      view.getUint16(from + 4) === foundBytes
    ) {
      recordFound(new Cursor(payload, from + headerBytes, to), recorder)
    }
  },
}

/** Commands begin with a key, answers with a status; the length is that of the rest. */
function isMessage(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes || view.getUint16(from + 4) !== to - from - headerBytes) return false
  const first = view.getUint8(from)
  return first === key || first === 0 || first === 0x80
}

function recordFound(cursor: Cursor, recorder: Recorder): void {
  const { bytes, at } = cursor
  if (cursor.left < foundBytes) {
    recorder.oddity('truncated')
    return
  }
  recorder.binding(macAt(bytes, at + 10), ipv4At(bytes, at + 36))
  cursor.skip(72)
  recorder.fact('vendor', cursor.text(32))
  recorder.fact('model', cursor.text(32))
  recorder.fact('firmware', cursor.text(32))
  recorder.fact('gvcp.information', cursor.text(48))
  recorder.fact('serial', cursor.text(16))
  recorder.fact('hostname', cursor.text(16))
  recorder.fact('role_hint', 'camera')
}
