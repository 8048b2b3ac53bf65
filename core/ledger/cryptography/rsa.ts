// SPDX-License-Identifier: EUPL-1.2
import { bigintOf, bytesOfBigint, concat, equalBytes, fromHex } from '../bytes/index.ts'
import { power } from './field.ts'
import type { DigestName } from './port.ts'

export interface RsaKey {
  readonly modulus: Uint8Array
  readonly exponent: Uint8Array
}

export type DigestOf = (name: DigestName, bytes: Uint8Array) => Uint8Array

// Below, factoring is within reach; above, one check takes longer than a page may wait.
const modulusBits = { least: 2048, most: 8192 }
const exponentBits = 33

/** RFC 8017, section 9.2, note 1: the DER in front of the digest. */
const digestPrefixes: Readonly<Record<DigestName, string>> = {
  sha1: '3021300906052b0e03021a05000414',
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
}

/** RFC 8017, section 8.2.2: the whole encoded message is compared, nothing is parsed. */
export function verifyPkcs1(
  key: RsaKey,
  name: DigestName,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const opened = open(key, signature)
  if (opened === undefined) return false
  const tail = concat([fromHex(digestPrefixes[name]) ?? new Uint8Array(), digest])
  const padding = opened.bytes.length - tail.length - 3
  if (padding < 8) return false
  const expected = concat([
    Uint8Array.of(0, 1),
    new Uint8Array(padding).fill(0xff),
    Uint8Array.of(0),
    tail,
  ])
  return equalBytes(opened.bytes, expected)
}

/** RFC 8017, section 9.1.2, with MGF1 and the same digest in both places. */
export function verifyPss(
  key: RsaKey,
  {
    name,
    digest,
    saltBytes,
  }: { readonly name: DigestName; readonly digest: Uint8Array; readonly saltBytes: number },
  signature: Uint8Array,
  digestOf: DigestOf,
): boolean {
  const opened = open(key, signature)
  if (opened === undefined) return false
  const bits = opened.bits - 1
  const encoded = opened.bytes.subarray(opened.bytes.length - Math.ceil(bits / 8))
  if (opened.bytes.length > encoded.length && opened.bytes[0] !== 0) return false
  const maskedLength = encoded.length - digest.length - 1
  if (maskedLength < saltBytes + 1 || encoded.at(-1) !== 0xbc) return false
  const h = encoded.subarray(maskedLength, encoded.length - 1)
  const block = maskOf(h, maskedLength, (bytes) => digestOf(name, bytes))
  for (let i = 0; i < maskedLength; i += 1) block[i] ^= encoded[i]
  const spare = encoded.length * 8 - bits
  if (spare > 0 && encoded[0] >>> (8 - spare) !== 0) return false
  block[0] &= 0xff >>> spare
  const zeroes = maskedLength - saltBytes - 1
  if (block[zeroes] !== 1 || block.subarray(0, zeroes).some((byte) => byte !== 0)) return false
  const again = digestOf(name, concat([new Uint8Array(8), digest, block.subarray(zeroes + 1)]))
  return equalBytes(h, again)
}

/** Appendix B.2.1. */
function maskOf(
  seed: Uint8Array,
  length: number,
  digest: (bytes: Uint8Array) => Uint8Array,
): Uint8Array {
  const out = new Uint8Array(length)
  for (let at = 0, count = 0; at < length; count += 1) {
    const counter = Uint8Array.of(count >>> 24, count >>> 16, count >>> 8, count)
    const piece = digest(concat([seed, counter]))
    out.set(piece.subarray(0, length - at), at)
    at += piece.length
  }
  return out
}

function open(
  key: RsaKey,
  signature: Uint8Array,
): { readonly bytes: Uint8Array; readonly bits: number } | undefined {
  if (key.modulus.length > modulusBits.most / 8 + 1 || key.exponent.length > 8) return undefined
  const n = bigintOf(key.modulus)
  const e = bigintOf(key.exponent)
  const bits = n.toString(2).length
  const isFit =
    bits >= modulusBits.least && bits <= modulusBits.most && (n & 1n) === 1n && (e & 1n) === 1n
  if (!isFit || e < 3n || e.toString(2).length > exponentBits) return undefined
  const length = Math.ceil(bits / 8)
  const s = bigintOf(signature)
  if (signature.length !== length || s >= n) return undefined
  const bytes = bytesOfBigint(power(s, e, n), length)
  return bytes === undefined ? undefined : { bytes, bits }
}
