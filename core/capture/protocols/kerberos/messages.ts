// SPDX-License-Identifier: EUPL-1.2
import type { Recorder, Subject } from '../../protocol.ts'
import { type Element, elementAt, elementsIn, fieldOf, integerIn, stringIn, tag } from '../der.ts'
import { nameStrings } from '../tls/certificate.ts'

/** RFC 4120, section 5: the application tag says which message it is. */
const messages: Readonly<Record<number, string>> = {
  106: 'as_req',
  107: 'as_rep',
  108: 'tgs_req',
  109: 'tgs_rep',
  110: 'ap_req',
  111: 'ap_rep',
  116: 'safe',
  117: 'priv',
  118: 'cred',
  126: 'error',
}

// Address type 20: the NetBIOS name of the client (RFC 4120, section 7.5.3).
const netbiosAddress = 20
// RC4 and single DES, which RFC 8429 and RFC 6649 put out of use.
const weakCiphers: readonly number[] = [1, 2, 3, 23, 24]

export function isMessageAt(bytes: Uint8Array, at: number, to: number): boolean {
  if (at + 4 > to || messages[bytes[at]] === undefined) return false
  const whole = elementAt(bytes, at, to)
  return whole !== undefined && (whole.from >= to || bytes[whole.from] === tag.sequence)
}

/**
 * Records the names in the message that begins here and says whether one does. What an answer says
 * about the client is said by the sender and is about the receiver: both get it.
 */
export function recordMessage(
  bytes: Uint8Array,
  at: number,
  to: number,
  recorder: Recorder,
): boolean {
  if (!isMessageAt(bytes, at, to)) return false
  const whole = elementAt(bytes, at, to)
  const body = whole && elementAt(bytes, whole.from, whole.to)
  if (whole === undefined || body === undefined) {
    recorder.oddity('truncated')
    return true
  }
  const kind = messages[whole.tag]
  if (kind === 'as_req' || kind === 'tgs_req') recordRequest(bytes, body, recorder)
  else if (kind === 'as_rep' || kind === 'tgs_rep') recordReply(bytes, body, recorder)
  else if (kind === 'error') recordError(bytes, body, recorder)
  else if (kind === 'ap_req') recordTicket(bytes, fieldOf(bytes, body, 3), recorder, 'receiver')
  if (whole.next > to) recorder.oddity('truncated')
  return true
}

function recordRequest(bytes: Uint8Array, message: Element, recorder: Recorder): void {
  const preparation = fieldOf(bytes, message, 3)
  if (preparation !== undefined) {
    for (const name of nameStrings(bytes, preparation.from, preparation.to)) {
      recorder.fact('kerberos.certificate_string', name)
    }
  }
  const body = fieldOf(bytes, message, 4)
  if (body === undefined) return
  const realm = textOf(bytes, fieldOf(bytes, body, 2))
  recordClient(bytes, fieldOf(bytes, body, 1), realm, recorder, ['sender'])
  recordServer(bytes, fieldOf(bytes, body, 3), recorder)
  recorder.fact('kerberos.realm', realm)
  recordHostAddresses(bytes, fieldOf(bytes, body, 9), recorder)
  const ciphers = fieldOf(bytes, body, 8)
  if (ciphers === undefined) return
  const offered = elementsIn(bytes, ciphers.from, ciphers.to, 32).flatMap(
    (element) => integerIn(bytes, element) ?? [],
  )
  const strong = offered.filter((cipher) => cipher > 0 && !weakCiphers.includes(cipher))
  if (offered.length > 0 && strong.length === 0) {
    recorder.event('weak_authentication', { scheme: 'Kerberos with RC4 or DES alone' })
  }
}

function recordReply(bytes: Uint8Array, message: Element, recorder: Recorder): void {
  const realm = textOf(bytes, fieldOf(bytes, message, 3))
  recorder.fact('kerberos.realm', realm)
  recordClient(bytes, fieldOf(bytes, message, 4), realm, recorder, ['sender', 'receiver'])
  recordTicket(bytes, fieldOf(bytes, message, 5), recorder, 'sender')
}

function recordError(bytes: Uint8Array, message: Element, recorder: Recorder): void {
  const realm = textOf(bytes, fieldOf(bytes, message, 7))
  recordClient(bytes, fieldOf(bytes, message, 8), realm, recorder, ['sender', 'receiver'])
  recorder.fact('kerberos.realm', textOf(bytes, fieldOf(bytes, message, 9)))
  recordServer(bytes, fieldOf(bytes, message, 10), recorder)
}

/** A ticket names the service it is for; its client is encrypted. */
function recordTicket(
  bytes: Uint8Array,
  ticket: Element | undefined,
  recorder: Recorder,
  about: Subject,
): void {
  const body = ticket && elementAt(bytes, ticket.from, ticket.to)
  if (body === undefined) return
  recorder.fact('kerberos.realm', textOf(bytes, fieldOf(bytes, body, 1)), about)
  recordServer(bytes, fieldOf(bytes, body, 2), recorder)
}

function recordClient(
  bytes: Uint8Array,
  name: Element | undefined,
  realm: string,
  recorder: Recorder,
  about: readonly Subject[],
): void {
  const parts = principal(bytes, name)
  if (parts.length === 0) return
  for (const subject of about) {
    for (const part of parts) recorder.fact('kerberos.cname', part, subject)
  }
  recorder.fact('kerberos.principal', `${parts.join('/')}@${realm}`, about[about.length - 1])
}

/** Whom a ticket is asked for: a fact of who asks or answers, since the service is elsewhere. */
function recordServer(bytes: Uint8Array, name: Element | undefined, recorder: Recorder): void {
  recorder.fact('kerberos.sname', principal(bytes, name).join('/'))
}

function principal(bytes: Uint8Array, name: Element | undefined): string[] {
  const parts = name && fieldOf(bytes, name, 1)
  if (parts === undefined) return []
  return elementsIn(bytes, parts.from, parts.to, 8).flatMap((part) => stringIn(bytes, part) ?? [])
}

function recordHostAddresses(
  bytes: Uint8Array,
  addresses: Element | undefined,
  recorder: Recorder,
): void {
  if (addresses === undefined) return
  for (const address of elementsIn(bytes, addresses.from, addresses.to, 16)) {
    const text = fieldOf(bytes, address, 1)
    if (integerIn(bytes, fieldOf(bytes, address, 0)) !== netbiosAddress || !text) continue
    recorder.fact('hostname', stringIn(bytes, { ...text, tag: 22 }) ?? '')
  }
}

function textOf(bytes: Uint8Array, element: Element | undefined): string {
  return (element && stringIn(bytes, element)) ?? ''
}
