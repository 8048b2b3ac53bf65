// SPDX-License-Identifier: EUPL-1.2
// Standard Webhooks 1.0: the signed content is `id.timestamp.body`, the headers are `webhook-…`.
import {
  createHmac,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'

/** `v1`: HMAC-SHA256 under a shared secret. `v1a`: Ed25519, the receiver has the public half. */
export type Scheme = 'v1' | 'v1a'

export interface NewKey {
  /** To be sealed. */
  readonly bytes: Uint8Array
  /** What the receiver is given once: the secret itself. Null where there is none to share. */
  readonly secret: string | null
  readonly publicKey: string | null
}

const secretBytes = 32
/** Behind the head that never changes, an Ed25519 public key is its last 32 bytes. */
const pointBytes = 32

export function newKey(scheme: Scheme): NewKey {
  if (scheme === 'v1') {
    const bytes = randomBytes(secretBytes)
    return { bytes, secret: `whsec_${bytes.toString('base64')}`, publicKey: null }
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(-pointBytes)
  return {
    bytes: privateKey.export({ format: 'der', type: 'pkcs8' }),
    secret: null,
    publicKey: `whpk_${point.toString('base64')}`,
  }
}

export interface Signed {
  readonly id: string
  /** Whole seconds; the receiver refuses what is too old. */
  readonly seconds: number
  readonly body: string
}

export function signedHeaders(
  { id, seconds, body }: Signed,
  { scheme, bytes }: { readonly scheme: Scheme; readonly bytes: Uint8Array },
): Readonly<Record<string, string>> {
  const content = Buffer.from(`${id}.${seconds}.${body}`)
  const signature =
    scheme === 'v1'
      ? createHmac('sha256', bytes).update(content).digest('base64')
      : sign(null, content, keyOf(bytes)).toString('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `${scheme},${signature}`,
  }
}

function keyOf(bytes: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8' })
}
