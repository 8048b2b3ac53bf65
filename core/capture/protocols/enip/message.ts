// SPDX-License-Identifier: EUPL-1.2
import type { Recorder, Subject } from '../../protocol.ts'
import { type Cursor, hex, ipv4At } from '../wire.ts'
import { looksLikeIdentity, recordAttribute, recordIdentity } from './identity.ts'
import { type CipPath, readPath, routeOf } from './path.ts'
import { recordPccc } from './pccc.ts'
import { recordInterface } from './tcp-ip.ts'

/** How an answer finds its question. */
export interface Envelope {
  /** Connection id, for connected messages. */
  readonly connection: string | undefined
  readonly question: string
}

const service = {
  getAttributesAll: 0x01,
  getAttributeList: 0x03,
  getAttributeSingle: 0x0e,
  setAttributeSingle: 0x10,
  multiple: 0x0a,
  executePccc: 0x4b,
  unconnectedSend: 0x52,
  forwardOpen: 0x54,
  largeForwardOpen: 0x5b,
} as const

const identityClass = 0x01
const connectionManager = 0x06
const tcpIpClass = 0xf5

// A message to pass on may hold another one; nobody nests deeper.
const maxDepth = 3

export function recordMessage(cursor: Cursor, envelope: Envelope, recorder: Recorder): void {
  if (cursor.left < 2) recorder.oddity('truncated')
  else if (((cursor.bytes[cursor.at] ?? 0) & 0x80) !== 0) recordAnswer(cursor, envelope, recorder)
  else recordQuestion(cursor, envelope, recorder, { depth: 0, route: undefined })
}

/** Noted for the answer: class, attribute and route of the question. */
interface Question {
  readonly classId: number
  readonly attribute: number
  readonly route: string
}

function recordQuestion(
  cursor: Cursor,
  envelope: Envelope,
  recorder: Recorder,
  within: { readonly depth: number; readonly route: string | undefined },
): void {
  const code = cursor.u8()
  const path = readPath(cursor.part(2 * cursor.u8()))
  if (cursor.isShort) {
    recorder.oddity('truncated')
    return
  }
  const { classId = 0, attribute = 0 } = path
  if (classId === connectionManager && code === service.unconnectedSend) {
    if (within.depth < maxDepth) passOn(cursor, envelope, recorder, within.depth)
    return
  }
  if (code === service.forwardOpen || code === service.largeForwardOpen) {
    if (classId === connectionManager) recordOpen(cursor, code, envelope, recorder)
    return
  }
  if (code === service.setAttributeSingle && classId === tcpIpClass && attribute === 5) {
    recordAddressSet(cursor, recorder)
  }
  if (classId === identityClass || classId === tcpIpClass) {
    const route = within.route ?? routeOfConnection(envelope, recorder) ?? ''
    recorder.remember(envelope.question, `${classId} ${attribute} ${route}`)
  }
}

/** Unconnected send: the message lies inside, its route behind it. */
function passOn(cursor: Cursor, envelope: Envelope, recorder: Recorder, depth: number): void {
  cursor.skip(2)
  const length = cursor.u16le()
  const inner = cursor.part(length)
  if (length % 2 === 1) cursor.skip(1)
  const words = cursor.u8()
  cursor.skip(1)
  const path = readPath(cursor.part(2 * words))
  if (cursor.isShort) {
    recorder.oddity('truncated')
    return
  }
  recordQuestion(inner, envelope, recorder, { depth: depth + 1, route: routeOf(path) })
}

/** A connection: who is expected at its far end, and which route it takes. */
function recordOpen(cursor: Cursor, code: number, envelope: Envelope, recorder: Recorder): void {
  cursor.skip(6)
  const connection = hex(cursor.u32le(), 8)
  // Serials, timeout, and two intervals with parameters that "large" has doubled.
  cursor.skip(code === service.largeForwardOpen ? 28 : 24)
  // Kind of transport.
  cursor.skip(1)
  const path = readPath(cursor.part(2 * cursor.u8()))
  if (cursor.isShort) {
    recorder.oddity('truncated')
    return
  }
  const route = routeOf(path)
  if (route !== undefined) {
    recorder.remember(`route ${connection}`, route)
    recorder.remember(envelope.question, `${connectionManager} 0 ${route}`)
  }
  recordExpected(path, route, recorder)
}

function recordExpected(path: CipPath, route: string | undefined, recorder: Recorder): void {
  const key = path.key
  if (key === undefined || key.vendorId === 0) return
  const value = `${key.vendorId}/${key.deviceType}/${key.productCode}/${key.major}.${key.minor}`
  recorder.fact('cip.expected_key', value, moduleAt(route, 'receiver'))
}

function recordAnswer(cursor: Cursor, envelope: Envelope, recorder: Recorder): void {
  const code = cursor.u8() & 0x7f
  cursor.skip(1)
  const status = cursor.u8()
  cursor.skip(2 * cursor.u8())
  if (cursor.isShort) {
    recorder.oddity('truncated')
    return
  }
  if (status !== 0) return
  const question = questionOf(recorder.recall(envelope.question))
  const route = question?.route ?? routeOfConnection(envelope, recorder)
  const about = moduleAt(route === '' ? undefined : route, 'sender')
  if (code === service.forwardOpen || code === service.largeForwardOpen) {
    if (question?.classId !== connectionManager || route === undefined) return
    recorder.fact('cip.route', route, about)
  } else if (code === service.getAttributesAll) {
    if (looksLikeIdentity(cursor)) recordIdentity(cursor, recorder, about)
    else if (question?.classId === tcpIpClass) recordInterface(cursor, 0, recorder)
  } else if (code === service.getAttributeSingle && question !== undefined) {
    if (question.classId === identityClass) {
      recordAttribute(question.attribute, cursor, recorder, about)
    } else if (question.classId === tcpIpClass) {
      recordInterface(cursor, question.attribute, recorder)
    }
  } else if (code === service.getAttributeList && question?.classId === identityClass) {
    recordList(cursor, recorder, about)
  } else if (code === service.executePccc) recordPccc(cursor, recorder, about)
}

/** A number, then for each: attribute, status, value. */
function recordList(cursor: Cursor, recorder: Recorder, about: Subject): void {
  const count = cursor.u16le()
  for (let index = 0; index < count && cursor.left > 0; index += 1) {
    const attribute = cursor.u16le()
    // What could not be read has no value; beyond 7 the length is not known.
    if (cursor.u16le() !== 0 || attribute < 1 || attribute > 7) return
    recordAttribute(attribute, cursor, recorder, about)
  }
}

/** Address, mask, gateway: little-endian. */
function recordAddressSet(cursor: Cursor, recorder: Recorder): void {
  const at = cursor.skip(12)
  if (at === undefined) return
  recorder.event('address_set', {
    ip: reversed(cursor, at),
    mask: reversed(cursor, at + 4),
    gateway: reversed(cursor, at + 8),
    kept: 'permanent',
  })
}

function reversed(cursor: Cursor, at: number): string {
  return ipv4At(Uint8Array.from(cursor.bytes.subarray(at, at + 4)).reverse(), 0)
}

function moduleAt(route: string | undefined, of: 'sender' | 'receiver'): Subject {
  return route === undefined ? of : { child: 'cip-slot', key: route, of }
}

function routeOfConnection({ connection }: Envelope, recorder: Recorder): string | undefined {
  return connection === undefined ? undefined : recorder.recall(`route ${connection}`)
}

function questionOf(note: string | undefined): Question | undefined {
  const parts = note?.split(' ')
  if (parts === undefined) return undefined
  return { classId: Number(parts[0]), attribute: Number(parts[1]), route: parts[2] ?? '' }
}
