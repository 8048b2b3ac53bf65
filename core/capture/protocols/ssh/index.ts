// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { Cursor, startsWith, textAt } from '../wire.ts'

// RFC 4253: an identification line has at most 255 bytes, a packet at most 35,000.
const maxLineBytes = 255
const maxPacketBytes = 35_000
const keyExchangeInit = 20

/** SSH: which software speaks on both sides, and which algorithms it offers. */
export const ssh: Protocol = {
  name: 'ssh',
  carrier: 'tcp',
  ports: [22],
  roams: true,
  streamBytes: maxPacketBytes,
  recognises({ bytes, from, to, source, destination }) {
    // On its own port also a conversation whose beginning the capture missed.
    return startsWith(bytes, from, to, 'SSH-') || source.port === 22 || destination.port === 22
  },
  // After the key exchange nothing but the port tells a packet from noise.
  scan: () => scan.seen,
  decode(payload, recorder) {
    const { bytes, from, to } = payload
    recorder.layer('ssh')
    let at = from
    while (at < to) {
      const next = startsWith(bytes, at, to, 'SSH-')
        ? decodeLine(payload, at, recorder)
        : decodePacket(payload, at, recorder)
      if (next === undefined) return at - from
      at = next
    }
    return to - from
  },
}

/** `SSH-protoversion-softwareversion SP comments CR LF`; undefined to wait for its end. */
function decodeLine(payload: Payload, at: number, recorder: Recorder): number | undefined {
  const { bytes, to } = payload
  const limit = Math.min(to, at + maxLineBytes)
  let end = at
  while (end < limit && bytes[end] !== 10) end += 1
  if (end === limit) {
    if (end === to && !payload.isCut) return undefined
    recorder.oddity(end === to ? 'truncated' : 'length-out-of-range')
  }
  const line = textAt(bytes, at, end).trim()
  recorder.fact('ssh.protocol', line)
  const [version, software] = /^SSH-([^-]*)-(.*)$/.exec(line)?.slice(1) ?? []
  if (version === undefined || software === undefined) return Math.min(to, end + 1)
  recorder.fact(payload.isFromServer ? 'server_software' : 'ssh.client_software', software)
  // 1.99 is a server that still speaks version 1 (RFC 4253, section 5.1).
  if (version.startsWith('1.')) recorder.event('old_version', { version: `SSH ${version}` })
  return Math.min(to, end + 1)
}

function decodePacket(payload: Payload, at: number, recorder: Recorder): number | undefined {
  const { bytes, to } = payload
  const cursor = new Cursor(payload, at, to)
  const length = cursor.u32()
  const padding = cursor.u8()
  if (cursor.isShort) {
    if (payload.isCut) recorder.oddity('truncated')
    return payload.isCut ? to : undefined
  }
  // Anything else is a line before the identification, or encrypted.
  if (length < 2 || length > maxPacketBytes || padding + 1 >= length) return to
  const body = cursor.upTo(length - 1 - padding)
  const end = at + 4 + length
  if (body.left > 0 && bytes[body.at] !== keyExchangeInit) return Math.min(to, end)
  if (end > to && !payload.isCut) return undefined
  recordAlgorithms(body, recorder)
  if (end > to) recorder.oddity('truncated')
  return Math.min(to, end)
}

/** RFC 4253, section 7.1: names in order of preference. */
function recordAlgorithms(body: Cursor, recorder: Recorder): void {
  body.skip(1 + 16)
  const lists = ['kex_algorithms', 'host_key_algorithms', 'encryption_algorithms'] as const
  for (const list of lists) {
    const names = body.upTo(body.u32())
    const text = textAt(names.bytes, names.at, names.to)
    // Encrypted bytes that happen to begin like this message.
    if (!/^[\x21-\x7e]+$/.test(text)) return
    recorder.fact(`ssh.${list}`, text)
  }
}
