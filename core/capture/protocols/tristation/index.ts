// SPDX-License-Identifier: EUPL-1.2
/** TriStation (Triconex, UDP 1502): the engineering protocol of safety controllers. */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { kindCode, operationOf } from './operations.ts'

/** Kind, zero, length of the content; a check of two bytes behind it. */
const headerBytes = 4
const checkBytes = 2
const command = 5
const lastKind = 11
/** Offsets in a command: who speaks, connection, function. */
const directionOffset = headerBytes
const functionOffset = headerBytes + 2

export const tristation: Protocol = {
  name: 'tristation',
  carrier: 'udp',
  ports: [1502],
  operation: operationOf,
  recognises: ({ view, from, to }: Payload) => isMessage(view, from, to),
  scan(view, from, to, _isFromServer, tally): Scan {
    if (!isMessage(view, from, to)) return scan.foreign
    const kind = view.getUint8(from)
    if (kind !== command) tally.add(kindCode + kind)
    else if (isQuestion(view, from, to)) tally.add(view.getUint8(from + functionOffset))
    return scan.seen
  },
  decode({ view, from, to }: Payload, recorder: Recorder): undefined {
    if (to - from < headerBytes + checkBytes) recorder.oddity('truncated')
    else if (!isMessage(view, from, to)) recorder.oddity('foreign-protocol')
    else if (view.getUint8(from) === 2 || isAnswer(view, from, to)) {
      recorder.fact('vendor', 'Triconex')
    }
  },
}

function isMessage(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes + checkBytes) return false
  const kind = view.getUint8(from)
  if (kind === 0 || kind > lastKind || view.getUint8(from + 1) !== 0) return false
  const length = view.getUint16(from + 2, true)
  // Where pieces follow, the first states the length of all.
  return headerBytes + length + checkBytes >= to - from && (kind === command || length < 256)
}

function isQuestion(view: DataView, from: number, to: number): boolean {
  return functionOffset < to - from && view.getUint8(from + directionOffset) === 0
}

function isAnswer(view: DataView, from: number, to: number): boolean {
  const isCommand = view.getUint8(from) === command && functionOffset < to - from
  return isCommand && view.getUint8(from + directionOffset) === 1
}
