// SPDX-License-Identifier: EUPL-1.2
import { concat } from '../bytes/index.ts'
import type { CurveName, PublicKey, Scheme } from '../cryptography/index.ts'
import { type CborMap, isBytes, isMap, readCbor } from './cbor.ts'

/** A credential's key and how it signs, RFC 9053. */
export interface CredentialKey {
  /** COSE number, negative. */
  readonly algorithm: number
  readonly key: PublicKey
  readonly scheme: Scheme
}

/** One COSE key and nothing after it; `undefined` for what is malformed or not checked here. */
export function readCredentialKey(bytes: Uint8Array): CredentialKey | undefined {
  const read = readCbor(bytes)
  return read !== undefined && read.end === bytes.length && isMap(read.value)
    ? keyOf(read.value)
    : undefined
}

interface CurveRule {
  readonly curve: CurveName
  readonly number: number
  readonly bytes: number
  readonly scheme: Scheme
}

const curveRules: Readonly<Record<number, CurveRule>> = {
  [-7]: { curve: 'p256', number: 1, bytes: 32, scheme: { name: 'ecdsa', digest: 'sha256' } },
  [-35]: { curve: 'p384', number: 2, bytes: 48, scheme: { name: 'ecdsa', digest: 'sha384' } },
  [-36]: { curve: 'p521', number: 3, bytes: 66, scheme: { name: 'ecdsa', digest: 'sha512' } },
}

const rsaSchemes: Readonly<Record<number, Scheme>> = {
  [-37]: { name: 'rsa-pss', digest: 'sha256', saltBytes: 32 },
  [-257]: { name: 'rsa-pkcs1', digest: 'sha256' },
  [-258]: { name: 'rsa-pkcs1', digest: 'sha384' },
  [-259]: { name: 'rsa-pkcs1', digest: 'sha512' },
}

function keyOf(map: CborMap): CredentialKey | undefined {
  const algorithm = map.get(3)
  if (typeof algorithm !== 'number') return undefined
  const curve = curveRules[algorithm]
  if (curve !== undefined) return curveKey(map, algorithm, curve)
  const rsa = rsaSchemes[algorithm]
  if (rsa !== undefined) return rsaKey(map, algorithm, rsa)
  // EdDSA with curve 7 would be Ed448, which is not checked here.
  const point = map.get(-2)
  const isEd25519 = algorithm === -8 && map.get(1) === 1 && map.get(-1) === 6
  return isEd25519 && isBytes(point) && point.length === 32
    ? { algorithm, key: { kind: 'ed25519', point }, scheme: { name: 'ed25519' } }
    : undefined
}

function curveKey(map: CborMap, algorithm: number, rule: CurveRule): CredentialKey | undefined {
  const x = map.get(-2)
  const y = map.get(-3)
  if (map.get(1) !== 2 || map.get(-1) !== rule.number || !isBytes(x) || !isBytes(y)) {
    return undefined
  }
  if (x.length !== rule.bytes || y.length !== rule.bytes) return undefined
  const key: PublicKey = { kind: 'ec', curve: rule.curve, xy: concat([x, y]) }
  return { algorithm, key, scheme: rule.scheme }
}

function rsaKey(map: CborMap, algorithm: number, scheme: Scheme): CredentialKey | undefined {
  const modulus = map.get(-1)
  const exponent = map.get(-2)
  if (map.get(1) !== 3 || !isBytes(modulus) || !isBytes(exponent)) return undefined
  return { algorithm, key: { kind: 'rsa', modulus, exponent }, scheme }
}
