// SPDX-License-Identifier: EUPL-1.2
// What the variables of an answer or a trap say.
import type { Payload, Recorder } from '../../protocol.ts'
import { type Element, oidText } from '../der.ts'
import { recordDescription } from '../device-description.ts'
import { ipv4At, macAt, textAt } from '../wire.ts'
import { tags, type VariableBinding } from './message.ts'
import {
  chassisIndexes,
  entityColumns,
  entityTable,
  neighbourTable,
  objects,
  trapOid,
} from './objects.ts'

/** A variable of an answer: about the agent that answers. */
export function recordVariable(
  payload: Payload,
  { oid, value }: VariableBinding,
  recorder: Recorder,
): void {
  const name = oidText(payload.bytes, oid.from, oid.to)
  if (name.startsWith(neighbourTable)) {
    recordNeighbour(payload, name.slice(neighbourTable.length), value, recorder)
    return
  }
  const text = textOf(payload, value)
  if (text === undefined) return
  if (name.startsWith(entityTable)) {
    const [column, index] = name.slice(entityTable.length).split('.')
    const names = column === undefined ? undefined : entityColumns[column]
    if (names === undefined) return
    recorder.fact(names[chassisIndexes.includes(index ?? '') ? 0 : 1], text)
    return
  }
  // The instance is the last number: 0, or the row of a table.
  const object = name.slice(0, Math.max(0, name.lastIndexOf('.')))
  const fact = Object.hasOwn(objects, object) ? objects[object] : undefined
  if (fact === 'description') recordDescription(text, recorder)
  else if (fact !== undefined) recorder.fact(fact, text)
}

/** A variable of a trap: known ones as in an answer, texts of any other kind as they are. */
export function recordTrapVariable(
  payload: Payload,
  binding: VariableBinding,
  recorder: Recorder,
): void {
  const { oid, value } = binding
  recordVariable(payload, binding, recorder)
  const name = oidText(payload.bytes, oid.from, oid.to)
  const text = textOf(payload, value)
  if (text === undefined) return
  if (name === trapOid) recorder.fact('snmp.trap', text)
  else if (value.tag === tags.octets && isPrintable(payload.bytes, value)) {
    recorder.fact('snmp.trap_text', text)
  }
}

export function textOf({ bytes }: Payload, value: Element): string | undefined {
  if (value.tag === tags.octets) return textAt(bytes, value.from, value.to)
  if (value.tag === tags.oid) return oidText(bytes, value.from, value.to)
  if (value.tag === tags.address && value.to - value.from === 4) return ipv4At(bytes, value.from)
  return undefined
}

/** The row of the table is an interface and an address, its value the MAC address there. */
function recordNeighbour(
  { bytes }: Payload,
  row: string,
  value: Element,
  recorder: Recorder,
): void {
  const numbers = row.split('.')
  if (numbers.length !== 5 || value.tag !== tags.octets || value.to - value.from !== 6) return
  if (numbers.slice(1).every((part) => Number(part) < 256)) {
    recorder.binding(macAt(bytes, value.from), numbers.slice(1).join('.'))
  }
}

function isPrintable(bytes: Uint8Array, { from, to }: Element): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false
    if (byte === 0x7f) return false
  }
  return to > from
}
