// SPDX-License-Identifier: EUPL-1.2
/** HSRP (RFC 2281 and version 2, UDP 1985 and 2029): routers of Cisco that stand in for each other. */
import { type Payload, type Protocol, type Recorder, type Scan, scan } from '../../protocol.ts'
import { Cursor, ipv4At, textAt } from '../wire.ts'

/** Version 1 is one message of 20 bytes, version 2 a list of pieces of which the first is a group. */
const firstBytes = 20
const groupState = 1
const textAuthentication = 3
const groupBytes = 40
const withoutSecret = 'cisco'

export const hsrp: Protocol = {
  name: 'hsrp',
  carrier: 'udp',
  ports: [1985, 2029],
  operation: (code) => ({
    name: ['hello', 'coup', 'resign'][code] ?? 'advertise',
    effect: 'other',
  }),
  recognises: ({ view, from, to }: Payload) => isFirst(view, from, to) || isSecond(view, from, to),
  scan(view, from, to, _isFromServer, tally): Scan {
    if (isFirst(view, from, to)) {
      tally.add(view.getUint8(from + 1) & 3)
      return scan.seen
    }
    return isSecond(view, from, to) ? scan.seen : scan.foreign
  },
  decode(payload: Payload, recorder: Recorder): undefined {
    const { bytes, view, from, to } = payload
    if (isFirst(view, from, to)) {
      recorder.fact('hsrp.group', String(view.getUint8(from + 6)))
      recorder.fact('hsrp.virtual_address', ipv4At(bytes, from + 16))
      recordText(textAt(bytes, from + 8, from + 16), recorder)
    } else if (isSecond(view, from, to)) recordPieces(new Cursor(payload, from, to), recorder)
    else recorder.oddity(to - from < firstBytes ? 'truncated' : 'foreign-protocol')
  },
}

function isFirst(view: DataView, from: number, to: number): boolean {
  if (to - from < firstBytes || view.getUint8(from) !== 0) return false
  return view.getUint8(from + 1) <= 3 && view.getUint8(from + 7) === 0
}

function isSecond(view: DataView, from: number, to: number): boolean {
  return to - from >= 42 && view.getUint16(from) === ((groupState << 8) | groupBytes)
}

function recordPieces(cursor: Cursor, recorder: Recorder): void {
  while (cursor.left >= 2) {
    const kind = cursor.u8()
    const piece = cursor.part(cursor.u8())
    if (cursor.isShort) {
      recorder.oddity('truncated')
      return
    }
    if (kind === groupState && piece.left === groupBytes) {
      recorder.fact('hsrp.group', String(piece.view.getUint16(piece.at + 4)))
      const isIpv4 = piece.view.getUint8(piece.at + 3) === 4
      if (isIpv4) recorder.fact('hsrp.virtual_address', ipv4At(piece.bytes, piece.at + 24))
      recorder.fact('role_hint', 'router')
    } else if (kind === textAuthentication) recordText(piece.text(piece.left), recorder)
  }
}

/** A word in clear text keeps nobody out; its default least of all. */
function recordText(text: string, recorder: Recorder): void {
  recorder.fact('role_hint', 'router')
  if (text === '') return
  const isDefault = text === withoutSecret
  recorder.event('weak_authentication', { method: 'text', default: isDefault ? 'yes' : 'no' })
}
