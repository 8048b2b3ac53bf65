// SPDX-License-Identifier: EUPL-1.2

import { type Element, elementAt, elementsIn, oidText, stringIn, tag, timeIn } from '../der.ts'
import { ipv4At, ipv6At } from '../wire.ts'

/** What an X.509 certificate (RFC 5280) says about its holder; absent parts were not readable. */
export interface Certificate {
  readonly subject: DistinguishedName
  readonly issuer: DistinguishedName
  /** ISO 8601 in UTC. */
  readonly notBefore?: string
  readonly notAfter?: string
  /** Host names, addresses and URIs of the subject's alternative names. */
  readonly alternativeNames: readonly string[]
  /** The certificate ends before its own lengths say so. */
  readonly isShort: boolean
}

export interface DistinguishedName {
  readonly commonName?: string
  readonly organisation?: string
  readonly serialNumber?: string
}

const nobody: DistinguishedName = {}

// subjectAltName; more than this many names in one certificate say nothing more about one device.
const alternativeNames = '2.5.29.17'
const maxAlternativeNames = 32

/** Undefined when the bytes do not begin as a certificate. */
export function readCertificate(
  bytes: Uint8Array,
  from: number,
  to: number,
): Certificate | undefined {
  const outer = elementAt(bytes, from, to)
  if (outer?.tag !== tag.sequence) return undefined
  const body = elementAt(bytes, outer.from, outer.to)
  if (body?.tag !== tag.sequence) return undefined
  const parts = elementsIn(bytes, body.from, body.to)
  // The version is tagged [0] and may be left out; then the serial number comes first.
  const lead = parts[0]?.tag === 0xa0 ? 1 : 0
  const validity = parts[lead + 3]
  const times =
    validity?.tag === tag.sequence ? elementsIn(bytes, validity.from, validity.to, 2) : []
  const notBefore = times[0] && timeIn(bytes, times[0])
  const notAfter = times[1] && timeIn(bytes, times[1])
  const extensions = parts.find((part) => part.tag === 0xa3)
  return {
    issuer: distinguishedName(bytes, parts[lead + 2]),
    subject: distinguishedName(bytes, parts[lead + 4]),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
    alternativeNames: extensions === undefined ? [] : namesIn(bytes, extensions),
    isShort: outer.next > to,
  }
}

/**
 * The printable name strings between these bytes, wherever they stand: subjects and issuers of a
 * whole chain, answers about revocation, and the beginning of a certificate that was cut off.
 * Country, serial number and qualifier are no names and are left out.
 */
export function nameStrings(bytes: Uint8Array, from: number, to: number): string[] {
  const found = new Set<string>()
  for (let at = from; at + 7 <= to && found.size < maxNameStrings; at += 1) {
    if (bytes[at] !== tag.oid || bytes[at + 1] !== 3 || bytes[at + 2] !== 0x55) continue
    const attribute = bytes[at + 4]
    if (bytes[at + 3] !== 4 || isNoName(attribute)) continue
    const value = elementAt(bytes, at + 5, to)
    const text = value === undefined || value.next > to ? undefined : stringIn(bytes, value)
    if (text !== undefined && text !== '') found.add(text)
  }
  return [...found]
}

const maxNameStrings = 64

function isNoName(attribute: number): boolean {
  return attribute === 5 || attribute === 6 || attribute === 46
}

function distinguishedName(bytes: Uint8Array, name: Element | undefined): DistinguishedName {
  if (name?.tag !== tag.sequence) return nobody
  const found: { commonName?: string; organisation?: string; serialNumber?: string } = {}
  for (const set of elementsIn(bytes, name.from, name.to)) {
    const pair = elementAt(bytes, set.from, set.to)
    if (set.tag !== tag.set || pair?.tag !== tag.sequence) continue
    const [oid, value] = elementsIn(bytes, pair.from, pair.to, 2)
    const text = value && stringIn(bytes, value)
    if (oid?.tag !== tag.oid || text === undefined) continue
    const attribute = oidText(bytes, oid.from, oid.to)
    if (attribute === '2.5.4.3') found.commonName ??= text
    else if (attribute === '2.5.4.10') found.organisation ??= text
    else if (attribute === '2.5.4.5') found.serialNumber ??= text
  }
  return found
}

function namesIn(bytes: Uint8Array, extensions: Element): string[] {
  const list = elementAt(bytes, extensions.from, extensions.to)
  if (list?.tag !== tag.sequence) return []
  for (const extension of elementsIn(bytes, list.from, list.to)) {
    const parts = elementsIn(bytes, extension.from, extension.to, 3)
    const oid = parts[0]
    const value = parts.find((part) => part.tag === tag.octets)
    if (oid?.tag !== tag.oid || value === undefined) continue
    if (oidText(bytes, oid.from, oid.to) !== alternativeNames) continue
    const names = elementAt(bytes, value.from, value.to)
    if (names?.tag !== tag.sequence) return []
    return elementsIn(bytes, names.from, names.to, maxAlternativeNames).flatMap((name) => {
      const text = generalName(bytes, name)
      return text === undefined ? [] : [text]
    })
  }
  return []
}

/** RFC 5280, section 4.2.1.6: DNS name [2], URI [6], IP address [7]. */
function generalName(bytes: Uint8Array, name: Element): string | undefined {
  if (name.tag === 0x82 || name.tag === 0x86) return stringIn(bytes, { ...name, tag: 22 })
  const length = name.to - name.from
  if (name.tag !== 0x87) return undefined
  if (length === 4) return ipv4At(bytes, name.from)
  return length === 16 ? ipv6At(bytes, name.from) : undefined
}
