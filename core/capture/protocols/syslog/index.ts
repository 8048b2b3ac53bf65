// SPDX-License-Identifier: EUPL-1.2
/** Syslog over UDP (RFC 3164, RFC 5424): which hosts and programs report. */
import type { Protocol } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { textAt } from '../wire.ts'

export const syslog: Protocol = {
  name: 'syslog',
  carrier: 'udp',
  ports: [514],
  recognises: ({ view, from, to }) => isMessage(view, from, to),
  scan: (view, from, to) => (isMessage(view, from, to) ? scan.seen : scan.foreign),
  decode({ bytes, from, to }, recorder) {
    const text = textAt(bytes, from, Math.min(to, from + maxHeaderBytes))
    const rest = /^<\d{1,3}>(.*)$/s.exec(text)?.[1]
    if (rest === undefined) {
      recorder.oddity('no-priority')
      return undefined
    }
    const [, host, program] = structured.exec(rest) ?? traditional.exec(rest) ?? []
    // The host is whom the message is from, which a relay keeps: it need not be the sender.
    if (host !== undefined && host !== '-') recorder.fact('syslog.host', host)
    if (program !== undefined && program !== '-') recorder.fact('syslog.program', program)
    return undefined
  },
}

/** Host and program stand in the first line. */
const maxHeaderBytes = 512

/** Version, time, host, program. */
const structured = /^1 \S+ (\S+) (\S+) /
/** Month, day, time, host, program with its number; some send the year too. */
const traditional =
  /^(?:[A-Z][a-z]{2} [ \d]\d (?:\d{4} )?\d\d:\d\d:\d\d) ([\w.:-]+) ([\w./-]+)(?:\[\d+\])?:/

const less = 0x3c

/** Old senders leave out the priority: text will do. */
function isMessage(view: DataView, from: number, to: number): boolean {
  if (from >= to) return false
  const first = view.getUint8(from)
  return first === less || (first >= 0x20 && first < 0x7f)
}
