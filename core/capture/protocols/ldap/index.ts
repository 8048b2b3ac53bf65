// SPDX-License-Identifier: EUPL-1.2
import { type Payload, type Protocol, type Recorder, scan } from '../../protocol.ts'
import { type Element, elementAt, elementsIn, integerIn, stringIn, tag } from '../der.ts'
import { recordToken } from '../gss/index.ts'
import { textAt } from '../wire.ts'

// RFC 4511, section 4.2: application tags of the operations that state something.
const operation = { bind: 0x60, bindAnswer: 0x61, search: 0x63, entry: 0x64 } as const
const simple = 0x80
const sasl = 0xa3
const equality = 0xa3

// Answers to searches run to megabytes; the ones about the server itself are small.
const maxStreamBytes = 65_536
const maxFilterDepth = 8

/** Attributes of the server's own entry (RFC 4512, section 5.1) and of a ping for a controller. */
const serverAttributes: Readonly<Record<string, 'hostname' | 'domain'>> = {
  dnshostname: 'hostname',
  ldapservicename: 'domain',
}
const pingAttributes: Readonly<Record<string, 'hostname' | 'domain'>> = {
  host: 'hostname',
  dnsdomain: 'domain',
}

/** LDAP over TCP: who binds how, and the names in the directory server's own entry. */
export const ldap: Protocol = {
  name: 'ldap',
  carrier: 'tcp',
  ports: [389, 3268],
  streamBytes: maxStreamBytes,
  recognises({ bytes, view, from, to }) {
    return isMessageAt(bytes, from, to) || isWrapped(view, from, to)
  },
  scan(view, from, to) {
    const isPlain = to - from >= 2 && view.getUint8(from) === tag.sequence
    return isPlain || isWrapped(view, from, to) ? scan.seen : scan.foreign
  },
  decode: decodeMessages,
}

/** The same over UDP, with which Windows looks for a domain controller. */
export const cldap: Protocol = {
  name: 'cldap',
  carrier: 'udp',
  ports: [389],
  recognises: ({ bytes, from, to }) => isMessageAt(bytes, from, to),
  decode: decodeMessages,
}

// Once a log-in has agreed on a layer of security, four bytes of length and a token stand in front
// of the messages (RFC 4422, section 3.7): 05 04 since RFC 4121, 60 before it. A token that only
// signs leaves the messages readable.
const lengthBytes = 4
const tokenBytes = 16
const wrappedBytes = lengthBytes + 2
const sealed = 2

function isWrapped(view: DataView, at: number, to: number): boolean {
  if (at + wrappedBytes > to || view.getUint8(at) !== 0) return false
  const lead = view.getUint16(at + lengthBytes)
  return (lead === 0x0504 || lead >> 8 === 0x60) && view.getUint32(at) > tokenBytes
}

function recordWrapped(payload: Payload, at: number, to: number, recorder: Recorder): void {
  const { bytes, view } = payload
  if (at + tokenBytes > to || bytes[at] !== 5 || (bytes[at + 2] & sealed) !== 0) return
  // The signature has been turned round to the front of the text.
  let inner = at + tokenBytes + view.getUint16(at + 6)
  while (inner < to) {
    const whole = elementAt(bytes, inner, to)
    if (whole?.tag !== tag.sequence) return
    recordMessage(bytes, whole, recorder)
    inner = whole.next
  }
}

function isMessageAt(bytes: Uint8Array, at: number, to: number): boolean {
  const whole = elementAt(bytes, at, to)
  if (whole?.tag !== tag.sequence) return false
  const id = elementAt(bytes, whole.from, whole.to)
  if (id?.tag !== tag.integer || id.next - id.from > 4 || id.next >= to) return false
  // Application tags 0 to 25, simple or constructed.
  const kind = bytes[id.next]
  return (kind & 0xc0) === 0x40 && (kind & 0x1f) <= 25
}

function decodeMessages(payload: Payload, recorder: Recorder): number {
  const { bytes, view, from, to, isCut } = payload
  let at = from
  while (at < to) {
    if (isWrapped(view, at, to)) {
      const end = at + lengthBytes + view.getUint32(at)
      if (end > to && !isCut && end - at <= maxStreamBytes) return at - from
      recordWrapped(payload, at + lengthBytes, Math.min(end, to), recorder)
      if (end > to) recorder.oddity('truncated')
      at = end
      continue
    }
    const whole = elementAt(bytes, at, to)
    if (whole === undefined && to - at < wrappedBytes) {
      if (!isCut) return at - from
      recorder.oddity('truncated')
      break
    }
    if (whole?.tag !== tag.sequence) {
      recorder.oddity('no-message')
      break
    }
    if (whole.next > to && !isCut && whole.next - at <= maxStreamBytes) return at - from
    recordMessage(bytes, whole, recorder)
    if (whole.next > to) recorder.oddity('truncated')
    at = whole.next
  }
  return to - from
}

function recordMessage(bytes: Uint8Array, whole: Element, recorder: Recorder): void {
  const [id, request] = elementsIn(bytes, whole.from, whole.to, 2)
  if (id?.tag !== tag.integer || request === undefined) return
  if (request.tag === operation.bind) recordBind(bytes, request, recorder)
  else if (request.tag === operation.bindAnswer) {
    recordToken(bytes, request.from, request.to, recorder)
  } else if (request.tag === operation.search) {
    const filter = elementsIn(bytes, request.from, request.to, 8)[6]
    if (filter !== undefined) recordFilter(bytes, filter, recorder, 0)
  } else if (request.tag === operation.entry) recordEntry(bytes, request, recorder)
}

function recordBind(bytes: Uint8Array, request: Element, recorder: Recorder): void {
  const [version, name, proof] = elementsIn(bytes, request.from, request.to, 3)
  const number = integerIn(bytes, version)
  if (name === undefined || proof === undefined || number === undefined) return
  const user = textAt(bytes, name.from, name.to)
  recorder.fact('ldap.bind_name', user)
  if (number < 3) recorder.event('old_version', { version: `LDAPv${number}` })
  // Without a password the bind is anonymous, whatever the name (RFC 4513, section 5.1.2).
  if (proof.tag === simple && proof.next > proof.from) recorder.event('cleartext_login', { user })
  if (proof.tag === sasl) recordToken(bytes, proof.from, proof.to, recorder)
}

/** Equality tests of a search for a controller name the machine that searches. */
function recordFilter(bytes: Uint8Array, filter: Element, recorder: Recorder, depth: number): void {
  const parts = elementsIn(bytes, filter.from, filter.to, 16)
  if (filter.tag === equality) {
    const [attribute, value] = parts
    if (attribute?.tag !== tag.octets || value?.tag !== tag.octets) return
    const name = pingAttributes[textAt(bytes, attribute.from, attribute.to).toLowerCase()]
    if (name !== undefined) recorder.fact(name, textAt(bytes, value.from, value.to))
  } else if ((filter.tag === 0xa0 || filter.tag === 0xa1) && depth < maxFilterDepth) {
    for (const part of parts) recordFilter(bytes, part, recorder, depth + 1)
  }
}

/** Only the entry without a name is the server's own. */
function recordEntry(bytes: Uint8Array, entry: Element, recorder: Recorder): void {
  const [name, attributes] = elementsIn(bytes, entry.from, entry.to, 2)
  if (name === undefined || name.next > name.from || attributes === undefined) return
  for (const attribute of elementsIn(bytes, attributes.from, attributes.to)) {
    const [type, values] = elementsIn(bytes, attribute.from, attribute.to, 2)
    if (type === undefined || values === undefined) continue
    const about = serverAttributes[textAt(bytes, type.from, type.to).toLowerCase()]
    const value = elementAt(bytes, values.from, values.to)
    if (about === undefined || value?.tag !== tag.octets) continue
    const text = stringIn(bytes, { ...value, tag: 12 }) ?? ''
    // `domain:server$@REALM`: the first part is the domain.
    recorder.fact(about, about === 'domain' ? text.replace(/:.*$/, '') : text)
  }
}
