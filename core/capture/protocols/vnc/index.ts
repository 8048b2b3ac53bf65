// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { Cursor, startsWith, textAt } from '../wire.ts'

// RFC 6143, section 7: `RFB 003.008\n`, the types of security, then the screen.
const bannerBytes = 12
const screenBytes = 24
const maxNameBytes = 1024

const securityNames: Readonly<Record<number, string>> = {
  0: 'invalid',
  1: 'none',
  2: 'VNC password',
  5: 'RA2',
  6: 'RA2ne',
  16: 'Tight',
  17: 'Ultra',
  18: 'TLS',
  19: 'VeNCrypt',
  20: 'SASL',
  30: 'Apple remote desktop',
  35: 'Apple',
}

/** VNC (RFB): versions of both sides, how a viewer gets in, and the name of the screen. */
export const vnc: Protocol = {
  name: 'vnc',
  carrier: 'tcp',
  ports: [5900, 5901, 5902, 5903, 5904, 5905, 5906],
  roams: true,
  deepPackets: 16,
  streamBytes: 4096,
  recognises({ bytes, from, to, source, destination }) {
    return isBannerAt(bytes, from, to) || isOwnPort(source.port) || isOwnPort(destination.port)
  },
  // Pictures and pointer movements have no signature of their own.
  scan: () => scan.seen,
  decode(payload, recorder) {
    recorder.layer('vnc')
    const { bytes, from, to } = payload
    if (to - from < bannerBytes && startsWith(bytes, from, to, 'RFB')) {
      if (payload.isCut) recorder.oddity('truncated')
      return payload.isCut ? to - from : 0
    }
    if (!isBannerAt(bytes, from, to)) {
      if (payload.isFromServer) recordScreen(payload, recorder)
      return to - from
    }
    return decodeBanner(payload, recorder)
  },
}

function isOwnPort(port: number): boolean {
  return port >= 5900 && port <= 5906
}

/** `RFB xxx.yyy\n`. Allocates nothing. */
function isBannerAt(bytes: Uint8Array, at: number, to: number): boolean {
  if (at + bannerBytes > to || bytes[at + 11] !== 10 || bytes[at + 7] !== 0x2e) return false
  return startsWith(bytes, at, to, 'RFB ') && isDigit(bytes[at + 4]) && isDigit(bytes[at + 10])
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

/**
 * The banner of a server is held back until the types of security follow it, for nothing but their
 * place tells those from other short messages.
 */
function decodeBanner(payload: Payload, recorder: Recorder): number {
  const { bytes, from, to, isFromServer } = payload
  const version = textAt(bytes, from + 4, from + 11)
  // Held back it comes again; it was said once.
  const isNew = !isFromServer || recorder.recall('version') !== version
  if (isNew) recorder.fact('vnc.version', version)
  if (!isFromServer) return bannerBytes
  if (isNew) recorder.event('remote_access', { tool: 'VNC', how: 'protocol' })
  recorder.remember('version', version)
  const at = from + bannerBytes
  if (at === to) return payload.isCut ? bannerBytes : 0
  const types = securityTypes(bytes, at, to)
  if (types === undefined) return payload.isCut ? to - from : 0
  for (const type of types) recorder.fact('vnc.security', securityNames[type] ?? String(type))
  if (types.includes(1)) recorder.event('weak_authentication', { scheme: 'VNC without password' })
  else if (types.includes(2)) recorder.event('weak_authentication', { scheme: 'VNC password' })
  return to - from
}

/** A count and that many types; before version 3.7 one type in four bytes. */
function securityTypes(bytes: Uint8Array, at: number, to: number): number[] | undefined {
  const count = bytes[at]
  if (count === 0) return at + 4 <= to ? [bytes[at + 3]] : undefined
  return at + 1 + count <= to ? [...bytes.subarray(at + 1, at + 1 + count)] : undefined
}

/** ServerInit: size, sixteen bytes of pixel format, and the name that the screen goes by. */
function recordScreen(payload: Payload, recorder: Recorder): void {
  const { bytes, from, to } = payload
  if (to - from < screenBytes || to - from > screenBytes + maxNameBytes) return
  const screen = new Cursor(payload, from, to)
  const [width, height] = [screen.u16(), screen.u16()]
  const [bits, depth, bigEndian, trueColour] = [screen.u8(), screen.u8(), screen.u8(), screen.u8()]
  screen.skip(12)
  const length = screen.u32()
  const isFormat = (bits === 8 || bits === 16 || bits === 32) && depth <= bits && bigEndian <= 1
  if (!isFormat || trueColour > 1 || width === 0 || height === 0 || length > maxNameBytes) return
  if (length > screen.left) {
    if (payload.isCut) recorder.oddity('truncated')
    return
  }
  recorder.fact('vnc.desktop_name', textAt(bytes, screen.at, screen.at + length))
}
