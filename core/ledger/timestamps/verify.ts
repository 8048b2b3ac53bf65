// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { equalBytes } from '../bytes/index.ts'
import type { Crypto, DigestName } from '../cryptography/index.ts'
import { chainCertificates, clockToleranceMs } from '../limits.ts'
import { digestOf } from './algorithms.ts'
import { type Certificate, parseCertificate } from './certificate.ts'
import { type ChainRefusal, chainTo, isTimeStamper } from './chain.ts'
import { isUnsigned } from './number.ts'
import { type RevocationRefusal, revocationOf } from './revocation.ts'
import { type SignerRefusal, signerOf } from './signer.ts'
import { parseResponse, parseToken, type Token, type TokenRefusal } from './token.ts'

/** What must have been stamped: the bytes, or their digest where only that is at hand. */
export type Stamped =
  | { readonly bytes: Uint8Array }
  | { readonly digest: { readonly name: DigestName; readonly bytes: Uint8Array } }

/** A trusted list's word on a service, read by whoever can: "granted" over a span of time. */
export interface QualifiedService {
  /** DER of the certificate that the list names for the service. */
  readonly certificate: Uint8Array
  readonly grantedFromMs: number
  /** Absent while it is still granted. */
  readonly grantedUntilMs?: number
}

export interface TimestampTrust {
  /** DER of the certificates that are believed without further reason. */
  readonly anchors: readonly Uint8Array[]
  /** DER of others that may be needed for the chain, the signer's own among them. */
  readonly others?: readonly Uint8Array[]
  /** Only these policies, when any are given. */
  readonly policies?: readonly string[]
  /** DER of revocation lists that were taken when the token was. */
  readonly revocationLists?: readonly Uint8Array[]
  readonly qualified?: readonly QualifiedService[]
  readonly nowMs: number
  readonly toleranceMs?: number
}

export type TimestampRefusal =
  | TokenRefusal
  | 'trust-malformed'
  | 'imprint-algorithm-not-accepted'
  | 'imprint-differs'
  | 'nonce-differs'
  | 'policy-not-accepted'
  | 'extension-not-understood'
  | SignerRefusal
  | 'certificate-not-for-time-stamps'
  | ChainRefusal
  | RevocationRefusal
  | 'service-not-granted'
  | 'time-in-the-future'

export interface VerifiedTimestamp {
  readonly timeMs: number
  readonly accuracyMs: number
  readonly policy: string
  readonly serial: Uint8Array
  /** The authority as its certificate names it. */
  readonly authority: string
  /** When the first certificate of the chain ends: stamp again before. */
  readonly chainEndsMs: number
  /** DER of the certificates up to the root that was believed, the signer's first. */
  readonly chain: readonly Uint8Array[]
  /** Absent when no list was given for each certificate: not claimed. */
  readonly revocationAsOfMs?: number
  /** Absent when no trusted list was given: not claimed. */
  readonly isQualified?: true
}

/**
 * Whether the bytes existed at the stamped time, by thirteen checks; a refusal carries which, as
 * `point`, numbered as in `docs/formats/timestamp.md`.
 */
export function verifyTimestamp(
  input: { readonly response: Uint8Array } | { readonly token: Uint8Array },
  asked: { readonly stamped: Stamped; readonly nonce?: Uint8Array },
  trust: TimestampTrust,
  crypto: Crypto,
): Outcome<VerifiedTimestamp, TimestampRefusal> {
  const parsed = 'response' in input ? parseResponse(input.response) : parseToken(input.token)
  if (!parsed.ok) {
    const isAnswer =
      parsed.refusal === 'response-malformed' || parsed.refusal === 'status-not-granted'
    return at(isAnswer ? 1 : 2, parsed)
  }
  const token = parsed.value
  const problem = askedProblem(token, asked, trust, crypto)
  if (problem !== undefined) return problem
  const anchors = certificatesOf(trust.anchors)
  const given = certificatesOf(trust.others ?? [])
  if (anchors === undefined || given === undefined) return refuse('trust-malformed')
  // Unreadable ones inside the token help nobody and harm nobody.
  const inside = token.certificates
    .slice(0, chainCertificates)
    .map((der) => parseCertificate(der))
    .flatMap((one) => (one.ok ? [one.value] : []))
  const others = [...given, ...inside]
  const signer = signerOf(token, [...others, ...anchors], crypto)
  if (!signer.ok) return at(signerPoint(signer.refusal), signer)
  if (!isTimeStamper(signer.value)) {
    return at(9, refuse('certificate-not-for-time-stamps', { signer: signer.value.commonName }))
  }
  const { timeMs } = token.stamp
  const chain = chainTo(signer.value, { anchors, others, atMs: timeMs }, crypto)
  if (!chain.ok) return at(10, chain)
  return checkedAgainst(token, chain.value, trust, crypto)
}

/** Points 3 to 5: the token answers what was asked. */
function askedProblem(
  { stamp }: Token,
  { stamped, nonce }: { readonly stamped: Stamped; readonly nonce?: Uint8Array },
  { policies }: TimestampTrust,
  crypto: Crypto,
): Outcome<never, TimestampRefusal> | undefined {
  const name = digestOf(stamp.imprintAlgorithm)
  if (name === undefined || name === 'sha1') {
    return at(3, refuse('imprint-algorithm-not-accepted', { oid: stamp.imprintAlgorithm.oid }))
  }
  const expected = 'bytes' in stamped ? crypto.digest(name, stamped.bytes) : stamped.digest.bytes
  const isOther = 'digest' in stamped && stamped.digest.name !== name
  if (isOther || !equalBytes(expected, stamp.imprint)) return at(3, refuse('imprint-differs'))
  if (nonce !== undefined && !isUnsigned(stamp.nonce, nonce)) return at(4, refuse('nonce-differs'))
  if (policies !== undefined && !policies.includes(stamp.policy)) {
    return at(5, refuse('policy-not-accepted', { policy: stamp.policy }))
  }
  const [extension] = stamp.criticalExtensions
  return extension === undefined
    ? undefined
    : at(2, refuse('extension-not-understood', { extension }))
}

/** Points 11 to 13, and what is to be said of a token that passed all. */
function checkedAgainst(
  { stamp }: Token,
  chain: readonly Certificate[],
  trust: TimestampTrust,
  crypto: Crypto,
): Outcome<VerifiedTimestamp, TimestampRefusal> {
  const { timeMs, accuracyMs, policy, serial } = stamp
  const revocation = revocationOf(chain, trust.revocationLists ?? [], timeMs, crypto)
  if (!revocation.ok) return at(11, revocation)
  const isGranted =
    trust.qualified === undefined ? undefined : isQualified(chain, trust.qualified, timeMs)
  if (isGranted === false) return at(12, refuse('service-not-granted', { timeMs }))
  const latestMs = trust.nowMs + (trust.toleranceMs ?? clockToleranceMs)
  if (timeMs + accuracyMs > latestMs) {
    return at(13, refuse('time-in-the-future', { timeMs, accuracyMs, nowMs: trust.nowMs }))
  }
  const { isComplete, asOfMs } = revocation.value
  return ok({
    timeMs,
    accuracyMs,
    policy,
    serial,
    authority: chain[0].commonName,
    chainEndsMs: Math.min(...chain.map((certificate) => certificate.untilMs)),
    chain: chain.map(({ der }) => der),
    ...(isComplete && asOfMs !== undefined ? { revocationAsOfMs: asOfMs } : {}),
    ...(isGranted === true ? { isQualified: true } : {}),
  })
}

/** The listed certificate may be the signer's own or an authority's above it. */
function isQualified(
  chain: readonly Certificate[],
  services: readonly QualifiedService[],
  timeMs: number,
): boolean {
  return services.some(
    ({ certificate, grantedFromMs, grantedUntilMs }) =>
      timeMs >= grantedFromMs &&
      (grantedUntilMs === undefined || timeMs <= grantedUntilMs) &&
      chain.some(({ der }) => equalBytes(der, certificate)),
  )
}

function certificatesOf(ders: readonly Uint8Array[]): readonly Certificate[] | undefined {
  const found: Certificate[] = []
  for (const der of ders) {
    const certificate = parseCertificate(der)
    if (!certificate.ok) return undefined
    found.push(certificate.value)
  }
  return found
}

function signerPoint(refusal: SignerRefusal): number {
  if (refusal === 'signer-not-found') return 6
  return refusal.startsWith('signing-certificate') ? 8 : 7
}

function at(
  point: number,
  refused: {
    readonly refusal: TimestampRefusal
    readonly facts: Readonly<Record<string, unknown>>
  },
): Outcome<never, TimestampRefusal> {
  return refuse(refused.refusal, { ...refused.facts, point })
}
