// SPDX-License-Identifier: EUPL-1.2
import { hex } from '@schouw/core/kernel'
import { bigintOf, concat, equalBytes } from '../bytes/index.ts'
import { inverse, modulo, power, windows } from './field.ts'
import { sha512 } from './sha512.ts'

/*
 * RFC 8032, section 5.1, without the factor 8: S·B − k·A must encode to exactly the first half of
 * the signature. Variable time: everything here is public. Nothing here signs.
 */

const p = 2n ** 255n - 19n
const order = 2n ** 252n + 27742317777372353535851937790883648493n
const d = modulo(-121665n * inverse(121666n, p), p)
const rootOfMinusOne = power(2n, (p - 1n) / 4n, p)

/** Extended coordinates: x = X/Z, y = Y/Z, X·Y = Z·T. */
interface Point {
  readonly X: bigint
  readonly Y: bigint
  readonly Z: bigint
  readonly T: bigint
}

const identity: Point = { X: 0n, Y: 1n, Z: 1n, T: 0n }
const identityBytes = Uint8Array.of(1, ...new Uint8Array(31))

interface Prepared {
  readonly isSound: boolean
  /** 0 to 15 times the negated point. */
  readonly table: readonly Point[]
}

// One log and its witnesses need a handful; the bound keeps hostile input from filling memory.
const keptKeys = 64
const prepared = new Map<string, Prepared | undefined>()

/**
 * Whether a key is a canonical point of the prime-order group other than its identity. Honest keys
 * always are; about others implementations disagree, so that one accepts what another refuses.
 */
export function isSoundKey(key: Uint8Array): boolean {
  return prepare(key)?.isSound ?? false
}

/** Half a signature that no honest signer makes and implementations disagree about. */
export function isIdentity(encoded: Uint8Array): boolean {
  return equalBytes(encoded, identityBytes)
}

export function verifyEd25519(
  key: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (signature.length !== 64) return false
  const found = prepare(key)
  if (found === undefined) return false
  const r = signature.subarray(0, 32)
  const s = littleEndian(signature.subarray(32))
  if (s >= order) return false
  const k = littleEndian(sha512(concat([r, key, message]))) % order
  return equalBytes(encode(sumOfProducts(s, base(), k, found.table)), r)
}

function prepare(key: Uint8Array): Prepared | undefined {
  const name = hex(key)
  if (prepared.has(name)) return prepared.get(name)
  const point = decode(key)
  const made = point === undefined ? undefined : withSoundness(point)
  if (prepared.size >= keptKeys) prepared.clear()
  prepared.set(name, made)
  return made
}

function withSoundness(point: Point): Prepared {
  const table = multiples({ ...point, X: -point.X, T: -point.T })
  const whole = sumOfProducts(0n, base(), order, table)
  const isNeutral = modulo(point.X, p) === 0n && modulo(point.Y - point.Z, p) === 0n
  const inGroup = modulo(whole.X, p) === 0n && modulo(whole.Y - whole.Z, p) === 0n
  return { isSound: inGroup && !isNeutral, table }
}

let baseTable: readonly Point[] | undefined

function base(): readonly Point[] {
  if (baseTable === undefined) {
    const y = modulo(4n * inverse(5n, p), p)
    const x = abscissa(y, 0n)
    baseTable = multiples(x === undefined ? identity : pointOf(x, y))
  }
  return baseTable
}

/** s·B + k·(the table's point), both walked together, four bits at a time. */
function sumOfProducts(
  s: bigint,
  first: readonly Point[],
  k: bigint,
  second: readonly Point[],
): Point {
  const sDigits = windows(s, 256)
  const kDigits = windows(k, 256)
  let sum = identity
  for (let i = 0; i < sDigits.length; i += 1) {
    if (sum !== identity) sum = double(double(double(double(sum))))
    if (sDigits[i] !== 0) sum = add(sum, first[sDigits[i]])
    if (kDigits[i] !== 0) sum = add(sum, second[kDigits[i]])
  }
  return sum
}

function multiples(point: Point): readonly Point[] {
  const table = [identity]
  for (let i = 1; i < 16; i += 1) table.push(add(table[i - 1], point))
  return table
}

/** Hisil, Wong, Carter, Dawson 2008, section 3.1: complete for this curve. */
function add(a: Point, b: Point): Point {
  const A = a.X * b.X
  const B = a.Y * b.Y
  const C = ((a.T * d) % p) * b.T
  const D = a.Z * b.Z
  const E = ((a.X + a.Y) * (b.X + b.Y) - A - B) % p
  const F = (D - C) % p
  const G = (D + C) % p
  const H = (B + A) % p
  return { X: (E * F) % p, Y: (G * H) % p, Z: (F * G) % p, T: (E * H) % p }
}

/** The same paper, section 3.3. */
function double(a: Point): Point {
  const A = a.X * a.X
  const B = a.Y * a.Y
  const C = 2n * a.Z * a.Z
  const H = (A + B) % p
  const E = (H - (a.X + a.Y) ** 2n) % p
  const G = (A - B) % p
  const F = (C + G) % p
  return { X: (E * F) % p, Y: (G * H) % p, Z: (F * G) % p, T: (E * H) % p }
}

function pointOf(x: bigint, y: bigint): Point {
  return { X: x, Y: y, Z: 1n, T: (x * y) % p }
}

/** Section 5.1.3; a y of p or more and a negative zero are refused. */
function decode(bytes: Uint8Array): Point | undefined {
  if (bytes.length !== 32) return undefined
  const encoded = littleEndian(bytes)
  const sign = encoded >> 255n
  const y = encoded & ((1n << 255n) - 1n)
  if (y >= p) return undefined
  const x = abscissa(y, sign)
  return x === undefined ? undefined : pointOf(x, y)
}

function abscissa(y: bigint, sign: bigint): bigint | undefined {
  const u = modulo(y * y - 1n, p)
  const v = modulo(d * y * y + 1n, p)
  const v3 = (((v * v) % p) * v) % p
  const v7 = (((v3 * v3) % p) * v) % p
  let x = (((u * v3) % p) * power((u * v7) % p, (p - 5n) / 8n, p)) % p
  const check = (((v * x) % p) * x) % p
  if (check === modulo(-u, p)) x = (x * rootOfMinusOne) % p
  else if (check !== u) return undefined
  if (x === 0n && sign === 1n) return undefined
  return (x & 1n) === sign ? x : p - x
}

function encode(point: Point): Uint8Array {
  const z = inverse(point.Z, p)
  const x = modulo(point.X * z, p)
  let left = modulo(point.Y * z, p) | ((x & 1n) << 255n)
  const out = new Uint8Array(32)
  for (let i = 0; i < 32; i += 1) {
    out[i] = Number(left & 0xffn)
    left >>= 8n
  }
  return out
}

function littleEndian(bytes: Uint8Array): bigint {
  return bigintOf(Uint8Array.from(bytes).reverse())
}
