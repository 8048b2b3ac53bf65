// SPDX-License-Identifier: EUPL-1.2
import type { Payload, Recorder } from '../../protocol.ts'
import { type Cursor, ipv4At, macAt } from '../wire.ts'
import { recordIdentification } from './identification.ts'

const block = {
  identification0: 0x0020,
  identification1: 0x0021,
  identification2: 0x0022,
  identification3: 0x0023,
  connectRequest: 0x0101,
  realPort: 0x020f,
  realInterface: 0x0240,
  multiple: 0x0400,
  readRequest: 0x0009,
  readAnswer: 0x8009,
  connectAnswer: 0x8101,
  serverAnswer: 0x8106,
} as const

/** Indices of the records that we read: ports, interfaces, all of them, identification. */
const readRecords: ReadonlySet<number> = new Set([
  0x802a, 0x8080, 0xf841, 0xaff0, 0xaff1, 0xaff2, 0xaff3,
])

// Blocks may hold blocks once (records of many submodules); nobody nests deeper.
const maxDepth = 2

/** The slot that the blocks which follow are about; 0 is the device itself. */
interface Place {
  slot: number
  subslot: number
}

export function readBlocks(cursor: Cursor, payload: Payload, recorder: Recorder): void {
  readAll(cursor, { slot: 0, subslot: 0 }, 0, payload, recorder)
}

function readAll(
  cursor: Cursor,
  place: Place,
  depth: number,
  payload: Payload,
  recorder: Recorder,
): void {
  // Padding to four bytes may end the array.
  while (cursor.left >= 6) {
    const type = cursor.u16()
    const content = cursor.part(cursor.u16())
    if (cursor.isShort) {
      recorder.oddity('truncated')
      return
    }
    // Version.
    content.skip(2)
    if (type === block.multiple && depth < maxDepth) {
      // Padding and the interface in the program, then the place.
      content.skip(6)
      const inner = { slot: content.u16(), subslot: content.u16() }
      readAll(content, inner, depth + 1, payload, recorder)
    } else if (type === block.readRequest || type === block.readAnswer) {
      // Number, relation, interface.
      content.skip(22)
      place.slot = content.u16()
      place.subslot = content.u16()
      content.skip(2)
      // What else is read need not be made of blocks.
      if (!readRecords.has(content.u16())) return
    } else readOne(type, content, place, payload, recorder)
    if (content.isShort) recorder.oddity('length-out-of-range')
  }
}

function readOne(
  type: number,
  content: Cursor,
  place: Place,
  payload: Payload,
  recorder: Recorder,
): void {
  switch (type) {
    case block.connectRequest:
      recordInitiator(content, payload, recorder)
      break
    case block.connectAnswer: {
      // Kind, relation, key.
      content.skip(20)
      recordMac(content, payload, recorder)
      break
    }
    case block.serverAnswer:
      recorder.fact('station_name', content.text(content.u16()))
      break
    case block.identification0:
      if (place.slot === 0) recordIdentification(content, recorder)
      else recordModule(content, place, recorder)
      break
    case block.identification1: {
      const tag = content.text(32)
      const where = content.text(22)
      if (place.slot !== 0 || content.isShort) break
      recorder.fact('pn_io.function', tag)
      recorder.fact('location', where)
      break
    }
    case block.identification2:
      if (place.slot === 0) recorder.fact('pn_io.installed', content.text(16))
      break
    case block.identification3:
      if (place.slot === 0) recorder.fact('pn_io.descriptor', content.text(54))
      break
    case block.realInterface:
      recordInterface(content, recorder)
      break
    case block.realPort:
      recordPort(content, recorder)
      break
    default:
      break
  }
}

/** The controller (or supervisor) introduces itself. */
function recordInitiator(content: Cursor, payload: Payload, recorder: Recorder): void {
  const kind = content.u16()
  content.skip(18)
  recordMac(content, payload, recorder)
  // Object, properties, timeout, port.
  content.skip(24)
  const name = content.text(content.u16())
  if (content.isShort) return
  recorder.fact('station_name', name)
  recorder.fact('role_hint', kind === supervisorRelation ? 'io_supervisor' : 'io_controller')
}

/** Kind of relation that engineering opens; all others are opened by controllers. */
const supervisorRelation = 6

function recordMac(content: Cursor, payload: Payload, recorder: Recorder): void {
  const at = content.skip(6)
  if (at === undefined) return
  const mac = macAt(content.bytes, at)
  recorder.fact('pn_io.mac', mac)
  if (payload.source.ip !== undefined) recorder.binding(mac, payload.source.ip)
}

/** A module is no device of its own: one line tells it. */
function recordModule(content: Cursor, { slot, subslot }: Place, recorder: Recorder): void {
  content.skip(2)
  const order = content.text(20).trim()
  const serial = content.text(16).trim()
  content.skip(2)
  const letter = String.fromCharCode(content.u8())
  const version = `${letter}${content.u8()}.${content.u8()}.${content.u8()}`
  if (content.isShort || order === '') return
  recorder.fact('pn_io.module', `${slot}/${subslot} ${order} ${serial} ${version}`)
}

/** Name of the station, MAC, address. */
function recordInterface(content: Cursor, recorder: Recorder): void {
  const start = content.at
  const name = content.text(content.u8())
  alignFrom(content, start)
  const macFrom = content.skip(6)
  content.skip(2)
  const ipFrom = content.skip(12)
  if (macFrom === undefined || ipFrom === undefined) return
  recorder.fact('station_name', name)
  const mac = macAt(content.bytes, macFrom)
  recorder.fact('pn_io.mac', mac)
  const ip = ipv4At(content.bytes, ipFrom)
  if (ip !== '0.0.0.0') recorder.binding(mac, ip)
}

/** What the port is connected to: the wiring. */
function recordPort(content: Cursor, recorder: Recorder): void {
  // Padding, slot, subslot.
  content.skip(6)
  const own = content.text(content.u8())
  const peers = content.u8()
  content.skip(2)
  // Only switches with an unmanaged one behind a port have several: the first will do.
  if (peers === 0) return
  const port = content.text(content.u8())
  const station = content.text(content.u8())
  if (!content.isShort) recorder.fact('pn_io.peer', `${own} ${station} ${port}`)
}

/** Fields with four bytes begin at multiples of four, counted from the block's header. */
function alignFrom(content: Cursor, start: number): void {
  // Header and version are 6 bytes.
  const misplaced = (content.at - start + 6) % 4
  if (misplaced !== 0) content.skip(4 - misplaced)
}
