// SPDX-License-Identifier: EUPL-1.2
/** NTP (RFC 5905, control messages RFC 9327): who keeps the time, by which source. */
import type { Payload, Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { ipv4At, textAt } from '../wire.ts'

export const ntp: Protocol = {
  name: 'ntp',
  carrier: 'udp',
  ports: [123],
  deepPackets: 2,
  recognises: ({ view, from, to }) => isNtp(view, from, to),
  scan(view, from, to) {
    if (!isNtp(view, from, to)) return scan.foreign
    // What else a further packet says is known; the time is not.
    return statesTime(view.getUint8(from) & 7) ? scan.decode : scan.seen
  },
  decode(payload, recorder) {
    const { view, from, to } = payload
    if (to <= from) return undefined
    const mode = view.getUint8(from) & 7
    if (mode === control) recordControl(payload, recorder)
    else if (mode >= symmetricActive && mode <= broadcast) {
      if (to - from < headerBytes) recorder.oddity('truncated')
      else {
        if (mode === server || mode === broadcast) recordServer(payload, recorder)
        if (statesTime(mode)) recordTime(payload, recorder)
      }
    }
    return undefined
  },
}

const symmetricActive = 1
const client = 3
const server = 4
const broadcast = 5
const control = 6
const headerBytes = 48
const controlHeaderBytes = 12

/** Versions 1 to 4; mode 0 is reserved. */
function isNtp(view: DataView, from: number, to: number): boolean {
  if (to - from < 4) return false
  const version = (view.getUint8(from) >> 3) & 7
  return version >= 1 && version <= 4 && (view.getUint8(from) & 7) !== 0
}

/** Stratum 1 names its source by letters, those below by an address; 0 is a kiss of death. */
function recordServer({ bytes, view, from }: Payload, recorder: Recorder): void {
  const stratum = view.getUint8(from + 1)
  if (stratum === 0) return
  recorder.fact('role_hint', 'time-server')
  recorder.fact('ntp.stratum', String(stratum))
  const source = stratum === 1 ? textAt(bytes, from + 12, from + 16) : ipv4At(bytes, from + 12)
  recorder.fact('ntp.source', source)
}

/** What clients send may be made up (RFC 9109 and its kin): they only want it back. */
function statesTime(mode: number): boolean {
  return mode >= symmetricActive && mode <= broadcast && mode !== client
}

/** 1900 to 1970 in seconds (RFC 5905, figure 4); the next era begins when the count runs over. */
const epochS = 2_208_988_800
const eraS = 2 ** 32

function recordTime({ view, from }: Payload, recorder: Recorder): void {
  const seconds = view.getUint32(from + 40)
  const fraction = view.getUint32(from + 44)
  if (seconds === 0) return
  const era = seconds < eraS / 2 ? eraS : 0
  recorder.clock(era + seconds - epochS + fraction / eraS)
}

/** Answers of `readvar` are texts like `version="ntpd 4.2.8", system="Linux"`. */
function recordControl({ bytes, view, from, to }: Payload, recorder: Recorder): void {
  if (to - from < controlHeaderBytes) {
    recorder.oddity('truncated')
    return
  }
  const isResponse = (view.getUint8(from + 1) & 0x80) !== 0
  const end = from + controlHeaderBytes + view.getUint16(from + 10)
  if (end > to) recorder.oddity('truncated')
  if (!isResponse) return
  const text = textAt(bytes, from + controlHeaderBytes, Math.min(end, to))
  const quoted = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? ''
  recorder.fact('server_software', quoted('version'))
  recorder.fact('operating_system', quoted('system'))
  recorder.fact('ntp.processor', quoted('processor'))
}
