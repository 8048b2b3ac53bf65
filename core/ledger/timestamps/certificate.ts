// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { equalBytes, utf8Text } from '../bytes/index.ts'
import { type Crypto, holds, type PublicKey } from '../cryptography/index.ts'
import { tokenLengthBytes } from '../limits.ts'
import {
  type Algorithm,
  fixedSignature,
  readAlgorithm,
  readPublicKey,
  schemeOf,
} from './algorithms.ts'
import { Der, holding, plain, tags } from './der.ts'

/** RFC 5280, section 4.2.1.3, as `Der.flags` gives them. */
export const keyUsages = {
  digitalSignature: 0x8000,
  nonRepudiation: 0x4000,
  signsCertificates: 0x0400,
  signsLists: 0x0200,
} as const

export interface Certificate {
  readonly der: Uint8Array
  /** The part that is signed. */
  readonly signed: Uint8Array
  readonly serial: Uint8Array
  /** Names as they stand there: they are compared, not understood. */
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  /** The last common name of the subject, for people. */
  readonly commonName: string
  readonly fromMs: number
  readonly untilMs: number
  /** Absent when it is of a kind that is not checked here. */
  readonly key?: PublicKey
  readonly algorithm: Algorithm
  readonly signature: Uint8Array
  readonly isAuthority: boolean
  readonly pathLength?: number
  readonly keyUsage?: number
  readonly usages?: { readonly isCritical: boolean; readonly oids: readonly string[] }
  readonly keyId?: Uint8Array
  /** Extensions that must be understood and are not. */
  readonly unknownCritical: readonly string[]
}

export type CertificateRefusal = 'certificate-malformed'

export function parseCertificate(bytes: Uint8Array): Outcome<Certificate, CertificateRefusal> {
  if (bytes.length > tokenLengthBytes)
    return refuse('certificate-malformed', { oddity: 'too-long' })
  const der = Der.of(bytes)
  const outer = der.enter(tags.sequence)
  const signed = outer.whole(tags.sequence)
  const algorithm = readAlgorithm(outer)
  const signature = outer.bits()
  outer.end()
  der.end()
  if (der.oddity !== undefined) return malformed(der)
  const inner = Der.of(signed)
  const body = readBody(inner.enter(tags.sequence))
  inner.end()
  if (inner.oddity !== undefined) return malformed(inner)
  if (body === undefined || !isSameAlgorithm(body.algorithm, algorithm)) return malformed(inner)
  return ok({ ...body, der: bytes, signed, signature })
}

/** Whether the issuer's key signed this certificate. Nothing about whether it was allowed to. */
export function isSignedBy(certificate: Certificate, issuer: Certificate, crypto: Crypto): boolean {
  return isSignature(
    certificate.algorithm,
    issuer,
    { message: certificate.signed, signature: certificate.signature },
    crypto,
  )
}

export function isSignature(
  algorithm: Algorithm,
  { key }: Certificate,
  { message, signature }: { readonly message: Uint8Array; readonly signature: Uint8Array },
  crypto: Crypto,
): boolean {
  const scheme = schemeOf(algorithm)
  const fixed = key === undefined ? undefined : fixedSignature(key, signature)
  if (key === undefined || scheme === undefined || fixed === undefined) return false
  return holds(crypto, { key, scheme, message, signature: fixed })
}

/** DER of each certificate in a PEM text; `undefined` where one cannot be read. */
export function certificatesOfPem(
  text: string,
  decode: (base64: string) => Uint8Array | undefined,
): readonly Uint8Array[] | undefined {
  const found: Uint8Array[] = []
  const blocks = text.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g)
  for (const [, block = ''] of blocks) {
    const bytes = decode(block.replaceAll(/\s/g, ''))
    if (bytes === undefined) return undefined
    found.push(bytes)
  }
  return found
}

type Body = Omit<Certificate, 'der' | 'signed' | 'signature'>

function readBody(der: Der): Body | undefined {
  if (der.has(holding(0)) && der.enter(holding(0)).count() > 2) der.fail('number-too-large')
  const serial = der.integer()
  const algorithm = readAlgorithm(der)
  const issuer = der.whole(tags.sequence)
  const validity = der.enter(tags.sequence)
  const fromMs = validity.time()
  const untilMs = validity.time()
  validity.end()
  const subject = der.whole(tags.sequence)
  const keyInfo = Der.of(der.whole(tags.sequence))
  const key = readPublicKey(keyInfo)
  if (der.has(plain(1))) der.take(plain(1))
  if (der.has(plain(2))) der.take(plain(2))
  const extensions = der.has(holding(3)) ? readExtensions(der.enter(holding(3))) : noExtensions
  der.end()
  if (der.oddity !== undefined || extensions === undefined) return undefined
  return {
    serial,
    issuer,
    subject,
    commonName: commonNameOf(subject),
    fromMs,
    untilMs,
    ...(key === undefined ? {} : { key }),
    algorithm,
    ...extensions,
  }
}

type Extensions = Pick<
  Certificate,
  'isAuthority' | 'pathLength' | 'keyUsage' | 'usages' | 'keyId' | 'unknownCritical'
>

const noExtensions: Extensions = { isAuthority: false, unknownCritical: [] }

// Names in certificates and where lists are to be had: nothing that changes our verdict.
const harmless = ['2.5.29.17', '2.5.29.18', '2.5.29.31', '2.5.29.32', '2.5.29.35']

/** RFC 5280, section 4.2. `undefined` when one stands there twice or is not what it should be. */
function readExtensions(outer: Der): Extensions | undefined {
  const list = outer.enter(tags.sequence)
  outer.end()
  const seen = new Set<string>()
  let found: Extensions = noExtensions
  while (!list.isDone) {
    const one = list.enter(tags.sequence)
    const oid = one.oid()
    const isCritical = one.has(tags.boolean) && one.boolean()
    const value = Der.of(one.take(tags.octets))
    one.end()
    if (seen.has(oid)) return undefined
    seen.add(oid)
    found = { ...found, ...readExtension({ oid, isCritical, value, found }) }
    if (value.oddity !== undefined) return undefined
  }
  return found
}

function readExtension(one: {
  readonly oid: string
  readonly isCritical: boolean
  readonly value: Der
  readonly found: Extensions
}): Partial<Extensions> {
  const { oid, isCritical, value, found } = one
  switch (oid) {
    case '2.5.29.19':
      return readBasicConstraints(value.enter(tags.sequence))
    case '2.5.29.15':
      return { keyUsage: value.flags() }
    case '2.5.29.37': {
      const list = value.enter(tags.sequence)
      const oids: string[] = []
      while (!list.isDone) oids.push(list.oid())
      return { usages: { isCritical, oids } }
    }
    case '2.5.29.14':
      return { keyId: value.take(tags.octets) }
    default:
      return isCritical && !harmless.includes(oid)
        ? { unknownCritical: [...found.unknownCritical, oid] }
        : {}
  }
}

function readBasicConstraints(der: Der): Partial<Extensions> {
  const isAuthority = der.has(tags.boolean) && der.boolean()
  const pathLength = der.has(tags.integer) ? der.count() : undefined
  der.end()
  return pathLength === undefined ? { isAuthority } : { isAuthority, pathLength }
}

function commonNameOf(name: Uint8Array): string {
  const der = Der.of(name).enter(tags.sequence)
  let text = ''
  while (!der.isDone) {
    const set = der.enter(tags.set)
    while (!set.isDone) {
      const pair = set.enter(tags.sequence)
      const oid = pair.oid()
      const value = Der.of(pair.whole())
      if (oid === '2.5.4.3') text = textOf(value) ?? text
    }
  }
  return text
}

function textOf(value: Der): string | undefined {
  for (const tag of [tags.utf8, tags.printable, tags.ia5]) {
    if (value.has(tag)) return utf8Text(value.take(tag))
  }
  return undefined
}

function isSameAlgorithm(a: Algorithm, b: Algorithm): boolean {
  return a.oid === b.oid && equalBytes(a.parameter, b.parameter)
}

function malformed(der: Der): Outcome<Certificate, CertificateRefusal> {
  return refuse('certificate-malformed', { oddity: der.oddity ?? 'other-tag', at: der.oddAt })
}
