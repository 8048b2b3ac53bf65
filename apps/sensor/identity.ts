// SPDX-License-Identifier: EUPL-1.2
// Who this sensor is: a key that it made itself and that never leaves the machine, and what the hub
// said when it let it in.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { type Said, statement } from '@schouw/core/capture/uplink'

export interface Identity {
  readonly schema: 'schouw/sensor-identity/1'
  readonly hub: string
  /** Null until the hub has let it in. */
  readonly address: string | null
  readonly site: string | null
  /** Of the hub, as base64 of SubjectPublicKeyInfo: it signs what this sensor is to do. */
  readonly hub_key: string | null
  /** Base64 of PKCS #8. */
  readonly private_key: string
}

export type Enrolled = Identity & { readonly address: string; readonly hub_key: string }

export function newIdentity(hub: string): Identity {
  const { privateKey } = generateKeyPairSync('ed25519')
  const key = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
  const schema = 'schouw/sensor-identity/1'
  return { schema, hub, address: null, site: null, hub_key: null, private_key: key }
}

/** A sentence for the person where it is none, or where others can read it. */
export function readIdentity(file: string): Identity | { readonly wrong: string } {
  let value: unknown
  try {
    const { mode } = statSync(file)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      return { wrong: `${file}: others can read this key; take that away with chmod 600` }
    }
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { wrong: `${file}: expected the identity that "schouw sensor enrol" made` }
  }
  const one = (typeof value === 'object' && value !== null ? value : {}) as Partial<Identity>
  const isOne = one.schema === 'schouw/sensor-identity/1' && typeof one.private_key === 'string'
  if (!isOne || typeof one.hub !== 'string') {
    return { wrong: `${file}: expected the identity that "schouw sensor enrol" made` }
  }
  return one as Identity
}

/** Whole or not at all, for nobody else to read. */
export function writeIdentity(file: string, identity: Identity): void {
  const beside = `${file}.new`
  const place = openSync(beside, 'w', 0o600)
  try {
    writeSync(place, `${JSON.stringify(identity, null, 2)}\n`)
    fsyncSync(place)
  } finally {
    closeSync(place)
  }
  renameSync(beside, file)
}

export function isEnrolled(identity: Identity): identity is Enrolled {
  return identity.address !== null && identity.hub_key !== null
}

function keyOf({ private_key }: Identity): KeyObject {
  return createPrivateKey({ key: Buffer.from(private_key, 'base64'), format: 'der', type: 'pkcs8' })
}

export function publicKeyOf(identity: Identity): Buffer {
  return createPublicKey(keyOf(identity)).export({ format: 'der', type: 'spki' })
}

export function signatureOf(identity: Identity, said: Said): string {
  return sign(null, Buffer.from(statement(said)), keyOf(identity)).toString('base64')
}

/** Whether the hub that let this sensor in said it. */
export function isOfHub({ hub_key }: Enrolled, said: Said, signature: string): boolean {
  try {
    const key = { key: Buffer.from(hub_key, 'base64'), format: 'der', type: 'spki' } as const
    const bytes = Buffer.from(signature, 'base64')
    return verify(null, Buffer.from(statement(said)), createPublicKey(key), bytes)
  } catch {
    return false
  }
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
