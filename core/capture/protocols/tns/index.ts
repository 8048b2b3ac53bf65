// SPDX-License-Identifier: EUPL-1.2
import { type FactName, type Protocol, type Subject, scan } from '../../protocol.ts'
import { textAt } from '../wire.ts'

// Oracle's network layer: length of 16 bits, checksum, type, flags, checksum. Since version 315 the
// length has 32 bits, but not in the packets that open a session.
const headerBytes = 8
const type = { connect: 1, accept: 2, refuse: 4, redirect: 5, data: 6 } as const
const lastType = 19
const maxConnectBytes = 8192

/** What the description in a connect packet says, and about whom. */
const fields: readonly {
  readonly key: string
  readonly name: FactName
  readonly about: Subject
}[] = [
  { key: 'PROGRAM', name: 'tns.program', about: 'sender' },
  { key: 'USER', name: 'tns.user', about: 'sender' },
  { key: 'SERVICE_NAME', name: 'tns.service_name', about: 'receiver' },
  { key: 'SID', name: 'tns.service_name', about: 'receiver' },
]

/** Oracle databases: who asks for which service with which program. */
export const tns: Protocol = {
  name: 'tns',
  carrier: 'tcp',
  ports: [1521, 1526, 2483],
  streamBytes: maxConnectBytes,
  recognises: ({ view, from, to }) => isPacket(view, from, to),
  scan: (view, from, to) => (isPacket(view, from, to) ? scan.seen : scan.foreign),
  decode(payload, recorder) {
    const { bytes, view, from, to, isCut } = payload
    if (!isPacket(view, from, to)) {
      if (to - from < headerBytes && !isCut) return 0
      recorder.oddity(to - from < headerBytes ? 'truncated' : 'no-packet')
      return to - from
    }
    const kind = view.getUint8(from + 4)
    if (kind !== type.connect && kind !== type.redirect) return to - from
    const end = from + view.getUint16(from)
    if (end > to) {
      if (!isCut) return 0
      recorder.oddity('truncated')
    }
    const text = description(bytes, from + headerBytes, Math.min(end, to))
    if (kind === type.connect) {
      // The client describes itself in this part; hosts elsewhere are addresses of servers.
      const client = /\(CID=(.*)$/is.exec(text)?.[1] ?? ''
      recorder.fact('hostname', valueAfter(client, 'HOST'))
      for (const { key, name, about } of fields) {
        recorder.fact(name, valueAfter(about === 'sender' ? client : text, key), about)
      }
    } else recorder.fact('tns.redirect', text)
    return to - from
  },
}

function isPacket(view: DataView, at: number, to: number): boolean {
  if (at + headerBytes > to) return false
  const kind = view.getUint8(at + 4)
  const length = view.getUint16(at)
  return kind >= type.connect && kind <= lastType && (length >= headerBytes || length === 0)
}

/** From the first bracket: what stands before it is numbers. */
function description(bytes: Uint8Array, from: number, to: number): string {
  let at = from
  while (at < to && bytes[at] !== 0x28) at += 1
  return textAt(bytes, at, to)
}

function valueAfter(text: string, key: string): string {
  return new RegExp(`\\(${key}=([^()]*)\\)`, 'i').exec(text)?.[1] ?? ''
}
