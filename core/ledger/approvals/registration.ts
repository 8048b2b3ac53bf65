// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { equalBytes, utf8Bytes } from '../bytes/index.ts'
import type { Crypto } from '../cryptography/index.ts'
import { type AssertionRefusal, type AssertionRule, clientDataProblem } from './assertion.ts'
import { readAttestationObject } from './authenticator-data.ts'
import { readCredentialKey } from './cose.ts'

/** As the browser gave them, byte for byte. Both are kept for as long as approvals must stand. */
export interface Registration {
  readonly clientDataJson: Uint8Array
  readonly attestationObject: Uint8Array
}

export interface RegisteredCredential {
  readonly id: Uint8Array
  readonly coseKey: Uint8Array
  /** COSE number. */
  readonly algorithm: number
  /** The model of authenticator, as it says itself. */
  readonly aaguid: Uint8Array
  readonly isSynced: boolean
  readonly isUserVerified: boolean
  readonly counter: number
}

/**
 * WebAuthn Level 3, section 7.1, without judging the attestation statement: who the model's maker
 * is, matters to a policy, and its roots are not ours to keep.
 */
export function readRegistration(
  registration: Registration,
  rule: AssertionRule,
  crypto: Crypto,
): Outcome<RegisteredCredential, AssertionRefusal> {
  const client = clientDataProblem(registration.clientDataJson, 'webauthn.create', rule)
  if (client !== undefined) return client
  const data = readAttestationObject(registration.attestationObject)
  if (data?.credential === undefined) return refuse('authenticator-data-malformed')
  const rpIdHash = crypto.digest('sha256', utf8Bytes(rule.rpId) ?? new Uint8Array())
  if (!equalBytes(data.rpIdHash, rpIdHash)) return refuse('relying-party-differs')
  if (!data.isUserPresent) return refuse('user-not-present')
  if (rule.needsVerifiedUser && !data.isUserVerified) return refuse('user-not-verified')
  const { id, aaguid, key: coseKey } = data.credential
  const algorithm = readCredentialKey(coseKey)?.algorithm
  if (algorithm === undefined) return refuse('credential-key-not-accepted')
  const { isBackupEligible: isSynced, isUserVerified, counter } = data
  return ok({ id, coseKey, algorithm, aaguid, isSynced, isUserVerified, counter })
}
