// SPDX-License-Identifier: EUPL-1.2
/** SSDP (UPnP Device Architecture 2.0, section 1): devices announce and search for services. */
import type { Operation, Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { readHead } from '../http/head.ts'

export const ssdp: Protocol = {
  name: 'ssdp',
  carrier: 'udp',
  ports: [1900],
  roams: true,
  recognises: ({ view, from, to }) => kindOf(view, from, to) !== undefined,
  scan(view, from, to, _isFromServer, tally) {
    const kind = kindOf(view, from, to)
    if (kind === undefined) return scan.foreign
    tally.add(kind)
    return scan.decode
  },
  operation: (code): Operation => operations[code] ?? { name: `kind_${code}`, effect: 'other' },
  decode(payload, recorder) {
    const { bytes, view, from, to } = payload
    const kind = kindOf(view, from, to)
    const { fields, bodyAt } = readHead(bytes, from, to)
    if (bodyAt === undefined) recorder.oddity('truncated')
    if (kind === search) {
      keep(recorder, 'user_agent', fields.get('user-agent'))
      keep(recorder, 'ssdp.search', fields.get('st'))
    } else {
      keep(recorder, 'server_software', fields.get('server'))
      keep(recorder, 'ssdp.location', fields.get('location'))
      keep(recorder, 'ssdp.usn', fields.get('usn'))
      keep(recorder, 'ssdp.type', fields.get('nt') ?? fields.get('st'))
    }
    return undefined
  },
}

function keep(
  recorder: Recorder,
  name: Parameters<Recorder['fact']>[0],
  value: string | undefined,
): void {
  if (value !== undefined) recorder.fact(name, value)
}

const search = 0
const notify = 1
const response = 2

const operations: readonly Operation[] = [
  { name: 'search', effect: 'read' },
  { name: 'notify', effect: 'other' },
  { name: 'response', effect: 'other' },
]

// The first eight bytes of the start line: `M-SEARCH`, `NOTIFY *`, `HTTP/1.` and a digit.
const searchStart = [0x4d2d5345, 0x41524348] as const
const notifyStart = [0x4e4f5449, 0x4659202a] as const
const responseStart = [0x48545450, 0x2f312e] as const

function kindOf(view: DataView, from: number, to: number): number | undefined {
  if (to - from < 8) return undefined
  const head = view.getUint32(from)
  const next = view.getUint32(from + 4)
  if (head === searchStart[0] && next === searchStart[1]) return search
  if (head === notifyStart[0] && next === notifyStart[1]) return notify
  if (head === responseStart[0] && next >>> 8 === responseStart[1]) return response
  return undefined
}
