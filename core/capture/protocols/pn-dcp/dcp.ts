// SPDX-License-Identifier: EUPL-1.2
import type { Operation, Payload, Recorder, Tally } from '../../protocol.ts'
import { Cursor } from '../wire.ts'
import { type Block, describeDevice } from './block.ts'
import { recordSet } from './set.ts'

/** Frame id, service id and type, transaction, delay, length. */
const headerBytes = 12

const service = { get: 3, set: 4, identify: 5, hello: 6 } as const

const controlOption = 5

/** Codes: `service << 8 | what`, with this bit for answers. */
const answerBit = 0x1000

const setOperations: Readonly<Record<number, Operation>> = {
  18: { name: 'set_ip_address', effect: 'configure' },
  19: { name: 'set_ip_address', effect: 'configure' },
  34: { name: 'set_station_name', effect: 'configure' },
  83: { name: 'flash_led', effect: 'other' },
  85: { name: 'factory_reset', effect: 'configure' },
  86: { name: 'factory_reset', effect: 'configure' },
}

const operations: Readonly<Record<number, Operation>> = {
  [service.get << 8]: { name: 'get', effect: 'read' },
  [answerBit | (service.get << 8)]: { name: 'get_response', effect: 'read' },
  [answerBit | (service.set << 8)]: { name: 'set_response', effect: 'other' },
  [answerBit | (service.set << 8) | 1]: { name: 'set_refused', effect: 'other' },
  [service.identify << 8]: { name: 'identify', effect: 'read' },
  [answerBit | (service.identify << 8)]: { name: 'identify_response', effect: 'read' },
  [service.hello << 8]: { name: 'hello', effect: 'read' },
}

export function dcpOperation(code: number): Operation {
  const known = operations[code]
  if (known !== undefined) return known
  if (code >> 8 !== service.set) return { name: 'unknown_service', effect: 'other' }
  return setOperations[code & 0xff] ?? { name: 'set_other', effect: 'configure' }
}

/** `from` is the byte after the frame id. A set counts once for every block it carries. */
export function addDcpOperations(view: DataView, from: number, to: number, tally: Tally): void {
  if (to - from < headerBytes - 2) return
  const id = view.getUint8(from)
  const isAnswer = (view.getUint8(from + 1) & 1) === 1
  if (id !== service.set) {
    tally.add((isAnswer ? answerBit : 0) | ((id << 8) & 0x0f00))
    return
  }
  const end = Math.min(to, from + 10 + view.getUint16(from + 8))
  let hasRefusal = false
  for (let at = from + 10; at + 4 <= end; ) {
    const kind = (view.getUint8(at) << 4) | view.getUint8(at + 1)
    const length = view.getUint16(at + 2)
    // Start and end of a transaction (0x51, 0x52) only wrap what is set.
    if (!isAnswer && kind !== 0x51 && kind !== 0x52) tally.add(0x0400 | Math.min(kind, 0xff))
    if (isAnswer && kind === 0x54 && at + 7 <= end && view.getUint8(at + 6) !== 0) hasRefusal = true
    at += 4 + length + (length & 1)
  }
  if (isAnswer) tally.add(answerBit | 0x0400 | (hasRefusal ? 1 : 0))
}

export function decodeDcp(payload: Payload, recorder: Recorder): void {
  const { from, to } = payload
  const header = new Cursor(payload, from + 2, to)
  const id = header.u8()
  const isAnswer = (header.u8() & 1) === 1
  header.skip(6)
  const length = header.u16()
  if (header.isShort) {
    recorder.oddity('truncated')
    return
  }
  if (length > header.left) recorder.oddity(payload.isCut ? 'truncated' : 'length-out-of-range')
  const body = new Cursor(payload, header.at, Math.min(to, header.at + length))

  if (id === service.set) {
    if (!isAnswer) recordSet(blocksOf(body, true, recorder), payload, recorder)
  } else if (id === service.identify && !isAnswer) {
    recordQuestion(blocksOf(body, false, recorder), recorder)
  } else if (id === service.get && !isAnswer) {
    // Only names options, without values.
  } else if (id === service.identify || id === service.get || id === service.hello) {
    describeDevice(blocksOf(body, true, recorder), payload, recorder)
  } else {
    recorder.oddity('unknown-service')
  }
}

/**
 * Blocks stand on even offsets. In answers and sets two bytes of information precede the value;
 * they count in the length.
 */
function blocksOf(body: Cursor, hasInformation: boolean, recorder: Recorder): readonly Block[] {
  const blocks: Block[] = []
  while (body.left > 0) {
    const kind = (body.u8() << 8) | body.u8()
    const length = body.u16()
    const value = body.part(length)
    if (length % 2 === 1 && body.left > 0) body.skip(1)
    if (body.isShort) {
      recorder.oddity('truncated')
      break
    }
    const isControl = kind >> 8 === controlOption
    const information = hasInformation && length >= 2 ? value.u16() : 0
    if (hasInformation && length < 2 && !isControl) recorder.oddity('length-out-of-range')
    blocks.push({ kind, information, value })
  }
  return blocks
}

/** A question by name is asked by a controller that expects that device. */
function recordQuestion(blocks: readonly Block[], recorder: Recorder): void {
  for (const { kind, value } of blocks) {
    if (kind === 0x0202) recorder.fact('pn_dcp.asked_for', value.text(value.left))
    if (kind === 0x0206) recorder.fact('pn_dcp.alias_asked_for', value.text(value.left))
  }
}
