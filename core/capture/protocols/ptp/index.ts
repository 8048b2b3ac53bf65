// SPDX-License-Identifier: EUPL-1.2
/** Precision Time Protocol (IEEE 1588, EtherType 0x88F7, UDP 319 and 320): which clocks there are. */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { hexBytes } from '../wire.ts'

/** Type, version, length, domain, flags, correction, the sender's clock and port, number … */
const headerBytes = 34
const identityAt = 20
const announce = 11
/** In an announcement: the clock that all others follow. */
const grandmasterAt = 53

const common = {
  name: 'ptp',
  deepPackets: 32,
  scan: (view: DataView, from: number, to: number): Scan =>
    isMessage(view, from, to) ? scan.seen : scan.foreign,
  decode({ bytes, view, from, to }: Payload, recorder: Recorder): undefined {
    if (to - from < headerBytes) {
      recorder.oddity('truncated')
      return
    }
    const version = view.getUint8(from + 1) & 0x0f
    if (version !== 2) {
      // Version 1 numbers its clocks otherwise.
      if (version !== 1) recorder.oddity('foreign-protocol')
      return
    }
    if (from + view.getUint16(from + 2) > to) recorder.oddity('truncated')
    const identity = hexBytes(bytes, from + identityAt, from + identityAt + 8)
    recorder.fact('ptp.clock_identity', `0x${identity}`)
    recorder.fact('ptp.domain', String(view.getUint8(from + 4)))
    if ((view.getUint8(from) & 0x0f) !== announce || to - from < grandmasterAt + 8) return
    const master = hexBytes(bytes, from + grandmasterAt, from + grandmasterAt + 8)
    recorder.fact('ptp.grandmaster', `0x${master}`)
    if (master === identity) recorder.fact('role_hint', 'time_server')
  },
} as const

export const ptp: Protocol = { ...common, carrier: 'ethernet', etherTypes: [0x88f7] }

export const ptpUdp: Protocol = {
  ...common,
  carrier: 'udp',
  ports: [319, 320],
  recognises: ({ view, from, to }: Payload) => isMessage(view, from, to),
}

/** Version 2 has it in the low bits of the second byte; version 1 as a word. */
function isMessage(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes) return false
  const version = view.getUint8(from + 1) & 0x0f
  if (version === 2) return view.getUint16(from + 2) >= headerBytes
  return version === 1 && view.getUint8(from) === 0
}
