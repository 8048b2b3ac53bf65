// SPDX-License-Identifier: EUPL-1.2
import type { CurveName, DigestName, PublicKey, Scheme } from '../cryptography/index.ts'
import { Der, holding, tags } from './der.ts'

export const digestNames: Readonly<Record<string, DigestName>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

const curveNames: Readonly<Record<string, CurveName>> = {
  '1.2.840.10045.3.1.7': 'p256',
  '1.3.132.0.34': 'p384',
  '1.3.132.0.35': 'p521',
  '1.3.36.3.3.2.8.1.1.7': 'brainpoolP256r1',
  '1.3.36.3.3.2.8.1.1.11': 'brainpoolP384r1',
  '1.3.36.3.3.2.8.1.1.13': 'brainpoolP512r1',
}

const coordinateBytes: Readonly<Record<CurveName, number>> = {
  p256: 32,
  p384: 48,
  p521: 66,
  brainpoolP256r1: 32,
  brainpoolP384r1: 48,
  brainpoolP512r1: 64,
}

/** Signatures whose identifier says everything; SHA-1 and MD5 are left out on purpose. */
const schemes: Readonly<Record<string, Scheme>> = {
  '1.2.840.10045.4.3.2': { name: 'ecdsa', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { name: 'ecdsa', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { name: 'ecdsa', digest: 'sha512' },
  '1.2.840.113549.1.1.11': { name: 'rsa-pkcs1', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { name: 'rsa-pkcs1', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { name: 'rsa-pkcs1', digest: 'sha512' },
  '1.3.101.112': { name: 'ed25519' },
}

const rsaEncryption = '1.2.840.113549.1.1.1'
const rsaPss = '1.2.840.113549.1.1.10'
const maskByDigest = '1.2.840.113549.1.1.8'

/** An identifier and, as it stands there, its parameter. */
export interface Algorithm {
  readonly oid: string
  readonly parameter: Uint8Array
}

export function readAlgorithm(der: Der): Algorithm {
  const inner = der.enter(tags.sequence)
  const oid = inner.oid()
  const parameter = inner.isDone ? new Uint8Array() : inner.whole()
  inner.end()
  return { oid, parameter }
}

/** A digest; its parameter is absent or null (RFC 5754, section 2). */
export function digestOf(algorithm: Algorithm): DigestName | undefined {
  const { parameter } = algorithm
  const isPlain = parameter.length === 0 || (parameter.length === 2 && parameter[0] === tags.null)
  return isPlain ? digestNames[algorithm.oid] : undefined
}

/** In CMS a plain RSA identifier leaves the digest to the signer's own field. */
export function schemeOf(algorithm: Algorithm, digest?: DigestName): Scheme | undefined {
  if (algorithm.oid === rsaPss) return pssScheme(algorithm.parameter)
  if (algorithm.oid === rsaEncryption) {
    return digest === undefined ? undefined : { name: 'rsa-pkcs1', digest }
  }
  return schemes[algorithm.oid]
}

/** RFC 4055, section 3.1. What is left out would mean SHA-1, so nothing may be left out. */
function pssScheme(parameter: Uint8Array): Scheme | undefined {
  const der = Der.of(parameter).enter(tags.sequence)
  const digest = digestOf(readAlgorithm(der.enter(holding(0))))
  const mask = readAlgorithm(der.enter(holding(1)))
  const maskDer = Der.of(mask.parameter)
  const maskDigest = digestOf(readAlgorithm(maskDer))
  const saltBytes = der.enter(holding(2)).count()
  if (der.has(holding(3)) && der.enter(holding(3)).count() !== 1) return undefined
  der.end()
  const isRead = der.oddity === undefined && maskDer.oddity === undefined
  const isUsual = mask.oid === maskByDigest && digest !== undefined && maskDigest === digest
  return isRead && isUsual && saltBytes <= 64 ? { name: 'rsa-pss', digest, saltBytes } : undefined
}

/** SubjectPublicKeyInfo; `undefined` for kinds of key that are not checked here. */
export function readPublicKey(der: Der): PublicKey | undefined {
  const info = der.enter(tags.sequence)
  const { oid, parameter } = readAlgorithm(info)
  const bits = info.bits()
  info.end()
  if (info.oddity !== undefined) return undefined
  if (oid === '1.3.101.112' && bits.length === 32) return { kind: 'ed25519', point: bits }
  if (oid === '1.2.840.10045.2.1') return curveKey(parameter, bits)
  return oid === rsaEncryption || oid === rsaPss ? rsaKey(bits) : undefined
}

function curveKey(parameter: Uint8Array, bits: Uint8Array): PublicKey | undefined {
  const curve = curveNames[Der.of(parameter).oid()]
  if (curve === undefined || bits[0] !== 4) return undefined
  const xy = bits.subarray(1)
  return xy.length === coordinateBytes[curve] * 2 ? { kind: 'ec', curve, xy } : undefined
}

function rsaKey(bits: Uint8Array): PublicKey | undefined {
  const der = Der.of(bits)
  const numbers = der.enter(tags.sequence)
  const modulus = numbers.integer()
  const exponent = numbers.integer()
  numbers.end()
  der.end()
  return der.oddity === undefined ? { kind: 'rsa', modulus, exponent } : undefined
}

/** DER of r and s as the fixed width that a check takes; `undefined` unless it is strictly that. */
export function fixedSignature(key: PublicKey, signature: Uint8Array): Uint8Array | undefined {
  if (key.kind !== 'ec') return signature
  const width = coordinateBytes[key.curve]
  const der = Der.of(signature)
  const pair = der.enter(tags.sequence)
  const out = new Uint8Array(width * 2)
  for (let half = 1; half <= 2; half += 1) {
    const number = pair.integer()
    const digits = number[0] === 0 ? number.subarray(1) : number
    if ((number[0] ?? 0x80) >= 0x80 || digits.length > width) return undefined
    out.set(digits, width * half - digits.length)
  }
  pair.end()
  der.end()
  return der.oddity === undefined ? out : undefined
}
