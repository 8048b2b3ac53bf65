// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { recordToken } from '../gss/index.ts'
import { Cursor, hexBytes } from '../wire.ts'
import { interfaceNames } from './interfaces.ts'

// C706, section 12.6: version 5 over connections. The fragment's length is 16 bits wide.
const headerBytes = 16
const type = {
  request: 0,
  response: 2,
  bind: 11,
  bindAnswer: 12,
  alter: 14,
  authenticate: 16,
} as const
const lastType = 19
const maxStreamBytes = 65_536
const maxContexts = 32

/** Remote procedure calls over TCP: which interfaces are asked for, and as whom. */
export const dcerpc: Protocol = {
  name: 'dcerpc',
  carrier: 'tcp',
  ports: [135],
  roams: true,
  streamBytes: maxStreamBytes,
  recognises: ({ view, from, to }) => isHeader(view, from, to),
  scan: (view, from, to) => (isHeader(view, from, to) ? scan.seen : scan.foreign),
  decode: decodeFragments,
}

/** Version, type, data representation and length all fit. Allocates nothing. */
function isHeader(view: DataView, at: number, to: number): boolean {
  if (at + headerBytes > to) return false
  const order = view.getUint8(at + 4)
  const isKnown =
    view.getUint8(at) === 5 &&
    view.getUint8(at + 1) <= 1 &&
    view.getUint8(at + 2) <= lastType &&
    (order & 0xee) === 0 &&
    view.getUint8(at + 5) <= 3 &&
    view.getUint16(at + 6) === 0
  return isKnown && view.getUint16(at + 8, order >= 0x10) >= headerBytes
}

function decodeFragments(payload: Payload, recorder: Recorder): number {
  const { view, from, to, isCut } = payload
  let at = from
  while (at < to) {
    if (at + headerBytes > to) {
      if (!isCut) return at - from
      recorder.oddity('truncated')
      break
    }
    if (!isHeader(view, at, to)) {
      recorder.oddity('no-fragment')
      break
    }
    const isLittle = view.getUint8(at + 4) >= 0x10
    const end = at + view.getUint16(at + 8, isLittle)
    if (end > to && !isCut) return at - from
    decodeFragment(payload, { at, to: Math.min(end, to), isLittle }, recorder)
    if (end > to) recorder.oddity('truncated')
    at = end
  }
  return to - from
}

interface Fragment {
  readonly at: number
  readonly to: number
  readonly isLittle: boolean
}

function decodeFragment(payload: Payload, fragment: Fragment, recorder: Recorder): void {
  const { bytes, view } = payload
  const { at, to, isLittle } = fragment
  const kind = view.getUint8(at + 2)
  if (kind === type.bind || kind === type.alter) recordContexts(payload, fragment, recorder)
  const authBytes = view.getUint16(at + 10, isLittle)
  const isLogIn =
    kind === type.bind ||
    kind === type.bindAnswer ||
    kind === type.alter ||
    kind === type.alter + 1 ||
    kind === type.authenticate
  if (!isLogIn || authBytes === 0) return
  if (authBytes > to - at - headerBytes) {
    if (!payload.isCut) recorder.oddity('length-out-of-range')
    return
  }
  recordToken(bytes, to - authBytes, to, recorder)
}

/** What the client asks for is a fact of the server it asks. */
function recordContexts(payload: Payload, fragment: Fragment, recorder: Recorder): void {
  const { bytes } = payload
  const { isLittle } = fragment
  const body = new Cursor(payload, fragment.at + headerBytes + 8, fragment.to)
  const count = body.u8()
  body.skip(3)
  for (let index = 0; index < Math.min(count, maxContexts) && !body.isShort; index += 1) {
    body.skip(2)
    const syntaxes = body.u8()
    body.skip(1)
    const identifier = body.skip(16)
    const version = isLittle ? body.u16le() : body.u16()
    const minor = isLittle ? body.u16le() : body.u16()
    body.skip(syntaxes * 20)
    if (identifier === undefined || body.isShort) break
    const uuid = uuidText(bytes, identifier, isLittle)
    recorder.fact('dcerpc.interface', `${uuid} v${version}.${minor}`, 'receiver')
    const name = interfaceNames[uuid]
    if (name !== undefined) recorder.fact('dcerpc.service', name, 'receiver')
  }
  if (body.isShort && !payload.isCut) recorder.oddity('length-out-of-range')
}

function uuidText(bytes: Uint8Array, at: number, isLittle: boolean): string {
  const part = (from: number, size: number) => {
    const digits = hexBytes(bytes, at + from, at + from + size)
    return isLittle ? (digits.match(/../g) ?? []).reverse().join('') : digits
  }
  const tail = hexBytes(bytes, at + 8, at + 16)
  return `${part(0, 4)}-${part(4, 2)}-${part(6, 2)}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
