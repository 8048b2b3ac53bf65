// SPDX-License-Identifier: EUPL-1.2
/**
 * SLMP, the MC protocol of Mitsubishi Electric's controllers, in binary over TCP and UDP. The ports
 * are set in each project: its form finds it anywhere.
 */
import {
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../../protocol.ts'
import { type Framing, readFramed, scanFramed } from '../framed.ts'
import { Cursor } from '../wire.ts'
import { bodyAt, frameLength, isAnswer, smallestBytes } from './frame.ts'
import { operationOf, readTypeName } from './operations.ts'

const framing: Framing = {
  headerBytes: smallestBytes,
  lengthAt: frameLength,
  keptBytes: 4200,
  look,
}

/** End code, a name of 16 letters, a number. */
const typeNameBytes = 20
const noteName = 'slmp.asked'

const common = {
  name: 'slmp',
  roams: true,
  operation: operationOf,
  recognises: ({ view, from, to }: Payload) => isFrame(view, from, to),
  scan: (view: DataView, from: number, to: number, _: boolean, tally: Tally): Scan =>
    scanFramed(view, from, to, framing, tally),
} as const

export const slmp: Protocol = {
  ...common,
  carrier: 'tcp',
  ports: [5007],
  streamBytes: 4200,
  decode: (payload, recorder) =>
    readFramed(payload, recorder, framing, (cursor) => recordFrame(cursor, recorder)),
}

export const slmpUdp: Protocol = {
  ...common,
  carrier: 'udp',
  ports: [5007, 61450],
  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    if (to - from < smallestBytes) recorder.oddity('truncated')
    else if (frameLength(view, from, to) === 0) recorder.oddity('foreign-protocol')
    else {
      if (frameLength(view, from, to) > to - from) recorder.oddity('truncated')
      recordFrame(new Cursor(payload, from, to), recorder)
    }
  },
}

/** The first frame says how long it is, and no more than it says is there, or another begins. */
function isFrame(view: DataView, from: number, to: number): boolean {
  if (to - from < smallestBytes) return false
  const length = frameLength(view, from, to)
  if (length === 0) return false
  const end = from + length
  return end >= to || (to - end >= smallestBytes && frameLength(view, end, to) > 0)
}

function look(view: DataView, at: number, end: number, tally: Tally): Scan {
  const body = bodyAt(view, at)
  if (isAnswer(view, at)) return end - body === typeNameBytes ? scan.decode : scan.seen
  if (end - body < 4) return scan.seen
  const command = view.getUint16(body + 2, true)
  tally.add(command)
  return command === readTypeName ? scan.decode : scan.seen
}

function recordFrame(cursor: Cursor, recorder: Recorder): void {
  const { view, at } = cursor
  const body = bodyAt(view, at)
  if (body + 2 > cursor.to) {
    recorder.oddity('truncated')
    return
  }
  cursor.skip(body - at)
  const code = cursor.u16le()
  if (!isAnswer(view, at)) recorder.remember(noteName, cursor.u16le().toString(16))
  else if (code === 0 && recorder.recall(noteName) === readTypeName.toString(16)) {
    const model = cursor.text(16)
    if (cursor.isShort) recorder.oddity('truncated')
    else {
      recorder.fact('vendor', 'Mitsubishi Electric')
      recorder.fact('model', model)
    }
  }
}
