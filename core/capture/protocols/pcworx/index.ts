// SPDX-License-Identifier: EUPL-1.2
/**
 * PC Worx (Phoenix Contact, TCP 1962): an inline controller says its type, software and order
 * number in one answer of fixed form. There is no public definition; what is read is what published
 * inquiries read.
 */
import {
  type FactName,
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
} from '../../protocol.ts'
import { textAt } from '../wire.ts'

const question = 1
const answer = 0x81
const headerBytes = 8
/** The answer that states identity is the only one that is so long. */
const identityBytes = 172
const fields: readonly (readonly [number, number, FactName])[] = [
  [30, 36, 'model'],
  [66, 13, 'firmware'],
  [79, 12, 'pcworx.firmware_date'],
  [152, 20, 'order_number'],
]

export const pcworx: Protocol = {
  name: 'pcworx',
  carrier: 'tcp',
  ports: [1962],
  recognises: ({ view, from, to }: Payload) => isMessage(view, from, to),
  scan: (view, from, to): Scan => (isMessage(view, from, to) ? scan.seen : scan.foreign),
  decode({ bytes, view, from, to }: Payload, recorder: Recorder): undefined {
    if (to - from < headerBytes) recorder.oddity('truncated')
    else if (!isMessage(view, from, to)) recorder.oddity('foreign-protocol')
    else if (view.getUint8(from) === answer && to - from >= identityBytes) {
      const model = textAt(bytes, from + 30, from + 66)
      // Letters as names of controllers have them, or it is another answer.
      if (!/^[A-Z][\w .+/-]{2,35}$/.test(model.trim())) return
      recorder.fact('vendor', 'Phoenix Contact')
      for (const [at, length, name] of fields) {
        recorder.fact(name, textAt(bytes, from + at, from + at + length))
      }
    }
  },
}

/** Kind, command, then the length of the whole. */
function isMessage(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes) return false
  const kind = view.getUint8(from)
  return (kind === question || kind === answer) && view.getUint16(from + 2) === to - from
}
