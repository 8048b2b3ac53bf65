// SPDX-License-Identifier: EUPL-1.2
import { type Scan, scan, type Tally } from '../../protocol.ts'
import { command, headerBytes } from './header.ts'
import { anyClass, commandBase, errorCode, otherClass, pcccBase, setRun } from './operations.ts'

const layer = { cip: 1, pccc: 2 } as const

/** Kinds of items: connected data has a sequence number in front. */
const item = { connected: 0xb1, unconnected: 0xb2 } as const

const answerBit = 0x80
const service = {
  getAttributesAll: 0x01,
  getAttributeList: 0x03,
  multiple: 0x0a,
  getAttributeSingle: 0x0e,
  setAttributeSingle: 0x10,
  executePccc: 0x4b,
  unconnectedSend: 0x52,
  forwardOpen: 0x54,
  largeForwardOpen: 0x5b,
} as const
/** Services whose answers state something, to some questions. */
const answered = marked([
  service.getAttributesAll,
  service.getAttributeList,
  service.getAttributeSingle,
  service.executePccc,
  service.forwardOpen,
  service.largeForwardOpen,
])
const classOf = { identity: 0x01, connectionManager: 0x06, symbol: 0x6b, pccc: 0x67, tcpIp: 0xf5 }

/** Questions to these are noted for their answers, or hold another. */
const notedClasses = marked([classOf.identity, classOf.connectionManager, classOf.tcpIp])

// The longest answer with one attribute that we read; cyclic ones are longer or not asked this way.
const maxAttributeBytes = 48

/** `from` is an encapsulation header, `to` the end of its packet. */
export function scanPacket(view: DataView, from: number, to: number, tally: Tally): Scan {
  const name = view.getUint16(from, true)
  if (name !== command.sendRequest && name !== command.sendConnected) {
    tally.add(commandBase | (name & 0xff))
    if (name === command.listIdentity) return scan.decode
    return name === command.listServices ? scan.seen : scan.silent
  }
  // Interface, timeout, number of items.
  let at = from + headerBytes + 8
  if (at > to) return scan.seen
  const items = view.getUint16(at - 2, true)
  for (let count = items; count > 0 && at + 4 <= to; count -= 1) {
    const kind = view.getUint16(at, true)
    const end = Math.min(to, at + 4 + view.getUint16(at + 2, true))
    const data = at + 4 + (kind === item.connected ? 2 : 0)
    if ((kind === item.connected || kind === item.unconnected) && data + 2 <= end) {
      tally.layer(layer.cip)
      if (scanMessage(view, data, end, tally, 0)) return scan.decode
      const isWhole = count === 1 && at + 4 + view.getUint16(at + 2, true) <= to
      return isWhole && isSilent(view, data, end) ? scan.silent : scan.seen
    }
    at += 4 + view.getUint16(at + 2, true)
  }
  return scan.seen
}

/** Whether the message is worth decoding. `depth`: how many messages it lies in. */
function scanMessage(
  view: DataView,
  from: number,
  to: number,
  tally: Tally,
  depth: number,
): boolean {
  const code = view.getUint8(from)
  if ((code & answerBit) !== 0) return scanAnswer(view, from, to, tally)
  const path = from + 2
  const data = path + 2 * view.getUint8(from + 1)
  if (data > to) return false
  const classId = classAt(view, path, data)
  tally.add((code << 8) | classId)
  if (code === service.multiple) return depth < 2 && scanMultiple(view, data, to, tally, depth)
  if (classId === classOf.connectionManager) {
    // Priority, ticks, then the length and bytes of the message to pass on.
    const inner = data + 4
    if (code === service.unconnectedSend && depth < 2 && inner + 2 <= to) {
      const end = Math.min(to, inner + view.getUint16(data + 2, true))
      return inner + 2 <= end && scanMessage(view, inner, end, tally, depth + 1)
    }
    return code === service.forwardOpen || code === service.largeForwardOpen
  }
  if (classId === classOf.pccc && code === service.executePccc) {
    scanPccc(view, data, to, tally)
    return false
  }
  if (classId === classOf.tcpIp) return true
  return (
    classId === classOf.identity &&
    (code === service.getAttributesAll ||
      code === service.getAttributeSingle ||
      code === service.getAttributeList)
  )
}

/** Whether the whole message is one of which nothing is recorded nor noted, as most are. */
function isSilent(view: DataView, from: number, to: number): boolean {
  if (to - from < 4) return false
  const code = view.getUint8(from)
  if ((code & answerBit) !== 0) {
    if (from + 4 + 2 * view.getUint8(from + 3) > to) return false
    return view.getUint8(from + 2) !== 0 || answered[code & 0x7f] === 0
  }
  const path = from + 2
  const end = path + 2 * view.getUint8(from + 1)
  if (end > to || end - path < 4) return false
  const first = view.getUint8(path)
  const length = view.getUint8(path + 1)
  if (first === 0x91) return path + 2 + length + (length & 1) === end
  // Class and instance with a byte each, and nothing behind them.
  const isObject = first === 0x20 && end - path === 4 && view.getUint8(path + 2) === 0x24
  return isObject && notedClasses[length] === 0
}

/** Service, a zero, status, words of extra status, data. */
function scanAnswer(view: DataView, from: number, to: number, tally: Tally): boolean {
  const code = view.getUint8(from) & 0x7f
  if (to - from < 4) return false
  if (view.getUint8(from + 2) !== 0) {
    tally.add(errorCode)
    return false
  }
  tally.add((code << 8) | anyClass)
  const data = from + 4 + 2 * view.getUint8(from + 3)
  switch (code) {
    case service.getAttributesAll:
    case service.forwardOpen:
    case service.largeForwardOpen:
      return true
    case service.getAttributeSingle:
      return to - data <= maxAttributeBytes
    case service.executePccc: {
      // The requester's id comes back in front of the answer, 7 bytes with its own length.
      if (to - data < 9 || view.getUint8(data) !== 7) return false
      const answered = view.getUint8(data + 7)
      if ((answered & 0x40) === 0) return false
      tally.layer(layer.pccc)
      return answered === 0x46
    }
    default:
      return false
  }
}

/** A number of offsets, which count from that number on, and the messages there. */
function scanMultiple(
  view: DataView,
  from: number,
  to: number,
  tally: Tally,
  depth: number,
): boolean {
  if (to - from < 2) return false
  const count = view.getUint16(from, true)
  let isWanted = false
  for (let index = 0; index < count && from + 4 + 2 * index <= to; index += 1) {
    const at = from + view.getUint16(from + 2 + 2 * index, true)
    if (at + 2 <= to && scanMessage(view, at, to, tally, depth + 1)) isWanted = true
  }
  return isWanted
}

/** The requester's id with its length, then command, status, transaction and mostly a function. */
function scanPccc(view: DataView, from: number, to: number, tally: Tally): void {
  if (from >= to) return
  const at = from + view.getUint8(from)
  if (at + 4 > to) return
  tally.layer(layer.pccc)
  let what = at + 4 < to ? view.getUint8(at + 4) : 0
  // The two commands that change the mode: 6 and 2 are "run".
  const mode = at + 5 < to ? view.getUint8(at + 5) : 0
  if ((what === 0x80 && mode === 6) || (what === 0x3a && mode === 2)) what = setRun
  tally.add(pcccBase | ((view.getUint8(at) & 0x0f) << 8) | what)
}

/** Class of a path: logical segment with 8 or 16 bits, or a name, which means a tag. */
function classAt(view: DataView, from: number, to: number): number {
  if (to - from < 2) return otherClass
  const kind = view.getUint8(from)
  if (kind === 0x20) return Math.min(view.getUint8(from + 1), otherClass)
  if (kind === 0x21 && to - from >= 4) return Math.min(view.getUint16(from + 2, true), otherClass)
  return kind === 0x91 ? classOf.symbol : otherClass
}

/** By a byte: 1 for those in the list. A set costs more than all else that the scan does. */
function marked(list: readonly number[]): Uint8Array {
  const marks = new Uint8Array(256)
  for (const value of list) marks[value] = 1
  return marks
}
