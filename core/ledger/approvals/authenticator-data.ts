// SPDX-License-Identifier: EUPL-1.2
import { isBytes, isMap, readCbor } from './cbor.ts'

/** WebAuthn Level 3, section 6.1. */
export interface AuthenticatorData {
  /** SHA-256 of the relying party's id. */
  readonly rpIdHash: Uint8Array
  readonly isUserPresent: boolean
  readonly isUserVerified: boolean
  /** May be copied to other devices of the user. */
  readonly isBackupEligible: boolean
  readonly isBackedUp: boolean
  /** Synced passkeys leave it at 0. */
  readonly counter: number
  readonly credential?: {
    readonly aaguid: Uint8Array
    readonly id: Uint8Array
    /** COSE key, as it stands there. */
    readonly key: Uint8Array
  }
}

const flags = {
  userPresent: 0x01,
  userVerified: 0x04,
  backupEligible: 0x08,
  backedUp: 0x10,
  credential: 0x40,
  extensions: 0x80,
  reserved: 0x22,
} as const

const fixedBytes = 37
const longestId = 1023

/** All of it, and nothing after it; `undefined` where a part is missing or too much. */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData | undefined {
  if (bytes.length < fixedBytes) return undefined
  const set = bytes[32]
  const has = (flag: number) => (set & flag) !== 0
  const isBackedUp = has(flags.backedUp)
  if (has(flags.reserved) || (isBackedUp && !has(flags.backupEligible))) return undefined
  const counter = new DataView(bytes.buffer, bytes.byteOffset + 33, 4).getUint32(0)
  let end = fixedBytes
  const credential = has(flags.credential) ? readCredential(bytes) : undefined
  if (has(flags.credential)) {
    if (credential === undefined) return undefined
    end = credential.end
  }
  if (has(flags.extensions)) {
    const extensions = readCbor(bytes, end)
    if (extensions === undefined || !isMap(extensions.value)) return undefined
    end = extensions.end
  }
  if (end !== bytes.length) return undefined
  return {
    rpIdHash: bytes.slice(0, 32),
    isUserPresent: has(flags.userPresent),
    isUserVerified: has(flags.userVerified),
    isBackupEligible: has(flags.backupEligible),
    isBackedUp,
    counter,
    ...(credential === undefined ? {} : { credential: credential.value }),
  }
}

function readCredential(bytes: Uint8Array) {
  const idFrom = fixedBytes + 18
  if (bytes.length < idFrom) return undefined
  const idLength = bytes[idFrom - 2] * 256 + bytes[idFrom - 1]
  const keyFrom = idFrom + idLength
  if (idLength > longestId || keyFrom > bytes.length) return undefined
  const key = readCbor(bytes, keyFrom)
  if (key === undefined || !isMap(key.value)) return undefined
  return {
    value: {
      aaguid: bytes.slice(fixedBytes, fixedBytes + 16),
      id: bytes.slice(idFrom, keyFrom),
      key: bytes.slice(keyFrom, key.end),
    },
    end: key.end,
  }
}

/** What a registration gave: the attestation statement itself is kept, not judged, here. */
export function readAttestationObject(bytes: Uint8Array): AuthenticatorData | undefined {
  const read = readCbor(bytes)
  if (read === undefined || read.end !== bytes.length || !isMap(read.value)) return undefined
  const data = read.value.get('authData')
  return isBytes(data) ? readAuthenticatorData(data) : undefined
}
