// SPDX-License-Identifier: EUPL-1.2
/** HART-IP (FCG TS20085, UDP and TCP 5094): field instruments of the process industry. */
import {
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../../protocol.ts'
import { Cursor } from '../wire.ts'
import { headerBytes, isMessage, recordFrame } from './frame.ts'
import { codeAt, operationOf } from './operations.ts'

const common = {
  name: 'hart_ip',
  ports: [5094],
  operation: operationOf,
  recognises: ({ view, from, to }: Payload) => isMessage(view, from, to),
  scan(view: DataView, from: number, to: number, _: boolean, tally: Tally): Scan {
    if (!isMessage(view, from, to)) return scan.foreign
    let wanted: Scan = scan.seen
    for (let at = from; isMessage(view, at, to); at += view.getUint16(at + 6)) {
      const code = codeAt(view, at, to)
      if (code < 0) continue
      tally.add(code)
      if (code === 0 || code === 20) wanted = scan.decode
    }
    return wanted
  },
} as const

export const hartIp: Protocol = {
  ...common,
  carrier: 'udp',
  decode(payload: Payload, recorder: Recorder): undefined {
    const { view, from, to } = payload
    if (!isMessage(view, from, to)) {
      recorder.oddity(to - from < headerBytes ? 'truncated' : 'foreign-protocol')
      return
    }
    const end = from + view.getUint16(from + 6)
    if (end > to) recorder.oddity('truncated')
    else recordFrame(new Cursor(payload, from, end), recorder)
  },
}

export const hartIpTcp: Protocol = {
  ...common,
  carrier: 'tcp',
  streamBytes: 2048,
  decode(payload: Payload, recorder: Recorder): number {
    const { view, from, to } = payload
    let at = from
    while (to - at >= headerBytes) {
      if (!isMessage(view, at, to)) {
        recorder.oddity('foreign-protocol')
        return to - from
      }
      const end = at + view.getUint16(at + 6)
      if (end > to) break
      recordFrame(new Cursor(payload, at, end), recorder)
      at = end
    }
    if (at < to && payload.isCut) {
      recorder.oddity('truncated')
      return to - from
    }
    return at - from
  },
}
