// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { isMessageAt, layerAt, minimumBytes } from './framing.ts'
import { recordSessionRequest } from './session-request.ts'
import { recordFirst } from './smb1.ts'
import { isAlone, recordSecond, wantsSecond } from './smb2.ts'

// NetBIOS session service (RFC 1002, section 4.3) and its direct form on port 445: one byte of
// type, three of length.
const headerBytes = 4
const sessionPort = 139
const sessionMessage = 0
const sessionRequest = 0x81

// Negotiations and session set-ups are far smaller; longer messages carry files.
const maxStreamBytes = 65_536

// The innermost comes last; a session set-up carries nothing yet.
const sessionLayer = 0
const rpcLayer = 3

/** SMB 1 to 3: dialect, names, native system, and the log-ins inside. */
export const smb: Protocol = {
  name: 'smb',
  carrier: 'tcp',
  ports: [445, sessionPort],
  roams: true,
  layers: ['nbss', 'smb', 'smb2', 'dcerpc'],
  deepPackets: 16,
  streamBytes: maxStreamBytes,
  recognises({ bytes, from, to, source, destination }) {
    if (to - from < headerBytes) return false
    if (bytes[from] === sessionMessage) return isMessageAt(bytes, from + headerBytes, to)
    // Requests, answers and keep-alives of the NetBIOS session service.
    const length = (bytes[from + 1] << 16) | (bytes[from + 2] << 8) | bytes[from + 3]
    const isSession = bytes[from] >= sessionRequest && bytes[from] <= 0x85
    const isOwn = source.port === sessionPort || destination.port === sessionPort
    return isSession && isOwn && length === to - from - headerBytes
  },
  scan(view, from, to, isFromServer, tally): Scan {
    const start = from + headerBytes
    if (start > to) return scan.foreign
    const kind = view.getUint8(from)
    if (kind >= sessionRequest && kind <= 0x85) {
      tally.layer(sessionLayer)
      return scan.seen
    }
    if (kind !== sessionMessage || start + minimumBytes > to) return scan.foreign
    const layer = layerAt(view, start)
    if (layer < 0) return scan.foreign
    tally.layer(sessionLayer)
    tally.layer(sessionLayer + 1 + layer)
    if (layer === 0) {
      // Negotiate and session set-up, wherever in the flow they come.
      const command = view.getUint8(start + 4)
      return command === 0x72 || command === 0x73 ? scan.decode : scan.seen
    }
    const wanted = wantsSecond(view, start, to, isFromServer)
    if (wanted === 'rpc') tally.layer(rpcLayer)
    if (wanted === 'decode') return scan.decode
    const length = view.getUint32(from) & 0xffffff
    return start + length === to && isAlone(view, start, to) ? scan.silent : scan.seen
  },
  decode: decodeMessages,
}

function decodeMessages(payload: Payload, recorder: Recorder): number {
  const { bytes, from, to, isCut } = payload
  let at = from
  while (at < to) {
    if (at + headerBytes > to) {
      if (!isCut) return at - from
      recorder.oddity('truncated')
      break
    }
    const start = at + headerBytes
    const end = start + ((bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3])
    const isRead = bytes[at] === sessionMessage && isMessageAt(bytes, start, to)
    if (!isRead && bytes[at] === sessionMessage && start + minimumBytes <= to) {
      recorder.oddity('no-message')
      break
    }
    // A file in passing is longer than we keep: its names stand in front.
    if (end > to && end - at <= maxStreamBytes && !isCut) return at - from
    const limit = Math.min(end, to)
    if (isRead && bytes[start] === 0xff) recordFirst(payload, start, limit, recorder)
    else if (isRead) recordSecond(payload, start, limit, recorder)
    else if (bytes[at] === sessionRequest) recordSessionRequest(bytes, start, limit, recorder)
    if (end > to) recorder.oddity(isCut ? 'truncated' : 'message-beyond-window')
    at = end
  }
  return Math.min(at, to) - from
}
