// SPDX-License-Identifier: EUPL-1.2
/** RADIUS (RFC 2865, RFC 2866): which switch lets which device or user in, at which port. */
import type { Operation, Payload, Protocol, Recorder, Subject } from '../../protocol.ts'
import { scan } from '../../protocol.ts'
import { recordEap } from '../eap/index.ts'
import { ipv4At, textAt } from '../wire.ts'

export const radius: Protocol = {
  name: 'radius',
  carrier: 'udp',
  ports: [1812, 1813, 1645, 1646, 3799],
  recognises: ({ view, from, to }) => isRadius(view, from, to),
  scan(view, from, to, _isFromServer, tally) {
    if (!isRadius(view, from, to)) return scan.foreign
    tally.add(view.getUint8(from))
    return scan.decode
  },
  operation: (code): Operation => operations[code] ?? { name: `code_${code}`, effect: 'other' },
  decode(payload, recorder) {
    const { view, from, to } = payload
    if (to - from < headerBytes) {
      recorder.oddity('truncated')
      return undefined
    }
    const end = from + view.getUint16(from + 2)
    if (end > to) recorder.oddity('truncated')
    const { attributes, isWhole } = attributesIn(view, from + headerBytes, Math.min(end, to))
    if (!isWhole) recorder.oddity('attribute-length-out-of-range')
    if (answers.includes(view.getUint8(from))) recorder.fact('role_hint', 'radius-server')
    else recordRequest(payload, attributes, recorder)
    recordEap(joined(payload, attributes, attribute.eapMessage), recorder)
    return undefined
  },
}

const headerBytes = 20
/** RFC 2865 section 3. */
const maxBytes = 4096

const operations: Readonly<Record<number, Operation>> = {
  1: { name: 'access_request', effect: 'authenticate' },
  2: { name: 'access_accept', effect: 'other' },
  3: { name: 'access_reject', effect: 'other' },
  4: { name: 'accounting_request', effect: 'other' },
  5: { name: 'accounting_response', effect: 'other' },
  11: { name: 'access_challenge', effect: 'other' },
  12: { name: 'status_server', effect: 'read' },
  40: { name: 'disconnect_request', effect: 'configure' },
  41: { name: 'disconnect_acknowledge', effect: 'other' },
  42: { name: 'disconnect_refuse', effect: 'other' },
  43: { name: 'authorisation_change', effect: 'configure' },
  44: { name: 'authorisation_acknowledge', effect: 'other' },
  45: { name: 'authorisation_refuse', effect: 'other' },
}
const answers: readonly number[] = [2, 3, 5, 11]

function isRadius(view: DataView, from: number, to: number): boolean {
  if (to - from < headerBytes) return false
  const length = view.getUint16(from + 2)
  return (
    operations[view.getUint8(from)] !== undefined && length >= headerBytes && length <= maxBytes
  )
}

const attribute = {
  userName: 1,
  password: 2,
  chapPassword: 3,
  nasAddress: 4,
  framedAddress: 8,
  calledStation: 30,
  callingStation: 31,
  nasIdentifier: 32,
  eapMessage: 79,
  portName: 87,
} as const

interface Attribute {
  readonly type: number
  readonly from: number
  readonly to: number
}

/** RFC 3579 section 3.1: one message cut into attributes in order. */
function joined({ bytes }: Payload, attributes: readonly Attribute[], type: number): Uint8Array {
  const pieces = attributes.filter((attribute) => attribute.type === type)
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0))
  let at = 0
  for (const { from, to } of pieces) {
    whole.set(bytes.subarray(from, to), at)
    at += to - from
  }
  return whole
}

/** Up to the first that does not fit: what follows it cannot be trusted. */
function attributesIn(
  view: DataView,
  from: number,
  to: number,
): { readonly attributes: readonly Attribute[]; readonly isWhole: boolean } {
  const attributes: Attribute[] = []
  let at = from
  while (at < to) {
    const length = at + 2 > to ? 0 : view.getUint8(at + 1)
    if (length < 2 || at + length > to) return { attributes, isWhole: false }
    attributes.push({ type: view.getUint8(at), from: at + 2, to: at + length })
    at += length
  }
  return { attributes, isWhole: true }
}

function recordRequest(
  { bytes }: Payload,
  attributes: readonly Attribute[],
  recorder: Recorder,
): void {
  const find = (type: number) => attributes.find((one) => one.type === type)
  const textOf = (type: number) => {
    const found = find(type)
    return found === undefined ? '' : textAt(bytes, found.from, found.to)
  }
  recorder.fact('role_hint', 'radius-client')
  recorder.fact('hostname', textOf(attribute.nasIdentifier))
  const nas = find(attribute.nasAddress)
  if (nas !== undefined && nas.to - nas.from === 4) {
    recorder.fact('management_address', ipv4At(bytes, nas.from))
  }
  const mac = macIn(textOf(attribute.callingStation))
  const about: Subject = mac === undefined ? 'sender' : { mac }
  const user = textOf(attribute.userName)
  recorder.fact('radius.user', user, about)
  recorder.fact('radius.station', textOf(attribute.callingStation), about)
  recorder.fact('radius.called_station', textOf(attribute.calledStation))
  recorder.fact('radius.port', textOf(attribute.portName), about)
  // Computers of a Windows domain log in as `host/` and their name.
  const host = /^host\/(.+)$/.exec(user)?.[1]
  if (host !== undefined && mac !== undefined) recorder.fact('hostname', host, { mac })
  const address = find(attribute.framedAddress)
  if (mac !== undefined && address !== undefined && address.to - address.from === 4) {
    recorder.binding(mac, ipv4At(bytes, address.from))
  }
  // RFC 2865 section 5.2: the password is hidden by a digest of the shared secret.
  if (find(attribute.password)) recorder.event('weak_authentication', { method: 'pap', user })
  else if (find(attribute.chapPassword)) {
    recorder.event('weak_authentication', { method: 'chap', user })
  }
}

/** RFC 3580 section 3.20: upper case with hyphens; makers vary. */
function macIn(station: string): string | undefined {
  const digits = station.toLowerCase().replaceAll(/[-:.]/g, '')
  if (!/^[0-9a-f]{12}$/.test(digits)) return undefined
  return digits.replaceAll(/(..)(?!$)/g, '$1:')
}
