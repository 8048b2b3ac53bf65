// SPDX-License-Identifier: EUPL-1.2
/** TFTP (RFC 1350, RFC 2347): files read and written without any log-in, firmware as a rule. */
import type { Operation, Payload, Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { textAt } from '../wire.ts'

const port = 69

export const tftp: Protocol = {
  name: 'tftp',
  carrier: 'udp',
  ports: [port],
  // After the request both sides use ports of their own: the transfer is a flow of its own.
  roams: true,
  recognises({ view, from, to, source, destination }) {
    if (!isTftp(view, from, to)) return false
    const isOnPort = source.port === port || destination.port === port
    return isOnPort || opensTransfer(view, from, to)
  },
  scan(view, from, to, _isFromServer, tally) {
    if (!isTftp(view, from, to)) return scan.foreign
    const operation = view.getUint16(from)
    tally.add(operation)
    return operation === read || operation === write ? scan.decode : scan.seen
  },
  operation: (code): Operation => operations[code] ?? { name: `opcode_${code}`, effect: 'other' },
  decode(payload, recorder) {
    const { view, from, to } = payload
    if (to - from < minimumBytes) {
      recorder.oddity('truncated')
      return undefined
    }
    const operation = view.getUint16(from)
    if (operation === read || operation === write) recordRequest(payload, recorder)
    else if (operation === failure) recordFailure(payload, recorder)
    return undefined
  },
}

const read = 1
const write = 2
const data = 3
const acknowledgement = 4
const failure = 5
const optionAcknowledgement = 6

const operations: Readonly<Record<number, Operation>> = {
  [read]: { name: 'read_request', effect: 'read' },
  [write]: { name: 'write_request', effect: 'write' },
  [data]: { name: 'data', effect: 'other' },
  [acknowledgement]: { name: 'acknowledgement', effect: 'other' },
  [failure]: { name: 'error', effect: 'other' },
  [optionAcknowledgement]: { name: 'option_acknowledgement', effect: 'other' },
}

/** Operation and a block number, or a name of one letter. */
const minimumBytes = 4
const fullDataBytes = 516

function isTftp(view: DataView, from: number, to: number): boolean {
  if (to - from < minimumBytes) return false
  const operation = view.getUint16(from)
  return operation >= read && operation <= optionAcknowledgement
}

/** What a server answers first: options, the first full block, or go ahead. */
function opensTransfer(view: DataView, from: number, to: number): boolean {
  const operation = view.getUint16(from)
  const block = view.getUint16(from + 2)
  if (operation === data) return block === 1 && to - from === fullDataBytes
  if (operation === acknowledgement) return block === 0 && to - from === minimumBytes
  return operation === optionAcknowledgement && isText(view, from + 2, to)
}

/** Names and values of letters, each closed by a NUL. */
function isText(view: DataView, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = view.getUint8(at)
    if (byte !== 0 && (byte < 0x20 || byte > 0x7e)) return false
  }
  return to - from > 4 && view.getUint8(to - 1) === 0
}

/** The file, the mode, and names of options with their values, each closed by a NUL. */
function recordRequest({ bytes, from, to }: Payload, recorder: Recorder): void {
  const nameEnd = closeOf(bytes, from + 2, to)
  const modeEnd = nameEnd === undefined ? undefined : closeOf(bytes, nameEnd + 1, to)
  if (nameEnd === undefined || modeEnd === undefined || bytes[to - 1] !== 0) {
    recorder.oddity('truncated')
  }
  recorder.fact('tftp.file', textAt(bytes, from + 2, nameEnd ?? to))
}

function recordFailure({ bytes, from, to }: Payload, recorder: Recorder): void {
  if (closeOf(bytes, from + 4, to) === undefined) recorder.oddity('truncated')
  recorder.fact('tftp.error', textAt(bytes, from + 4, to))
}

function closeOf(bytes: Uint8Array, from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) if (bytes[at] === 0) return at
  return undefined
}
