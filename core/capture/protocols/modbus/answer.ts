// SPDX-License-Identifier: EUPL-1.2
import type { FactName, Recorder, Subject } from '../../protocol.ts'
import { type Cursor, textAt } from '../wire.ts'

/** Device identification objects (43/14); from 0x80 the maker's own. */
const objects: Readonly<Record<number, FactName>> = {
  0: 'vendor',
  1: 'order_number',
  2: 'firmware',
  3: 'modbus.vendor_url',
  4: 'modbus.product_name',
  5: 'model',
  6: 'modbus.application',
}

/** These reach a device that is not behind a gateway: the first is "none", the last "direct". */
function isOwnUnit(unit: number): boolean {
  return unit <= 1 || unit === 255
}

/** Gateways answer these themselves when the unit does not. */
const gatewayExceptions: ReadonlySet<number> = new Set([10, 11])

/** Whether an answer of this unit to this function can state anything: most only carry values. */
export function mayState(unit: number, code: number): boolean {
  if (!isOwnUnit(unit)) return true
  return code === 43 || code === 17 || code === 90
}

/** `cursor` holds unit, function and what follows, of a message from the server. */
export function recordAnswer(cursor: Cursor, recorder: Recorder): void {
  const unit = cursor.u8()
  const code = cursor.u8()
  const isException = (code & 0x80) !== 0
  const isOwn = isOwnUnit(unit)
  const about: Subject = isOwn
    ? 'sender'
    : { child: 'modbus-unit', key: String(unit), of: 'sender' }
  if (!isOwn && !(isException && gatewayExceptions.has(cursor.u8()))) {
    recorder.fact('modbus.unit', String(unit), about)
  }
  if (isException) return
  if (code === 43 && cursor.u8() === 14) recordIdentification(cursor, about, recorder)
  else if (code === 17) recordServerId(cursor, about, recorder)
  else if (code === 90) recordUmas(cursor, about, recorder)
}

function recordIdentification(cursor: Cursor, about: Subject, recorder: Recorder): void {
  // Kind of access, conformity, whether more follows, next object.
  cursor.skip(4)
  const count = cursor.u8()
  let product = ''
  let hasModel = false
  for (let index = 0; index < count; index += 1) {
    const id = cursor.u8()
    const text = cursor.text(cursor.u8())
    if (cursor.isShort) {
      recorder.oddity('truncated')
      break
    }
    recorder.fact(objects[id] ?? `modbus.object_${id}`, text, about)
    if (id === 5) hasModel = true
    if (id === 1 || id === 4) product = text
  }
  if (!hasModel) recorder.fact('model', product, about)
}

/** A count, then bytes as the maker likes; most send a text and whether the device runs. */
function recordServerId(cursor: Cursor, about: Subject, recorder: Recorder): void {
  const count = cursor.u8()
  const at = cursor.skip(Math.min(count, cursor.left))
  if (at === undefined) return
  if (count > cursor.at - at) recorder.oddity('truncated')
  const text = longestText(cursor, at, cursor.at)
  if (text.length >= shortestText) recorder.fact('modbus.server_id', text, about)
}

// Fewer letters in a row come about by chance.
const shortestText = 4

/** The longest run of printable ASCII. */
function longestText(cursor: Cursor, from: number, to: number): string {
  let best = ''
  for (let at = from; at < to; ) {
    let end = at
    while (end < to && isPrintable(cursor.bytes[end] ?? 0)) end += 1
    if (end - at > best.length) best = textAt(cursor.bytes, at, end)
    at = end + 1
  }
  return best
}

/**
 * UMAS has no public definition and its answers do not repeat the function. That to "read id"
 * is known by a length byte 19 to 24 bytes in, with a name as long as it says.
 */
function recordUmas(cursor: Cursor, about: Subject, recorder: Recorder): void {
  cursor.skip(1)
  if (cursor.u8() !== 0xfe) return
  const { bytes } = cursor
  for (let at = cursor.at + 19; at < Math.min(cursor.at + 25, cursor.to); at += 1) {
    const length = bytes[at] ?? 0
    const from = at + 1
    if (length < 8 || from + length > cursor.to) continue
    // Names of processors begin as the catalogue does: 140 CPU, BME P58, TM221.
    const text = textAt(bytes, from, from + length)
    if (!/^(?:140|171|BM[EX]|TSX|TM\d|H?NOE?)[ -~]+$/.test(text)) continue
    recorder.fact('vendor', 'Schneider Electric', about)
    recorder.fact('model', text, about)
    return
  }
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f
}
