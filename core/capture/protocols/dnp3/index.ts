// SPDX-License-Identifier: EUPL-1.2
/** DNP3 (IEEE 1815) over TCP and UDP 20000: substations and utilities. */
import {
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../../protocol.ts'
import { headerBytes, isFrame, lengthOf } from './link.ts'
import { operationOf } from './operations.ts'

const port = 20000

const common = {
  name: 'dnp3',
  ports: [port],
  operation: operationOf,
  recognises: ({ view, from, to }: Payload) => isFrame(view, from, to),
  scan(view: DataView, from: number, to: number, _: boolean, tally: Tally): Scan {
    if (!isFrame(view, from, to)) return scan.foreign
    for (let at = from; isFrame(view, at, to); at += lengthOf(view, at)) {
      // Transport (its highest bits: last, first), application control, function.
      const transport = at + headerBytes
      if (transport + 3 > to || view.getUint8(at + 2) < 8) continue
      if ((view.getUint8(transport) & 0x40) !== 0) tally.add(view.getUint8(transport + 2))
    }
    return scan.seen
  },
} as const

export const dnp3: Protocol = {
  ...common,
  carrier: 'tcp',
  roams: true,
  streamBytes: 1024,
  decode(payload: Payload, recorder: Recorder): number {
    const { view, from, to } = payload
    let at = from
    while (to - at >= headerBytes) {
      if (!isFrame(view, at, to)) {
        recorder.oddity('foreign-protocol')
        return to - from
      }
      const length = lengthOf(view, at)
      if (length > to - at) break
      recordAddress(view, at, recorder)
      at += length
    }
    if (at < to && payload.isCut) {
      recorder.oddity('truncated')
      return to - from
    }
    return at - from
  },
}

export const dnp3Udp: Protocol = {
  ...common,
  carrier: 'udp',
  decode({ view, from, to }: Payload, recorder: Recorder): undefined {
    if (to - from < headerBytes) recorder.oddity('truncated')
    else if (!isFrame(view, from, to)) recorder.oddity('foreign-protocol')
    else {
      if (lengthOf(view, from) > to - from) recorder.oddity('truncated')
      recordAddress(view, from, recorder)
    }
  },
}

/** Several stations may answer through one address; which one is who is told by this number. */
function recordAddress(view: DataView, at: number, recorder: Recorder): void {
  recorder.fact('dnp3.address', String(view.getUint16(at + 6, true)))
}
