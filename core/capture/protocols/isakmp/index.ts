// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { Cursor, hexBytes } from '../wire.ts'

// RFC 7296, section 3.1, and RFC 2408: two indexes of eight bytes, next payload, version, exchange,
// flags, message number, length. RFC 3948: behind a translator four zero bytes stand in front, and
// one byte 0xff keeps the way open; all else is ESP.
const headerBytes = 28
const versionOne = 0x10
const versionTwo = 0x20
const aggressive = 4
const vendorPayload: Readonly<Record<number, number>> = { [versionOne]: 13, [versionTwo]: 43 }
const encryptedPayload = 46
const maxPayloads = 32

const layer = { udpencap: 0, esp: 1, isakmp: 2 } as const

const vendors: Readonly<Record<string, string>> = {
  '4a131c81070358455c5728f20e95452f': 'NAT traversal',
  afcad71368a1f1c96b8696fc77570100: 'dead peer detection',
  '12f5f28c457168a9702d9fe274cc0100': 'Cisco Unity',
  '1e2b516905991c7d7c96fcbfb587e461': 'Microsoft',
  '882fe56d6fd20dbc2251613b2ebe5beb': 'strongSwan',
}

/** IKE and the IPsec tunnels that it sets up through translators. */
export const isakmp: Protocol = {
  name: 'isakmp',
  carrier: 'udp',
  ports: [500, 4500],
  layers: ['udpencap', 'esp', 'isakmp'],
  deepPackets: 4,
  recognises({ view, from, to, source, destination }) {
    return source.port === 4500 || destination.port === 4500 || isHeader(view, from, to)
  },
  scan(view, from, to, _isFromServer, tally): Scan {
    if (isHeader(view, from, to)) {
      tally.layer(layer.isakmp)
      return scan.seen
    }
    const isMarked = to - from >= 4 && view.getUint32(from) === 0
    if (!isMarked && to - from < 8 && !(to - from === 1 && view.getUint8(from) === 0xff)) {
      return scan.foreign
    }
    tally.layer(layer.udpencap)
    if (isMarked) tally.layer(layer.isakmp)
    else if (to - from > 1) tally.layer(layer.esp)
    return scan.seen
  },
  decode(payload, recorder) {
    const { view, from, to } = payload
    const isMarked = to - from >= 4 && view.getUint32(from) === 0
    const at = isMarked ? from + 4 : from
    if (!isHeader(view, at, to)) {
      if (isMarked) recorder.oddity(to - at < headerBytes ? 'truncated' : 'no-message')
      else if (to - from > 1) recorder.event('remote_access', { tool: 'IPsec', how: 'protocol' })
      return undefined
    }
    recordHeader(payload, at, recorder)
    return undefined
  },
}

function isHeader(view: DataView, at: number, to: number): boolean {
  if (at + headerBytes > to) return false
  const version = view.getUint8(at + 17)
  const exchange = view.getUint8(at + 18)
  const isKnown =
    (version === versionOne && (exchange <= 6 || exchange === 32 || exchange === 33)) ||
    (version === versionTwo && exchange >= 34 && exchange <= 43)
  return isKnown && view.getUint32(at + 24) >= headerBytes && view.getUint32(at) !== 0
}

function recordHeader(payload: Payload, at: number, recorder: Recorder): void {
  const { view, to } = payload
  const version = view.getUint8(at + 17)
  recorder.event('remote_access', { tool: 'IPsec', how: 'protocol' })
  recorder.fact('isakmp.version', version === versionOne ? 'IKEv1' : 'IKEv2')
  if (version === versionOne) {
    // Superseded in 2005, historic since RFC 9395.
    recorder.event('old_version', { version: 'IKEv1' })
    // The hash of the shared key goes over the line before the other side has proved itself.
    if (view.getUint8(at + 18) === aggressive) {
      recorder.event('weak_authentication', { scheme: 'IKEv1 aggressive mode' })
    }
  }
  const length = view.getUint32(at + 24)
  if (at + length > to) recorder.oddity('truncated')
  recordVendors(payload, at, Math.min(to, at + length), recorder)
}

function recordVendors(payload: Payload, at: number, to: number, recorder: Recorder): void {
  const { bytes, view } = payload
  const version = view.getUint8(at + 17)
  const isEncrypted = version === versionOne && (view.getUint8(at + 19) & 1) !== 0
  let next = isEncrypted ? 0 : view.getUint8(at + 16)
  const body = new Cursor(payload, at + headerBytes, to)
  for (let count = 0; count < maxPayloads && next !== 0 && body.left >= 4; count += 1) {
    const kind = next
    if (kind === encryptedPayload) return
    next = body.u8()
    body.skip(1)
    const part = body.upTo(Math.max(0, body.u16() - 4))
    if (kind !== vendorPayload[version] || part.isShort) continue
    const identifier = hexBytes(bytes, part.at, Math.min(part.to, part.at + 16))
    recorder.fact('isakmp.vendor_id', vendors[identifier] ?? identifier)
  }
}
