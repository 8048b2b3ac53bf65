// SPDX-License-Identifier: EUPL-1.2
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { noteKey, type Signer } from '@schouw/core/ledger/notes'
import { StorageFault } from '../fault.ts'

const secretBytes = 32
const nonceBytes = 12
const tagBytes = 16

/** From the environment as 64 hex digits, else from a file that is made when it is not there. */
export function installationSecret(file: string, given: string | undefined): Uint8Array {
  if (given !== undefined && given !== '') return secretOf(given, 'SCHOUW_SECRET')
  if (existsSync(file)) return secretOf(readFileSync(file, 'utf8'), file)
  mkdirSync(dirname(file), { recursive: true })
  const text = randomBytes(secretBytes).toString('hex')
  try {
    writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    // Another process was first; its secret is the one.
    if (!existsSync(file)) throw error
    return secretOf(readFileSync(file, 'utf8'), file)
  }
  return secretOf(text, file)
}

function secretOf(text: string, where: string): Uint8Array {
  const digits = text.trim()
  if (!/^[0-9a-f]{64}$/.test(digits)) {
    throw new StorageFault('storage-setup', `${where} does not hold 64 hex digits`)
  }
  return Buffer.from(digits, 'hex')
}

/** AES-256-GCM under a key of its own for each purpose; nonce, bytes and tag in one. */
export function seal(secret: Uint8Array, purpose: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

export function unseal(secret: Uint8Array, purpose: string, sealed: Uint8Array): Uint8Array {
  const nonce = sealed.subarray(0, nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(nonceBytes, -tagBytes)),
      decipher.final(),
    ])
  } catch (error) {
    throw new StorageFault(
      'storage-setup',
      'the secret of this installation is not the one the keys in the database were sealed with',
      error,
    )
  }
}

export function keyFor(secret: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `schouw/${purpose}`, secretBytes))
}

/** RFC 8410, section 7: a seed as the private key that the platform reads. */
const seedPrefix = Buffer.from('302e020100300506032b657004220420', 'hex')

export function newSeed(): Uint8Array {
  return randomBytes(32)
}

export function signerOf(name: string, seed: Uint8Array): Signer {
  const key = createPrivateKey({
    key: Buffer.concat([seedPrefix, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const made = noteKey(name, 'ed25519', pointOf(key))
  if (!made.ok) throw new Error(`key of ${name}: ${made.refusal}`)
  return { key: made.value, sign: (message) => sign(null, message, key) }
}

function pointOf(key: KeyObject): Uint8Array {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return new Uint8Array(der.subarray(-32))
}
