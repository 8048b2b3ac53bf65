// SPDX-License-Identifier: EUPL-1.2
/** IMAP (RFC 9051): banner of the server, log-ins in the clear. */
import type { Protocol, Recorder } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { readLines } from '../lines.ts'

export const imap: Protocol = {
  name: 'imap',
  carrier: 'tcp',
  ports: [143],
  streamBytes: 4096,
  // Greeting, capabilities and log-in come first; mail follows.
  deepPackets: 12,
  recognises: ({ view, from, to, isFromServer }) =>
    to - from >= 4 && isText(view.getUint8(from)) && (!isFromServer || hasSpace(view, from, to)),
  scan: () => scan.seen,
  decode(payload, recorder) {
    recorder.layer('imap')
    return readLines(payload, (line) => {
      if (payload.isFromServer) recordAnswer(line, recorder)
      else recordCommand(line, recorder)
    })
  },
}

function isText(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f
}

/** After the tag, which is short. */
function hasSpace(view: DataView, from: number, to: number): boolean {
  for (let at = from + 1; at < to && at < from + 20; at += 1) {
    if (view.getUint8(at) === 0x20) return true
  }
  return false
}

function recordAnswer(line: string, recorder: Recorder): void {
  const banner = /^\* (?:OK|PREAUTH) (?:\[[^\]]*\] ?)?(.*)$/i.exec(line)?.[1]
  if (banner !== undefined) recorder.fact('imap.banner', banner)
}

function recordCommand(line: string, recorder: Recorder): void {
  const user = /^\S+ LOGIN "?([^" ]+)"? /i.exec(line)?.[1]
  if (user !== undefined) recorder.event('cleartext_login', { command: 'LOGIN', user })
  else if (/^\S+ AUTHENTICATE (?:PLAIN|LOGIN)\b/i.test(line)) {
    recorder.event('cleartext_login', { command: 'AUTHENTICATE' })
  }
}
