// SPDX-License-Identifier: EUPL-1.2
/**
 * ProConOS (TCP 20547): a run-time system in controllers of several makers. The answer about itself
 * has a fixed form; there is no public definition, what is read is what published inquiries read.
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

const first = 0xcc
const headerBytes = 6
const identityBytes = 110
const fields: readonly (readonly [number, number, FactName])[] = [
  [12, 32, 'proconos.runtime'],
  [44, 32, 'model'],
  [77, 32, 'proconos.project'],
]

export const proconos: Protocol = {
  name: 'proconos',
  carrier: 'tcp',
  ports: [20547],
  recognises: ({ view, from, to }: Payload) => isMessage(view, from, to),
  scan: (view, from, to): Scan => (isMessage(view, from, to) ? scan.seen : scan.foreign),
  decode({ bytes, view, from, to }: Payload, recorder: Recorder): undefined {
    if (to - from < headerBytes) recorder.oddity('truncated')
    else if (!isMessage(view, from, to)) recorder.oddity('foreign-protocol')
    else if (to - from >= identityBytes) {
      if (!/^[\w][\w .+/-]{2,31}$/.test(textAt(bytes, from + 12, from + 44).trim())) return
      for (const [at, length, name] of fields) {
        recorder.fact(name, textAt(bytes, from + at, from + at + length))
      }
    }
  },
}

function isMessage(view: DataView, from: number, to: number): boolean {
  return to - from >= headerBytes && view.getUint8(from) === first && view.getUint8(from + 2) === 0
}
