// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { base64url, concat, equalBytes, utf8Bytes } from '../bytes/index.ts'
import { type Crypto, holds } from '../cryptography/index.ts'
import { type Json, type JsonObject, parseJson } from '../json/index.ts'
import { fixedSignature } from '../timestamps/algorithms.ts'
import { type AuthenticatorData, readAuthenticatorData } from './authenticator-data.ts'
import { readCredentialKey } from './cose.ts'

/** As the browser gave them, byte for byte. */
export interface Assertion {
  readonly authenticatorData: Uint8Array
  readonly clientDataJson: Uint8Array
  readonly signature: Uint8Array
}

export interface AssertionRule {
  /** 32 random bytes, or the digest of what is signed. */
  readonly challenge: Uint8Array
  readonly rpId: string
  readonly origins: readonly string[]
  /** Off only for signing in with a second factor beside it; never for approvals. */
  readonly needsVerifiedUser: boolean
  /** In a frame of another site. An approval must not be asked for there. */
  readonly mayBeFramed?: boolean
  readonly topOrigins?: readonly string[]
}

export type AssertionRefusal =
  | 'client-data-malformed'
  | 'client-data-type'
  | 'challenge-differs'
  | 'origin-differs'
  | 'cross-origin'
  | 'authenticator-data-malformed'
  | 'relying-party-differs'
  | 'user-not-present'
  | 'user-not-verified'
  | 'credential-key-not-accepted'
  | 'signature-wrong'

/** WebAuthn Level 3, section 7.2, from step 10 on, without what needs a server's state. */
export function verifyAssertion(
  assertion: Assertion,
  coseKey: Uint8Array,
  rule: AssertionRule,
  crypto: Crypto,
): Outcome<AuthenticatorData, AssertionRefusal> {
  const client = clientDataProblem(assertion.clientDataJson, 'webauthn.get', rule)
  if (client !== undefined) return client
  const data = readAuthenticatorData(assertion.authenticatorData)
  // A registration's data signed as an assertion would carry a credential.
  if (data === undefined || data.credential !== undefined) {
    return refuse('authenticator-data-malformed')
  }
  const rpIdHash = crypto.digest('sha256', utf8Bytes(rule.rpId) ?? new Uint8Array())
  if (!equalBytes(data.rpIdHash, rpIdHash)) return refuse('relying-party-differs')
  if (!data.isUserPresent) return refuse('user-not-present')
  if (rule.needsVerifiedUser && !data.isUserVerified) return refuse('user-not-verified')
  const credential = readCredentialKey(coseKey)
  if (credential === undefined) return refuse('credential-key-not-accepted')
  const { key, scheme } = credential
  const signature = fixedSignature(key, assertion.signature)
  const message = concat([
    assertion.authenticatorData,
    crypto.digest('sha256', assertion.clientDataJson),
  ])
  const isHeld = signature !== undefined && holds(crypto, { key, scheme, message, signature })
  return isHeld ? ok(data) : refuse('signature-wrong')
}

/** Section 5.8.1; unknown members are let be, a member that stands there twice is not. */
export function clientDataProblem(
  bytes: Uint8Array,
  type: 'webauthn.get' | 'webauthn.create',
  rule: AssertionRule,
): Outcome<never, AssertionRefusal> | undefined {
  const parsed = parseJson(bytes, { numbers: 'exact', depth: 8 })
  if (!parsed.ok) return refuse('client-data-malformed', { why: parsed.refusal, ...parsed.facts })
  if (!isObject(parsed.value)) return refuse('client-data-malformed')
  const { challenge, origin, crossOrigin, topOrigin, ...rest } = parsed.value
  if (rest['type'] !== type) return refuse('client-data-type', { type: rest['type'] })
  if (challenge !== base64url(rule.challenge)) return refuse('challenge-differs')
  if (typeof origin !== 'string' || !rule.origins.includes(origin)) {
    return refuse('origin-differs', { origin })
  }
  const isFramed = crossOrigin === true || topOrigin !== undefined
  if (crossOrigin !== undefined && typeof crossOrigin !== 'boolean') {
    return refuse('client-data-malformed')
  }
  const isKnownTop =
    topOrigin === undefined ||
    (typeof topOrigin === 'string' && rule.topOrigins?.includes(topOrigin) === true)
  if (isFramed && !(rule.mayBeFramed === true && isKnownTop)) return refuse('cross-origin')
  return undefined
}

export function isObject(value: Json): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
