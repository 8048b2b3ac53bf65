// SPDX-License-Identifier: EUPL-1.2
/** MQTT 3.1, 3.1.1 and 5, with Sparkplug B on top: clients, users and topics. */
import type { Operation, Payload, Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { Cursor } from '../wire.ts'
import { recordConnect, skipProperties, textIn } from './connect.ts'
import { areFlagsRight, kind, type Packet, packetAt } from './packet.ts'
import { recordSparkplug } from './sparkplug.ts'

const port = 1883

// A message can have 256 MB, of which we want the first line; what is larger is passed over.
const streamBytes = 65_536

export const mqtt: Protocol = {
  name: 'mqtt',
  carrier: 'tcp',
  ports: [port],
  roams: true,
  streamBytes,
  recognises(payload) {
    const { view, from, to, source, destination } = payload
    if (isConnect(view, from, to)) return true
    const isOnPort = source.port === port || destination.port === port
    return isOnPort && fitsExactly(view, from, to)
  },
  scan(view, from, to, _isFromServer, tally) {
    const first = view.getUint8(from)
    const packetKind = first >> 4
    // The middle of a long message looks like anything.
    if (!areFlagsRight(packetKind, first & 0xf)) return scan.seen
    tally.add(packetKind === kind.publish && isCommand(view, from, to) ? command : packetKind)
    const isTelling =
      packetKind === kind.connect || packetKind === kind.publish || packetKind === kind.subscribe
    return isTelling ? scan.decode : scan.seen
  },
  operation: (code): Operation => operations[code] ?? { name: `type_${code}`, effect: 'other' },
  decode(payload, recorder) {
    const { view, from, to } = payload
    let at = from
    while (at < to) {
      const packet = packetAt(view, at, to)
      if (packet === 'short') break
      if (packet === 'malformed') {
        recorder.oddity('malformed')
        return undefined
      }
      if (packet.to > to) {
        if (packet.to - at <= streamBytes) break
        recorder.oddity('message-passed-over')
        recordPacket(payload, { ...packet, to }, recorder)
        return undefined
      }
      recordPacket(payload, packet, recorder)
      at = packet.to
    }
    return at - from
  },
}

/** Our number for a Sparkplug command, above the types of packets. */
const command = 16

const operations: Readonly<Record<number, Operation>> = {
  1: { name: 'connect', effect: 'authenticate' },
  2: { name: 'connect_acknowledge', effect: 'other' },
  3: { name: 'publish', effect: 'other' },
  4: { name: 'publish_acknowledge', effect: 'other' },
  5: { name: 'publish_received', effect: 'other' },
  6: { name: 'publish_release', effect: 'other' },
  7: { name: 'publish_complete', effect: 'other' },
  8: { name: 'subscribe', effect: 'read' },
  9: { name: 'subscribe_acknowledge', effect: 'other' },
  10: { name: 'unsubscribe', effect: 'other' },
  11: { name: 'unsubscribe_acknowledge', effect: 'other' },
  12: { name: 'ping', effect: 'other' },
  13: { name: 'ping_response', effect: 'other' },
  14: { name: 'disconnect', effect: 'other' },
  15: { name: 'authenticate', effect: 'authenticate' },
  [command]: { name: 'sparkplug_command', effect: 'write' },
}

/** CONNECT spells the name of the protocol: `MQTT`, in version 3.1 `MQIsdp`. */
function isConnect(view: DataView, from: number, to: number): boolean {
  if (from >= to || view.getUint8(from) !== kind.connect << 4) return false
  let at = from + 1
  while (at < to && at < from + 4 && view.getUint8(at) >= 0x80) at += 1
  if (at + 7 > to) return false
  const length = view.getUint16(at + 1)
  const name = view.getUint32(at + 3)
  return (length === 4 && name === 0x4d515454) || (length === 6 && name === 0x4d514973)
}

/** Whether whole packets fill the payload: to take up a connection whose beginning we missed. */
function fitsExactly(view: DataView, from: number, to: number): boolean {
  let at = from
  while (at < to) {
    const packet = packetAt(view, at, to)
    if (typeof packet === 'string') return false
    at = packet.to
  }
  return at === to
}

/** `spBv1.0/group/NCMD/…` or `DCMD`. */
function isCommand(view: DataView, from: number, to: number): boolean {
  let at = from + 1
  while (at < to && view.getUint8(at) >= 0x80) at += 1
  at += 3
  if (at + 8 > to || view.getUint32(at) !== 0x73704276 || view.getUint32(at + 4) !== 0x312e302f) {
    return false
  }
  at += 8
  while (at < to && view.getUint8(at) !== slash) at += 1
  return at + 5 <= to && (view.getUint32(at + 1) & 0xffffff) === 0x434d44
}

const slash = 0x2f

function recordPacket(payload: Payload, packet: Packet, recorder: Recorder): void {
  const cursor = new Cursor(payload, packet.from, packet.to)
  if (packet.kind === kind.connect) recordConnect(cursor, recorder)
  else if (packet.kind === kind.publish) recordPublish(payload, packet, cursor, recorder)
  else if (packet.kind === kind.subscribe) recordSubscribe(payload, packet, recorder)
}

function recordPublish(payload: Payload, packet: Packet, cursor: Cursor, recorder: Recorder): void {
  const topic = textIn(cursor)
  const hasIdentifier = (packet.flags & 6) !== 0
  if (hasIdentifier) cursor.u16()
  if (cursor.isShort) {
    recorder.oddity('length-out-of-range')
    return
  }
  recorder.fact('mqtt.topic', topic)
  if (payload.isFromServer || cursor.left === 0) return
  // The version is known to the connection, not here. A Sparkplug message cannot begin with the
  // zero by which version 5 says that there are no properties.
  if (payload.bytes[cursor.at] === 0) cursor.u8()
  recordSparkplug(topic, payload, { from: cursor.at, to: packet.to }, recorder)
}

function recordSubscribe(payload: Payload, packet: Packet, recorder: Recorder): void {
  const topics = topicsIn(payload, packet, false) ?? topicsIn(payload, packet, true)
  if (topics === undefined) recorder.oddity('length-out-of-range')
  else for (const topic of topics) recorder.fact('mqtt.topic', topic)
}

/** Undefined when the packet is not wholly made of topics and their options. */
function topicsIn(
  payload: Payload,
  { from, to }: Packet,
  hasProperties: boolean,
): readonly string[] | undefined {
  const cursor = new Cursor(payload, from, to)
  cursor.u16()
  if (hasProperties) skipProperties(cursor)
  const topics: string[] = []
  while (cursor.left > 0 && !cursor.isShort) {
    const topic = textIn(cursor)
    cursor.u8()
    if (topic === '') return undefined
    topics.push(topic)
  }
  return cursor.isShort ? undefined : topics
}
