// SPDX-License-Identifier: EUPL-1.2

/**
 * The clock of one pcapng interface: turns a count of ticks in two 32-bit words into seconds and
 * nanoseconds, exactly and without BigInt (option if_tsresol, draft-ietf-opsawg-pcapng).
 */
export class Ticks {
  second = 0
  nanos = 0
  /** Digits after the decimal point. */
  readonly digits: number
  private readonly offset: number
  /** Ticks a second, for powers of ten up to 9. */
  private readonly rate: number
  private readonly nanosPerTick: number
  /** For finer powers of ten: ticks in a nanosecond. */
  private readonly divisor: number
  /** For powers of two: the exponent, else -1. */
  private readonly shift: number

  /** `resolution` is the byte of the option: 10^-n, with the highest bit set 2^-n. */
  constructor(resolution: number, offset: number) {
    const exponent = resolution & 0x7f
    const isBinary = (resolution & 0x80) !== 0
    this.offset = offset
    this.shift = isBinary ? exponent : -1
    this.digits = Math.min(9, isBinary ? exponent : exponent)
    this.divisor = isBinary || exponent <= 9 ? 1 : 10 ** Math.min(exponent - 9, 10)
    this.rate = 10 ** Math.min(exponent, 9)
    this.nanosPerTick = 1e9 / this.rate
  }

  /** Sets `second` and `nanos`. */
  read(high: number, low: number): void {
    if (this.shift >= 0) this.readBinary(high, low)
    else if (this.divisor === 1) this.readDecimal(high, low)
    else this.readFine(high, low)
    this.second += this.offset
  }

  private readDecimal(high: number, low: number): void {
    const { rate } = this
    // The quotient may be off by one, for a double has 53 bits; the remainder modulo 2^32 is
    // exact and shows it.
    let second = Math.floor((high * 4_294_967_296 + low) / rate)
    let rest = (low - Math.imul(second % 4_294_967_296, rate)) | 0
    if (rest < 0) {
      second -= 1
      rest += rate
    } else if (rest >= rate) {
      second += 1
      rest -= rate
    }
    this.second = second
    this.nanos = rest * this.nanosPerTick
  }

  /** First divides by the ticks in a nanosecond, in base 65,536 so that no step exceeds 2^53. */
  private readFine(high: number, low: number): void {
    const limbs = [high >>> 16, high & 0xffff, low >>> 16, low & 0xffff]
    let rest = 0
    let upper = 0
    let lower = 0
    for (let index = 0; index < 4; index += 1) {
      const part = rest * 65_536 + limbs[index]
      const digit = Math.floor(part / this.divisor)
      rest = part - digit * this.divisor
      if (index < 2) upper = upper * 65_536 + digit
      else lower = lower * 65_536 + digit
    }
    this.readDecimal(upper, lower)
  }

  private readBinary(high: number, low: number): void {
    const n = this.shift
    if (n === 0) {
      this.second = high * 4_294_967_296 + low
      this.nanos = 0
    } else if (n < 32) {
      this.second = high * 2 ** (32 - n) + (low >>> n)
      this.nanos = Math.floor(((low & (2 ** n - 1)) >>> 0) * (1e9 / 2 ** n))
    } else {
      const whole = n >= 64 ? 0 : Math.floor(high / 2 ** (n - 32))
      const rest = (high - (n >= 64 ? 0 : whole * 2 ** (n - 32))) * 4_294_967_296 + low
      this.second = whole
      this.nanos = Math.min(999_999_999, Math.floor((rest / 2 ** n) * 1e9))
    }
  }
}
