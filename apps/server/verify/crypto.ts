// SPDX-License-Identifier: EUPL-1.2
import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto'
import { type Crypto, pure } from '@schouw/core/ledger/cryptography'

/** RFC 8410, section 4: a point as the key that the platform reads. */
const pointPrefix = Buffer.from('302a300506032b6570032100', 'hex')

const keys = new Map<string, KeyObject>()

/**
 * The platform's digests and Ed25519, for a log of many entries and heads; the core keeps away the
 * points about which implementations differ. Everything else in plain arithmetic, as offline.
 */
export const platform: Crypto = {
  digest: (name, bytes) =>
    name === 'sha256' ? hash('sha256', bytes, 'buffer') : pure.digest(name, bytes),
  verify: (check) => {
    if (check.key.kind !== 'ed25519' || check.scheme.name !== 'ed25519') return pure.verify(check)
    try {
      return verify(null, check.message, keyOf(check.key.point), check.signature)
    } catch {
      return false
    }
  },
}

function keyOf(point: Uint8Array): KeyObject {
  const name = Buffer.from(point).toString('hex')
  const known = keys.get(name)
  if (known !== undefined) return known
  const key = Buffer.concat([pointPrefix, point])
  const made = createPublicKey({ key, format: 'der', type: 'spki' })
  keys.set(name, made)
  return made
}
