// SPDX-License-Identifier: EUPL-1.2
import { type Protocol, scan } from '../../protocol.ts'
import { isMessageAt, recordMessage } from './messages.ts'

export { recordMessage } from './messages.ts'

// Over TCP four bytes of length stand before each message (RFC 4120, section 7.2.2). Tickets with
// long lists of groups pass 12 KB; 64 KB is the largest that Windows makes.
const prefixBytes = 4
const maxMessageBytes = 65_536

/** Kerberos over UDP: who logs in, in which realm, for which service. */
export const kerberos: Protocol = {
  name: 'kerberos',
  carrier: 'udp',
  ports: [88],
  recognises: ({ bytes, from, to }) => isMessageAt(bytes, from, to),
  scan: (view, from, to) => (to > from && isTag(view.getUint8(from)) ? scan.seen : scan.foreign),
  decode({ bytes, from, to }, recorder) {
    if (!recordMessage(bytes, from, to, recorder)) recorder.oddity('no-message')
    return undefined
  },
}

/** The same over TCP. */
export const kerberosTcp: Protocol = {
  name: 'kerberos',
  carrier: 'tcp',
  ports: [88],
  streamBytes: maxMessageBytes,
  recognises({ bytes, view, from, to }) {
    return to - from > prefixBytes + 1 && hasLength(view, from) && isMessageAt(bytes, from + 4, to)
  },
  scan(view, from, to) {
    if (to - from <= prefixBytes) return scan.foreign
    return hasLength(view, from) && isTag(view.getUint8(from + prefixBytes))
      ? scan.seen
      : scan.foreign
  },
  decode({ bytes, view, from, to, isCut }, recorder) {
    let at = from
    while (at < to) {
      if (at + prefixBytes > to) {
        if (!isCut) return at - from
        recorder.oddity('truncated')
        break
      }
      if (!hasLength(view, at)) {
        recorder.oddity('length-out-of-range')
        break
      }
      const end = at + prefixBytes + view.getUint32(at)
      if (end > to && !isCut) return at - from
      if (!recordMessage(bytes, at + prefixBytes, Math.min(end, to), recorder)) {
        recorder.oddity(end > to ? 'truncated' : 'no-message')
      }
      at = end
    }
    return to - from
  },
}

function hasLength(view: DataView, at: number): boolean {
  const length = view.getUint32(at)
  return length > 4 && length <= maxMessageBytes
}

function isTag(byte: number): boolean {
  return (byte >= 0x6a && byte <= 0x6f) || (byte >= 0x74 && byte <= 0x76) || byte === 0x7e
}
