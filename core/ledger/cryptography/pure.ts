// SPDX-License-Identifier: EUPL-1.2
import { sha256 } from '@schouw/core/kernel'
import { verifyEcdsa } from './ecdsa.ts'
import { isIdentity, isSoundKey, verifyEd25519 } from './ed25519.ts'
import type { Crypto, DigestName, SignatureCheck } from './port.ts'
import { verifyPkcs1, verifyPss } from './rsa.ts'
import { sha1 } from './sha1.ts'
import { sha384, sha512 } from './sha512.ts'

const digests = { sha1, sha256, sha384, sha512 } as const

function digest(name: DigestName, bytes: Uint8Array): Uint8Array {
  return digests[name](bytes)
}

/** The port in this code alone: the same verdicts in a browser page, offline, and on a server. */
export const pure: Crypto = {
  digest,
  verify({ key, scheme, message, signature }: SignatureCheck): boolean {
    if (key.kind === 'ed25519') {
      return scheme.name === 'ed25519' && verifyEd25519(key.point, message, signature)
    }
    if (scheme.name === 'ed25519') return false
    const hashed = digest(scheme.digest, message)
    if (key.kind === 'ec') {
      return scheme.name === 'ecdsa' && verifyEcdsa(key.curve, key.xy, hashed, signature)
    }
    if (scheme.name === 'rsa-pkcs1') return verifyPkcs1(key, scheme.digest, hashed, signature)
    if (scheme.name !== 'rsa-pss') return false
    const { digest: name, saltBytes } = scheme
    return verifyPss(key, { name, digest: hashed, saltBytes }, signature, digest)
  },
}

/**
 * The only way in which this context asks whether a signature holds. Around every port it refuses
 * the Ed25519 points about which ports differ, so that no two verifiers of ours do.
 */
export function holds(crypto: Crypto, check: SignatureCheck): boolean {
  if (check.key.kind === 'ed25519') {
    if (check.signature.length !== 64 || isIdentity(check.signature.subarray(0, 32))) return false
    if (!isSoundKey(check.key.point)) return false
  }
  return crypto.verify(check)
}
