// SPDX-License-Identifier: EUPL-1.2
import type { Key } from 'openpgp'

/**
 * `unknown_key`: signed, by nobody who was accepted. `bad`: by an accepted key, and not over these
 * bytes, or in a way that proves nothing (a weak digest, an expired or revoked key).
 */
export interface SignatureRead {
  readonly state: 'good' | 'bad' | 'unknown_key' | 'unreadable'
  /** Of the key that signed, where it is known here. */
  readonly fingerprint: string | null
}

/** Keys that signatures are held against. */
export class Keyring {
  readonly #keys: readonly Key[]

  private constructor(keys: readonly Key[]) {
    this.#keys = keys
  }

  /** What is no key is left out. */
  static async of(armoured: readonly string[]): Promise<Keyring> {
    if (armoured.length === 0) return new Keyring([])
    const { readKey } = await import('openpgp')
    const read = armoured.map((one) => readKey({ armoredKey: one }).catch(() => undefined))
    const keys = await Promise.all(read)
    return new Keyring(keys.filter((key) => key !== undefined))
  }

  get isEmpty(): boolean {
    return this.#keys.length === 0
  }

  /** One good signature of several is enough; a bad one says more than an unknown one. */
  async check(bytes: Uint8Array, signature: Uint8Array): Promise<SignatureRead> {
    const { createMessage, readSignature, verify } = await import('openpgp')
    const text = Buffer.from(signature).toString('latin1')
    const reading = /-----BEGIN PGP /.test(text)
      ? readSignature({ armoredSignature: text })
      : readSignature({ binarySignature: new Uint8Array(signature) })
    const read = await reading.catch(() => undefined)
    if (read === undefined || read.packets.length === 0) {
      return { state: 'unreadable', fingerprint: null }
    }
    const message = await createMessage({ binary: new Uint8Array(bytes), format: 'binary' })
    const checked = await verify({
      message,
      signature: read,
      verificationKeys: [...this.#keys],
      format: 'binary',
    })
    let found: SignatureRead = { state: 'unknown_key', fingerprint: null }
    for (const { keyID, verified } of checked.signatures) {
      const key = this.#keys.find((one) => one.getKeys(keyID).length > 0)
      const isGood = await verified.catch(() => false)
      if (key === undefined) continue
      const fingerprint = key.getFingerprint().toUpperCase()
      if (isGood) return { state: 'good', fingerprint }
      found = { state: 'bad', fingerprint }
    }
    return found
  }
}
