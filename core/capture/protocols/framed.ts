// SPDX-License-Identifier: EUPL-1.2
// Messages over TCP that say how long they are, one after the other.
import {
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../protocol.ts'
import { Cursor } from './wire.ts'

/** Length of the whole message at `at`, of which `headerBytes` are there; 0 when it is none. */
export type LengthAt = (view: DataView, at: number, to: number) => number

export interface Framing {
  readonly headerBytes: number
  readonly lengthAt: LengthAt
  /** Longer messages are read as far as they have come: nothing we look for stands behind. */
  readonly keptBytes: number
  /** Counts one message that begins at `at`; `end` is its end or that of the payload. */
  look(view: DataView, at: number, end: number, tally: Tally): Scan
}

/** Foreign when not even the first message is ours; no allocation. */
export function scanFramed(
  view: DataView,
  from: number,
  to: number,
  framing: Framing,
  tally: Tally,
): Scan {
  let wanted: Scan = scan.foreign
  let at = from
  while (to - at >= framing.headerBytes) {
    const length = framing.lengthAt(view, at, to)
    if (length < framing.headerBytes) break
    const said = framing.look(view, at, Math.min(to, at + length), tally)
    if (said > wanted) wanted = said === scan.silent ? scan.seen : said
    at += length
  }
  return wanted
}

/** For `Protocol.decode`: returns the bytes consumed, what is not whole is kept for the next segment. */
export function readFramed(
  payload: Payload,
  recorder: Recorder,
  framing: Framing,
  read: (cursor: Cursor) => void,
): number {
  const { view, from, to, isCut } = payload
  let at = from
  while (to - at >= framing.headerBytes) {
    const length = framing.lengthAt(view, at, to)
    if (length < framing.headerBytes) {
      recorder.oddity('foreign-protocol')
      return to - from
    }
    const isWhole = length <= to - at
    if (!isWhole && length <= framing.keptBytes && !isCut) break
    read(new Cursor(payload, at, Math.min(to, at + length)))
    if (!isWhole) {
      if (isCut) recorder.oddity('truncated')
      return to - from
    }
    at += length
  }
  if (at < to && isCut) {
    recorder.oddity('truncated')
    return to - from
  }
  return at - from
}

/** How a protocol knows and counts its messages. */
export function framed(framing: Framing) {
  return {
    recognises: ({ view, from, to }) =>
      to - from >= framing.headerBytes && framing.lengthAt(view, from, to) > 0,
    scan: (view, from, to, _isFromServer, tally) => scanFramed(view, from, to, framing, tally),
  } as const satisfies Pick<Protocol, 'recognises' | 'scan'>
}
