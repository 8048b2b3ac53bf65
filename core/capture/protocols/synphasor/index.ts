// SPDX-License-Identifier: EUPL-1.2
/** IEEE C37.118 synchrophasors (TCP 4712, UDP 4713): measurements of the grid, and who sends them. */
import {
  type Payload,
  type Protocol,
  type Recorder,
  type Scan,
  scan,
  type Tally,
} from '../../protocol.ts'
import { textAt } from '../wire.ts'

/** Mark with type, size, station number, time (8); a check ends the frame. */
const minLength = 16
const sync = 0xaa

/** Types in three bits of the second byte. */
const frameType = { header: 1, configuration1: 2, configuration2: 3, command: 4 } as const

const common = {
  name: 'synphasor',
  scan(view: DataView, from: number, to: number, _: boolean, tally: Tally): Scan {
    if (!isFrame(view, from, to)) return scan.foreign
    const type = (view.getUint8(from + 1) >> 4) & 7
    if (type === frameType.command) tally.add(type)
    return type === frameType.configuration1 || type === frameType.configuration2
      ? scan.decode
      : scan.seen
  },
  operation: () => ({ name: 'command', effect: 'other' }) as const,
  recognises: ({ view, from, to }: Payload) => isFrame(view, from, to),
  decode({ bytes, view, from, to }: Payload, recorder: Recorder): undefined {
    if (!isFrame(view, from, to)) {
      recorder.oddity(to - from < minLength ? 'truncated' : 'foreign-protocol')
      return
    }
    if (from + view.getUint16(from + 2) > to) {
      recorder.oddity('truncated')
      return
    }
    const type = (view.getUint8(from + 1) >> 4) & 7
    if (type === frameType.command) return
    recorder.fact('synphasor.id', String(view.getUint16(from + 4)))
    // Configuration: base of time, number of stations, then the name of the first.
    const isConfiguration = type === frameType.configuration1 || type === frameType.configuration2
    if (isConfiguration && from + 36 <= to) {
      recorder.fact('synphasor.station', textAt(bytes, from + 20, from + 36))
    }
  },
} as const

export const synphasor: Protocol = { ...common, carrier: 'tcp', ports: [4712] }

export const synphasorUdp: Protocol = { ...common, carrier: 'udp', ports: [4713] }

function isFrame(view: DataView, from: number, to: number): boolean {
  if (to - from < minLength || view.getUint8(from) !== sync) return false
  // Versions 1 (2005) and 2 (2011); the highest bit is reserved.
  const version = view.getUint8(from + 1) & 0x8f
  return (version === 1 || version === 2) && view.getUint16(from + 2) >= minLength
}
