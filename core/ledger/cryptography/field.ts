// SPDX-License-Identifier: EUPL-1.2

/** The remainder between 0 and p, also of a negative number. */
export function modulo(value: bigint, p: bigint): bigint {
  const rest = value % p
  return rest < 0n ? rest + p : rest
}

export function power(base: bigint, exponent: bigint, p: bigint): bigint {
  let result = 1n
  let square = modulo(base, p)
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % p
    square = (square * square) % p
  }
  return result
}

/** Extended Euclid; 0 for 0. The modulus is prime. */
export function inverse(value: bigint, p: bigint): bigint {
  let low = modulo(value, p)
  let high = p
  let factor = 1n
  let former = 0n
  while (low > 1n) {
    const quotient = high / low
    ;[high, low] = [low, high - quotient * low]
    ;[former, factor] = [factor, former - quotient * factor]
  }
  return low === 0n ? 0n : modulo(factor, p)
}

/** Digits of four bits, highest first, as many as `bits` needs. */
export function windows(value: bigint, bits: number): readonly number[] {
  return [...value.toString(16).padStart(Math.ceil(bits / 4), '0')].map((digit) =>
    Number.parseInt(digit, 16),
  )
}
