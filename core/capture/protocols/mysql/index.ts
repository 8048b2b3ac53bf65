// SPDX-License-Identifier: EUPL-1.2
import { type Protocol, scan } from '../../protocol.ts'
import { textAt } from '../wire.ts'

// MySQL's "Client/Server Protocol": three bytes of length, little-endian, a number, the message.
const headerBytes = 4
const greetingVersion = 10
const maxGreetingBytes = 512

/** MySQL and MariaDB: the version with which a server greets. */
export const mysql: Protocol = {
  name: 'mysql',
  carrier: 'tcp',
  ports: [3306],
  streamBytes: maxGreetingBytes,
  recognises: ({ view, from, to }) => isPacket(view, from, to),
  scan: (view, from, to) => (isPacket(view, from, to) ? scan.seen : scan.foreign),
  decode(payload, recorder) {
    const { bytes, view, from, to, isFromServer, isCut } = payload
    if (!isFromServer || to - from <= headerBytes) return to - from
    const end = from + headerBytes + lengthAt(view, from)
    const isGreeting = bytes[from + 3] === 0 && bytes[from + headerBytes] === greetingVersion
    if (!isGreeting || end - from > maxGreetingBytes) return to - from
    if (end > to) {
      if (!isCut) return 0
      recorder.oddity('truncated')
    }
    recorder.fact('server_software', `MySQL ${textAt(bytes, from + 5, Math.min(end, to))}`)
    return to - from
  },
}

function lengthAt(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
}

function isPacket(view: DataView, at: number, to: number): boolean {
  if (at + headerBytes >= to) return false
  const length = lengthAt(view, at)
  // Numbers begin at 0 with every command; a result has as many packets as rows.
  return length > 0 && (view.getUint8(at + 3) < 64 || at + headerBytes + length <= to)
}
