// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import type { DigestName } from '../cryptography/index.ts'
import { tokenLengthBytes } from '../limits.ts'
import { type Algorithm, digestOf, readAlgorithm } from './algorithms.ts'
import { Der, holding, plain, tags } from './der.ts'

const signedData = '1.2.840.113549.1.7.2'
const stampContent = '1.2.840.113549.1.9.16.1.4'

/** TSTInfo, RFC 3161, section 2.4.2. */
export interface Stamp {
  readonly policy: string
  readonly imprintAlgorithm: Algorithm
  readonly imprint: Uint8Array
  readonly serial: Uint8Array
  readonly timeMs: number
  /** 0 where none is said, which means unknown to the millisecond. */
  readonly accuracyMs: number
  readonly nonce?: Uint8Array
  readonly criticalExtensions: readonly string[]
}

/** The one signer of a token, RFC 5652, section 5.3. */
export interface SignerInfo {
  readonly issuer?: Uint8Array
  readonly serial?: Uint8Array
  readonly keyId?: Uint8Array
  readonly digestAlgorithm: Algorithm
  readonly signatureAlgorithm: Algorithm
  readonly signature: Uint8Array
  /** As a set, which is how they were signed. */
  readonly signedAttributes: Uint8Array
  /** Identifier and, for each time it stands there, the values. */
  readonly attributes: ReadonlyMap<string, readonly Uint8Array[]>
}

export interface Token {
  readonly der: Uint8Array
  /** The bytes of the stamp, over which the digest goes. */
  readonly content: Uint8Array
  readonly stamp: Stamp
  readonly signer: SignerInfo
  /** Signed by nobody: anybody may have put them there. */
  readonly certificates: readonly Uint8Array[]
}

export type TokenRefusal =
  | 'response-malformed'
  | 'status-not-granted'
  | 'token-malformed'
  | 'token-not-signed-data'
  | 'token-content'
  | 'token-signers'

/** A whole response (`.tsr`): granted, and nothing after it. */
export function parseResponse(bytes: Uint8Array): Outcome<Token, TokenRefusal> {
  if (bytes.length > tokenLengthBytes) return refuse('response-malformed', { oddity: 'too-long' })
  const der = Der.of(bytes)
  const response = der.enter(tags.sequence)
  const info = response.enter(tags.sequence)
  const status = info.count()
  if (info.has(tags.sequence)) info.take(tags.sequence)
  const failure = info.has(tags.bits) ? info.whole(tags.bits) : undefined
  info.end()
  const token = response.has(tags.sequence) ? response.whole(tags.sequence) : undefined
  response.end()
  der.end()
  if (der.oddity !== undefined) {
    return refuse('response-malformed', { oddity: der.oddity, at: der.oddAt })
  }
  // 0 is granted, 1 granted with modifications (RFC 3161, section 2.4.2).
  if (status > 1 || token === undefined || failure !== undefined) {
    return refuse('status-not-granted', { status })
  }
  return parseToken(token)
}

/** A token by itself (`.tst`), as dossiers carry it. */
export function parseToken(bytes: Uint8Array): Outcome<Token, TokenRefusal> {
  if (bytes.length > tokenLengthBytes) return refuse('token-malformed', { oddity: 'too-long' })
  const der = Der.of(bytes)
  const info = der.enter(tags.sequence)
  const type = info.oid()
  if (der.oddity === undefined && type !== signedData) return refuse('token-not-signed-data')
  const wrapped = info.enter(holding(0))
  const data = wrapped.enter(tags.sequence)
  wrapped.end()
  info.end()
  der.end()
  const version = data.count()
  const digests = readDigests(data.enter(tags.set))
  const encapsulated = data.enter(tags.sequence)
  const contentType = encapsulated.oid()
  const content = encapsulated.enter(holding(0)).take(tags.octets)
  encapsulated.end()
  const certificates = data.has(holding(0)) ? readCertificates(data.enter(holding(0))) : []
  if (data.has(holding(1))) data.take(holding(1))
  const signers = data.enter(tags.set)
  data.end()
  const signer = readSigner(signers.enter(tags.sequence))
  if (der.oddity !== undefined || signer === undefined) return malformed(der)
  if (!signers.isDone) return refuse('token-signers')
  // RFC 5652, section 5.1: 3 for content of another type than plain data, up to 5 with others'
  // certificates beside; and the signer's digest has to be among those announced.
  const digest = digestOf(signer.digestAlgorithm)
  const isAnnounced = digest !== undefined && digests.includes(digest)
  if (version < 3 || version > 5 || !isAnnounced) return refuse('token-malformed', { version })
  if (contentType !== stampContent) return refuse('token-content', { contentType })
  const stampDer = Der.of(content)
  const stamp = readStamp(stampDer)
  if (stamp === undefined) return malformed(stampDer)
  return ok({ der: bytes, content, stamp, signer, certificates })
}

function readDigests(set: Der): readonly (DigestName | undefined)[] {
  const names: (DigestName | undefined)[] = []
  while (!set.isDone) names.push(digestOf(readAlgorithm(set)))
  return names
}

/** X.509 only; attribute certificates and other kinds are passed over. */
function readCertificates(der: Der): readonly Uint8Array[] {
  const found: Uint8Array[] = []
  while (!der.isDone) {
    if (der.has(tags.sequence)) found.push(der.whole(tags.sequence))
    else der.whole()
  }
  return found
}

/** RFC 5652, section 5.3: the version follows from how the signer is named. */
function readSigner(der: Der): SignerInfo | undefined {
  const version = der.count()
  let who: Pick<SignerInfo, 'issuer' | 'serial' | 'keyId'>
  if (der.has(plain(0))) {
    who = { keyId: der.take(plain(0)) }
  } else {
    const pair = der.enter(tags.sequence)
    who = { issuer: pair.whole(tags.sequence), serial: pair.integer() }
    pair.end()
  }
  const digestAlgorithm = readAlgorithm(der)
  // The attributes are signed under the tag of a set, not the one they stand under here
  // (RFC 5652, section 5.4).
  const signedAttributes = Uint8Array.from(der.whole(holding(0)))
  if (signedAttributes.length > 0) signedAttributes[0] = tags.set
  const signatureAlgorithm = readAlgorithm(der)
  const signature = der.take(tags.octets)
  if (der.has(holding(1))) der.take(holding(1))
  der.end()
  const attributes = readAttributes(signedAttributes)
  if (attributes === undefined || version !== (who.keyId === undefined ? 1 : 3)) return undefined
  return {
    ...who,
    digestAlgorithm,
    signatureAlgorithm,
    signature,
    signedAttributes,
    attributes,
  }
}

function readAttributes(bytes: Uint8Array): ReadonlyMap<string, readonly Uint8Array[]> | undefined {
  const der = Der.of(bytes)
  const set = der.enter(tags.set)
  const attributes = new Map<string, Uint8Array[]>()
  while (!set.isDone) {
    const pair = set.enter(tags.sequence)
    const oid = pair.oid()
    const values = pair.enter(tags.set)
    pair.end()
    const known = attributes.get(oid) ?? []
    while (!values.isDone) known.push(values.whole())
    attributes.set(oid, known)
  }
  return der.oddity === undefined ? attributes : undefined
}

function readStamp(outer: Der): Stamp | undefined {
  const der = outer.enter(tags.sequence)
  outer.end()
  const version = der.count()
  const policy = der.oid()
  const imprintDer = der.enter(tags.sequence)
  const imprintAlgorithm = readAlgorithm(imprintDer)
  const imprint = imprintDer.take(tags.octets)
  imprintDer.end()
  const serial = der.integer()
  if (!der.has(tags.time)) der.fail('other-tag')
  const timeMs = der.time()
  const accuracyMs = der.has(tags.sequence) ? readAccuracy(der.enter(tags.sequence)) : 0
  if (der.has(tags.boolean)) der.boolean()
  const nonce = der.has(tags.integer) ? der.integer() : undefined
  if (der.has(holding(0))) der.take(holding(0))
  const criticalExtensions = der.has(holding(1)) ? readCritical(der.enter(holding(1))) : []
  der.end()
  if (outer.oddity !== undefined || version !== 1) return undefined
  return {
    policy,
    imprintAlgorithm,
    imprint,
    serial,
    timeMs,
    accuracyMs,
    ...(nonce === undefined ? {} : { nonce }),
    criticalExtensions,
  }
}

/** Rounded up to a millisecond. */
function readAccuracy(der: Der): number {
  const seconds = der.has(tags.integer) ? der.count() : 0
  const millis = der.has(plain(0)) ? der.count(plain(0)) : 0
  const micros = der.has(plain(1)) ? der.count(plain(1)) : 0
  der.end()
  return seconds * 1000 + millis + Math.ceil(micros / 1000)
}

function readCritical(list: Der): readonly string[] {
  const critical: string[] = []
  while (!list.isDone) {
    const one = list.enter(tags.sequence)
    const oid = one.oid()
    if (one.has(tags.boolean) && one.boolean()) critical.push(oid)
    one.take(tags.octets)
    one.end()
  }
  return critical
}

function malformed(der: Der): Outcome<Token, TokenRefusal> {
  return refuse('token-malformed', { oddity: der.oddity ?? 'other-tag', at: der.oddAt })
}
