// SPDX-License-Identifier: EUPL-1.2
// How an HTTP message begins.
import type { Operation } from '../../protocol.ts'

/** First four bytes of a method and the operation it is (RFC 9110, RFC 4918, UPnP eventing). */
const methods: readonly (readonly [number, Operation])[] = [
  [four('GET '), { name: 'get', effect: 'read' }],
  [four('HEAD'), { name: 'head', effect: 'read' }],
  [four('POST'), { name: 'post', effect: 'write' }],
  [four('PUT '), { name: 'put', effect: 'write' }],
  [four('DELE'), { name: 'delete', effect: 'write' }],
  [four('PATC'), { name: 'patch', effect: 'write' }],
  [four('OPTI'), { name: 'options', effect: 'read' }],
  [four('TRAC'), { name: 'trace', effect: 'read' }],
  [four('CONN'), { name: 'connect', effect: 'other' }],
  [four('PROP'), { name: 'propfind', effect: 'read' }],
  [four('MKCO'), { name: 'mkcol', effect: 'write' }],
  [four('COPY'), { name: 'copy', effect: 'write' }],
  [four('MOVE'), { name: 'move', effect: 'write' }],
  [four('LOCK'), { name: 'lock', effect: 'write' }],
  [four('UNLO'), { name: 'unlock', effect: 'write' }],
  [four('SUBS'), { name: 'subscribe', effect: 'other' }],
  [four('UNSU'), { name: 'unsubscribe', effect: 'other' }],
  [four('NOTI'), { name: 'notify', effect: 'other' }],
  [four('REPO'), { name: 'report', effect: 'read' }],
]

const codeByStart = new Map(methods.map(([start], index) => [start, index]))
const responseStart = four('HTTP')
const slashOneDot = four('\0/1.')

/** Operation code of a response; those of requests follow from 1. */
export const responseCode = 0

export function httpOperation(code: number): Operation {
  if (code === responseCode) return { name: 'response', effect: 'other' }
  return methods[code - 1]?.[1] ?? { name: `method_${code}`, effect: 'other' }
}

/** Undefined when no message begins here. Four bytes do not prove a request: see `isRequestLine`. */
export function startCode(view: DataView, from: number, to: number): number | undefined {
  if (to - from < 8) return undefined
  const start = view.getUint32(from)
  if (start === responseStart) {
    return view.getUint32(from + 4) >>> 8 === slashOneDot ? responseCode : undefined
  }
  const index = codeByStart.get(start)
  return index === undefined ? undefined : index + 1
}

const lineFeed = 0x0a
const space = 0x20

/**
 * Whether the line says `METHOD target HTTP/…`, which tells HTTP from RTSP and SIP. A target so
 * long that the line does not end within the payload is believed.
 */
export function isRequestLine(bytes: Uint8Array, from: number, to: number): boolean {
  const feed = bytes.subarray(from, to).indexOf(lineFeed)
  if (feed < 0) return to - from > 200
  const end = from + feed
  for (let at = end - 1; at > from; at -= 1) {
    if (bytes[at] !== space) continue
    return bytes[at + 1] === 0x48 && bytes[at + 2] === 0x54 && bytes[at + 5] === 0x2f
  }
  return false
}

const less = 0x3c
const brace = 0x7b
const bracket = 0x5b
const equals = 0x3d
const maxKeyBytes = 40

/** A page, JSON, or a form whose first key is short: `user=…`. */
export function beginsBody(view: DataView, from: number, to: number): boolean {
  if (from >= to) return false
  const first = view.getUint8(from)
  if (first === less || first === brace || first === bracket) return true
  for (let at = from; at < to && at < from + maxKeyBytes; at += 1) {
    const byte = view.getUint8(at)
    if (byte === equals) return at > from
    if (byte <= space || byte > 0x7a) return false
  }
  return false
}

function four(text: string): number {
  let value = 0
  for (let index = 0; index < 4; index += 1) value = (value << 8) | text.charCodeAt(index)
  return value >>> 0
}
