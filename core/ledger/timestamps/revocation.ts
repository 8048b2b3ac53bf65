// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { equalBytes, utf8Text } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import { revocationListBytes } from '../limits.ts'
import { type Algorithm, readAlgorithm } from './algorithms.ts'
import { type Certificate, isSignature, keyUsages } from './certificate.ts'
import { Der, holding, tags } from './der.ts'

export type RevocationRefusal = 'revocation-list-unclear' | 'certificate-revoked'

export interface RevocationAnswer {
  /** Whether every certificate below the anchor was on a list's issuer's books. */
  readonly isComplete: boolean
  /** When the oldest of the lists used was made. */
  readonly asOfMs?: number
}

interface RevocationList {
  readonly signed: Uint8Array
  readonly issuer: Uint8Array
  readonly madeMs: number
  readonly revoked: readonly Revoked[]
  readonly algorithm: Algorithm
  readonly signature: Uint8Array
}

interface Revoked {
  readonly serial: Uint8Array
  readonly atMs: number
  readonly reason?: number
}

/**
 * RFC 3161, section 4: for these reasons, and if the reason is said, what was stamped before the
 * revocation stands: nobody else had the key.
 */
const harmlessReasons: readonly number[] = [0, 3, 4, 5]

/** Revocation lists of RFC 5280, section 5, handed in as DER, against a chain at a moment. */
export function revocationOf(
  chain: readonly Certificate[],
  lists: readonly Uint8Array[],
  atMs: number,
  crypto: Crypto,
): Outcome<RevocationAnswer, RevocationRefusal> {
  const parsed: RevocationList[] = []
  for (const [index, bytes] of lists.entries()) {
    const list = parseList(bytes)
    if (list === undefined) return refuse('revocation-list-unclear', { list: index })
    parsed.push(list)
  }
  let isComplete = true
  let asOfMs: number | undefined
  for (const [index, certificate] of chain.slice(0, -1).entries()) {
    const issuer = chain[index + 1]
    const list = parsed.find((one) => isListOf(one, issuer, crypto))
    if (list === undefined) {
      isComplete = false
      continue
    }
    asOfMs = Math.min(asOfMs ?? list.madeMs, list.madeMs)
    const found = list.revoked.find(({ serial }) => equalBytes(serial, certificate.serial))
    const isHarmless =
      found?.reason !== undefined && harmlessReasons.includes(found.reason) && found.atMs > atMs
    if (found !== undefined && !isHarmless) {
      const { atMs: revokedMs, reason } = found
      return refuse('certificate-revoked', {
        commonName: certificate.commonName,
        revokedMs,
        reason,
      })
    }
  }
  return ok(asOfMs === undefined ? { isComplete } : { isComplete, asOfMs })
}

function isListOf(list: RevocationList, issuer: Certificate, crypto: Crypto): boolean {
  const maySign = issuer.keyUsage === undefined || (issuer.keyUsage & keyUsages.signsLists) !== 0
  return (
    maySign &&
    equalBytes(list.issuer, issuer.subject) &&
    isSignature(list.algorithm, issuer, { message: list.signed, signature: list.signature }, crypto)
  )
}

/** DER of a revocation list, given as that or as PEM; undefined for what is neither. */
export function revocationListIn(
  bytes: Uint8Array,
  fromBase64: (text: string) => Uint8Array | undefined,
): Uint8Array | undefined {
  const pem = /-----BEGIN X509 CRL-----([^-]+)-----END X509 CRL-----/
  const [, text] = pem.exec(utf8Text(bytes) ?? '') ?? []
  if (text !== undefined) return fromBase64(text.replaceAll(/\s/g, '')) ?? new Uint8Array()
  return parseList(bytes) === undefined ? undefined : bytes
}

export function isRevocationList(bytes: Uint8Array): boolean {
  return parseList(bytes) !== undefined
}

/** A list with an extension that must be understood and is not tells us nothing. */
function parseList(bytes: Uint8Array): RevocationList | undefined {
  if (bytes.length > revocationListBytes) return undefined
  const der = Der.of(bytes)
  const outer = der.enter(tags.sequence)
  const signed = outer.whole(tags.sequence)
  const algorithm = readAlgorithm(outer)
  const signature = outer.bits()
  outer.end()
  der.end()
  const all = Der.of(signed)
  const body = all.enter(tags.sequence)
  if (body.has(tags.integer)) body.count()
  const inner = readAlgorithm(body)
  const issuer = body.whole(tags.sequence)
  const madeMs = body.time()
  if (body.has(tags.utcTime) || body.has(tags.time)) body.time()
  const revoked = body.has(tags.sequence) ? readRevoked(body.enter(tags.sequence)) : []
  const isClear = body.has(holding(0))
    ? readExtensions(body.enter(holding(0)).enter(tags.sequence)).isClear
    : true
  body.end()
  const isRead = der.oddity === undefined && all.oddity === undefined
  if (!isRead || !isClear || revoked === undefined || inner.oid !== algorithm.oid) return undefined
  return { signed, issuer, madeMs, revoked, algorithm, signature }
}

function readRevoked(list: Der): readonly Revoked[] | undefined {
  const revoked: Revoked[] = []
  while (!list.isDone) {
    const one = list.enter(tags.sequence)
    const serial = one.integer()
    const atMs = one.time()
    const { isClear, reason } = one.isDone
      ? { isClear: true, reason: undefined }
      : readExtensions(one.enter(tags.sequence))
    one.end()
    if (!isClear) return undefined
    revoked.push(reason === undefined ? { serial, atMs } : { serial, atMs, reason })
  }
  return revoked
}

function readExtensions(list: Der): { readonly isClear: boolean; readonly reason?: number } {
  let isClear = true
  let reason: number | undefined
  while (!list.isDone) {
    const one = list.enter(tags.sequence)
    const oid = one.oid()
    const isCritical = one.has(tags.boolean) && one.boolean()
    const value = one.take(tags.octets)
    one.end()
    if (oid === '2.5.29.21') reason = Der.of(value).count(tags.enumerated)
    else if (isCritical) isClear = false
  }
  return reason === undefined ? { isClear } : { isClear, reason }
}
