// SPDX-License-Identifier: EUPL-1.2
// Sparkplug B (Eclipse Sparkplug 3.0): edge nodes and their devices by topic, and what they say of
// themselves when they are born.
import type { FactName, Recorder } from '../../protocol.ts'
import { Cursor, textAt } from '../wire.ts'

interface Bytes {
  readonly bytes: Uint8Array
  readonly view: DataView
}

/** `spBv1.0/group/message/node` and for devices one level more. */
export function recordSparkplug(
  topic: string,
  payload: Bytes,
  range: { readonly from: number; readonly to: number },
  recorder: Recorder,
): void {
  const [space, group, message, node, device] = topic.split('/')
  if (space !== 'spBv1.0' || group === undefined || node === undefined) return
  const isBirth = message === 'NBIRTH' || message === 'DBIRTH'
  if (!isBirth && message !== 'NDATA' && message !== 'DDATA') return
  recorder.fact('mqtt.sparkplug_node', `${group}/${node}`)
  if (device !== undefined) recorder.fact('mqtt.sparkplug_device', `${group}/${node}/${device}`)
  // The properties of a device are not those of the node that speaks for it.
  if (message === 'NBIRTH') recordBirth(payload, range, recorder)
}

/** Names of metrics, in lower case and without what is before the last slash. */
const meanings: Readonly<Record<string, FactName>> = {
  'hardware make': 'vendor',
  'hardware model': 'model',
  'hardware version': 'hardware',
  hw_version: 'hardware',
  fw_version: 'firmware',
  'fw version': 'firmware',
  'firmware version': 'firmware',
  fw: 'firmware',
  os: 'operating_system',
  'os version': 'mqtt.os_version',
  'serial number': 'serial',
}

// Protocol Buffers: number of the field and how it is written.
const metricField = 2
const nameField = 1
const textField = 15
const wire = { varint: 0, eight: 1, bytes: 2, four: 5 } as const

// A birth lists every metric of a node, thousands at times; properties are among them.
const maxMetrics = 2048

function recordBirth(
  payload: Bytes,
  { from, to }: { readonly from: number; readonly to: number },
  recorder: Recorder,
): void {
  const cursor = new Cursor(payload, from, to)
  for (let left = maxMetrics; left > 0 && cursor.left > 0 && !cursor.isShort; left -= 1) {
    const field = fieldIn(cursor)
    if (field?.number === metricField) recordMetric(payload, field, recorder)
  }
}

function recordMetric(
  payload: Bytes,
  { from, to }: { readonly from: number; readonly to: number },
  recorder: Recorder,
): void {
  const cursor = new Cursor(payload, from, to)
  let name = ''
  while (cursor.left > 0 && !cursor.isShort) {
    const field = fieldIn(cursor)
    if (field === undefined) continue
    if (field.number === nameField) name = textAt(payload.bytes, field.from, field.to)
    if (field.number !== textField) continue
    const key = name.slice(name.lastIndexOf('/') + 1).toLowerCase()
    const fact = Object.hasOwn(meanings, key) ? meanings[key] : undefined
    if (fact !== undefined) recorder.fact(fact, textAt(payload.bytes, field.from, field.to))
  }
}

/** The next field when it holds bytes; others are passed over. */
function fieldIn(
  cursor: Cursor,
): { readonly number: number; readonly from: number; readonly to: number } | undefined {
  const key = varintIn(cursor)
  const kind = key & 7
  if (kind === wire.varint) varintIn(cursor)
  else if (kind === wire.eight) cursor.skip(8)
  else if (kind === wire.four) cursor.skip(4)
  else if (kind === wire.bytes) {
    const length = varintIn(cursor)
    const from = cursor.skip(length)
    return from === undefined ? undefined : { number: key >>> 3, from, to: from + length }
  } else cursor.skip(cursor.left + 1)
  return undefined
}

/** At most ten bytes; what is above 2^53 loses its last digits, which no length reaches. */
function varintIn(cursor: Cursor): number {
  let value = 0
  for (let index = 0; index < 10; index += 1) {
    const byte = cursor.u8()
    value += (byte & 0x7f) * 128 ** index
    if (byte < 0x80) break
  }
  return value
}
