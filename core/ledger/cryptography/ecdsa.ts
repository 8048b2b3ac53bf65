// SPDX-License-Identifier: EUPL-1.2
import { bigintOf } from '../bytes/index.ts'
import { type Curve, curves } from './curves.ts'
import { inverse, modulo, windows } from './field.ts'
import type { CurveName } from './port.ts'

/** Jacobian coordinates: x = X/Z², y = Y/Z³; Z is 0 at infinity. */
interface Point {
  readonly X: bigint
  readonly Y: bigint
  readonly Z: bigint
}

const infinity: Point = { X: 1n, Y: 1n, Z: 0n }

const baseTables = new Map<Curve, readonly Point[]>()

/** FIPS 186-5, section 6.4.2. Variable time: everything here is public. */
export function verifyEcdsa(
  name: CurveName,
  xy: Uint8Array,
  digest: Uint8Array,
  signature: Uint8Array,
): boolean {
  const curve = curves[name]
  const { n, p, bytes } = curve
  const key = pointOn(curve, xy)
  if (key === undefined || signature.length !== bytes * 2) return false
  const r = bigintOf(signature.subarray(0, bytes))
  const s = bigintOf(signature.subarray(bytes))
  if (r === 0n || r >= n || s === 0n || s >= n) return false
  const w = inverse(s, n)
  const sum = sumOfProducts(
    curve,
    modulo(leftmost(digest, n) * w, n),
    modulo(r * w, n),
    multiples(curve, key),
  )
  if (modulo(sum.Z, p) === 0n) return false
  const z = inverse(sum.Z, p)
  return modulo(modulo(sum.X * z * z, p), n) === r
}

function pointOn(curve: Curve, xy: Uint8Array): Point | undefined {
  const { p, a, b, bytes } = curve
  if (xy.length !== bytes * 2) return undefined
  const X = bigintOf(xy.subarray(0, bytes))
  const Y = bigintOf(xy.subarray(bytes))
  if (X >= p || Y >= p || modulo(Y * Y - X * X * X - a * X - b, p) !== 0n) return undefined
  return { X, Y, Z: 1n }
}

/** As many leading bits of the digest as the order has. */
function leftmost(digest: Uint8Array, n: bigint): bigint {
  const spare = digest.length * 8 - n.toString(2).length
  return spare > 0 ? bigintOf(digest) >> BigInt(spare) : bigintOf(digest)
}

function sumOfProducts(curve: Curve, u: bigint, v: bigint, key: readonly Point[]): Point {
  const first = baseTable(curve)
  const bits = curve.bytes * 8
  const uDigits = windows(u, bits)
  const vDigits = windows(v, bits)
  let sum = infinity
  for (let i = 0; i < uDigits.length; i += 1) {
    for (let k = 0; k < 4; k += 1) sum = double(curve, sum)
    sum = add(curve, sum, first[uDigits[i]])
    sum = add(curve, sum, key[vDigits[i]])
  }
  return sum
}

function baseTable(curve: Curve): readonly Point[] {
  const known = baseTables.get(curve)
  if (known !== undefined) return known
  const made = multiples(curve, { X: curve.x, Y: curve.y, Z: 1n })
  baseTables.set(curve, made)
  return made
}

function multiples(curve: Curve, point: Point): readonly Point[] {
  const table = [infinity]
  for (let i = 1; i < 16; i += 1) table.push(add(curve, table[i - 1], point))
  return table
}

function add(curve: Curve, a: Point, b: Point): Point {
  const { p } = curve
  if (a.Z === 0n) return b
  if (b.Z === 0n) return a
  const aa = (a.Z * a.Z) % p
  const bb = (b.Z * b.Z) % p
  const u1 = (a.X * bb) % p
  const u2 = (b.X * aa) % p
  const s1 = (((a.Y * b.Z) % p) * bb) % p
  const s2 = (((b.Y * a.Z) % p) * aa) % p
  const h = modulo(u2 - u1, p)
  const r = modulo(s2 - s1, p)
  if (h === 0n) return r === 0n ? double(curve, a) : infinity
  const hh = (h * h) % p
  const hhh = (h * hh) % p
  const v = (u1 * hh) % p
  const X = modulo(r * r - hhh - 2n * v, p)
  return { X, Y: modulo(r * (v - X) - s1 * hhh, p), Z: (((a.Z * b.Z) % p) * h) % p }
}

function double(curve: Curve, point: Point): Point {
  const { p, a } = curve
  if (point.Z === 0n || point.Y === 0n) return infinity
  const yy = (point.Y * point.Y) % p
  const s = (4n * point.X * yy) % p
  const zz = (point.Z * point.Z) % p
  const m = (3n * point.X * point.X + a * ((zz * zz) % p)) % p
  const X = modulo(m * m - 2n * s, p)
  return { X, Y: modulo(m * (s - X) - 8n * yy * yy, p), Z: (2n * point.Y * point.Z) % p }
}
