// SPDX-License-Identifier: EUPL-1.2
// Ed25519 on both sides. A sensor signs with a key that only it has, so that who reads our database
// cannot speak for it, and a batch says whose it is on whatever way it comes.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { type Said, statement } from '@schouw/core/capture/uplink'

const spki = { format: 'der', type: 'spki' } as const
const pkcs8 = { format: 'der', type: 'pkcs8' } as const

/** Undefined for anything but an Ed25519 key in its one spelling. */
export function publicKeyIn(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, 'base64')
  try {
    const key = createPublicKey({ key: bytes, ...spki })
    const isOne = key.asymmetricKeyType === 'ed25519' && key.export(spki).equals(bytes)
    return isOne ? Uint8Array.from(bytes) : undefined
  } catch {
    return undefined
  }
}

export function isSigned(publicKey: Uint8Array, said: Said, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64')
  if (bytes.length !== 64) return false
  const key = createPublicKey({ key: Buffer.from(publicKey), ...spki })
  return verify(null, Buffer.from(statement(said)), key, bytes)
}

export function signed(privateKey: Uint8Array, said: Said): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey), ...pkcs8 })
  return sign(null, Buffer.from(statement(said)), key).toString('base64')
}

export function newHubKey(): { readonly privateKey: Uint8Array } {
  return { privateKey: Uint8Array.from(generateKeyPairSync('ed25519').privateKey.export(pkcs8)) }
}

/** The other half, as the sensor keeps it. */
export function publicHalf(privateKey: Uint8Array): string {
  const key: KeyObject = createPublicKey(
    createPrivateKey({ key: Buffer.from(privateKey), ...pkcs8 }),
  )
  return key.export(spki).toString('base64')
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
