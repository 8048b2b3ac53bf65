// SPDX-License-Identifier: EUPL-1.2
/**
 * MELSOFT, what Mitsubishi Electric's engineering tools speak with controllers: TCP and UDP
 * 5000-5010, 5562, and a search over UDP 5560. It has no public definition: what is read here is
 * what recordings show.
 */
import {
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../../protocol.ts'
import { type Framing, framed, readFramed } from '../framed.ts'
import { Cursor } from '../wire.ts'

const asked = 0x57
const answered = 0xd7
/** Kind, four zeros, twice 0x11, a route, and at 19 how many bytes follow. */
const headerBytes = 21
const lengthOffset = 19
/** Where in what follows stands the length of a second header; behind it the function. */
const innerOffset = 23
const maxLength = 4096
const readType = 0x0401

const framing: Framing = { headerBytes: headerBytes + 3, lengthAt, keptBytes: 4200, look }

const common = {
  name: 'melsoft',
  roams: true,
  operation: operationOf,
  ...framed(framing),
} as const

export const melsoft: Protocol = {
  ...common,
  carrier: 'tcp',
  ports: [5562],
  streamBytes: 4200,
  decode: (payload, recorder) =>
    readFramed(payload, recorder, framing, (cursor) => recordMessage(cursor, recorder)),
}

export const melsoftUdp: Protocol = {
  ...common,
  carrier: 'udp',
  ports: [5006],
  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    if (to - from < framing.headerBytes) recorder.oddity('truncated')
    else if (lengthAt(view, from) === 0) recorder.oddity('foreign-protocol')
    else {
      if (lengthAt(view, from) > to - from) recorder.oddity('truncated')
      recordMessage(new Cursor(payload, from, to), recorder)
    }
  },
}

/** Tools look for controllers with four bytes; answers repeat them and name an address. */
export const melsoftSearch: Protocol = {
  name: 'melsoft_search',
  carrier: 'udp',
  ports: [5560],
  deepPackets: 4,
  operation: () => ({ name: 'search', effect: 'read' }),
  recognises: ({ view, from, to }: Payload) => isSearch(view, from, to),
  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isSearch(view, from, to)) return scan.foreign
    if (view.getUint8(from) === 0x5a) tally.add(0)
    return scan.seen
  },
  decode({ view, from, to }: Payload, recorder: Recorder): undefined {
    if (!isSearch(view, from, to)) recorder.oddity(to - from < 4 ? 'truncated' : 'foreign-protocol')
    else if (view.getUint8(from) === 0xda) recorder.fact('vendor', 'Mitsubishi Electric')
  },
}

function isSearch(view: DataView, from: number, to: number): boolean {
  if (to - from < 4 || view.getUint16(from + 1) !== 0) return false
  const kind = view.getUint8(from)
  return (kind === 0x5a && to - from === 4) || (kind === 0xda && to - from >= 14)
}

function lengthAt(view: DataView, at: number): number {
  const kind = view.getUint8(at)
  if (kind !== asked && kind !== answered) return 0
  if (view.getUint32(at + 1) !== 0 || view.getUint16(at + 5) !== 0x1111) return 0
  const length = view.getUint16(at + lengthOffset, true)
  return length < 4 || length > maxLength ? 0 : headerBytes + length
}

/** Offset of the function, which may lie beyond the end. */
function functionAt(view: DataView, at: number): number {
  return at + innerOffset + view.getUint8(at + innerOffset)
}

function look(view: DataView, at: number, end: number, tally: Tally): Scan {
  const where = functionAt(view, at)
  if (where + 2 > end) return scan.seen
  const code = view.getUint16(where)
  if (view.getUint8(at) === asked) tally.add(code)
  return code === readType ? scan.decode : scan.seen
}

function operationOf(code: number): { readonly name: string; readonly effect: 'read' | 'other' } {
  if (code === readType) return { name: 'read_type', effect: 'read' }
  return { name: `function_${code.toString(16).padStart(4, '0')}`, effect: 'other' }
}

function recordMessage(cursor: Cursor, recorder: Recorder): void {
  const { view, at } = cursor
  const isAnswer = view.getUint8(at) === answered
  if (isAnswer) recorder.fact('vendor', 'Mitsubishi Electric')
  cursor.skip(functionAt(view, at) - at)
  if (cursor.u16() !== readType || !isAnswer || cursor.isShort) return
  // A number, a result, then the name.
  cursor.skip(4)
  const model = cursor.text(16)
  if (cursor.isShort) recorder.oddity('truncated')
  else if (/^[\w-]{3,16}\s*$/.test(model)) recorder.fact('model', model)
}
