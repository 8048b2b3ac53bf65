// SPDX-License-Identifier: EUPL-1.2

/** Universal tags, with the bit for what holds others where it does (X.690, section 8). */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  printable: 0x13,
  ia5: 0x16,
  utcTime: 0x17,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** `[n]` of a type that holds others, and of one that does not. */
export const holding = (n: number): number => 0xa0 + n
export const plain = (n: number): number => 0x80 + n

export type DerOddity =
  | 'cut'
  | 'other-tag'
  | 'long-tag'
  | 'length-not-shortest'
  | 'length-indefinite'
  | 'number-not-shortest'
  | 'number-too-large'
  | 'bits-unused'
  | 'oid-malformed'
  | 'time-malformed'
  | 'rest'

interface Trouble {
  oddity: DerOddity | undefined
  at: number
}

const nothing = new Uint8Array()

/**
 * Reads one level of DER (X.690, section 10) forward. The first thing that is not as it should be
 * is kept for this reader and every one entered from it; from then on they give empty values. So a
 * parser reads a whole structure and asks once, with `oddity`, whether it was there.
 */
export class Der {
  readonly #bytes: Uint8Array
  readonly #to: number
  readonly #trouble: Trouble
  #at: number

  private constructor(bytes: Uint8Array, from: number, to: number, trouble: Trouble) {
    this.#bytes = bytes
    this.#at = from
    this.#to = to
    this.#trouble = trouble
  }

  static of(bytes: Uint8Array): Der {
    return new Der(bytes, 0, bytes.length, { oddity: undefined, at: 0 })
  }

  get oddity(): DerOddity | undefined {
    return this.#trouble.oddity
  }

  /** Where the oddity lies, in bytes from the start of what was handed in. */
  get oddAt(): number {
    return this.#trouble.at
  }

  /** Also once anything is odd, so that a loop over elements ends. */
  get isDone(): boolean {
    return this.oddity !== undefined || this.#at >= this.#to
  }

  /** Whether the next element has this tag. */
  has(tag: number): boolean {
    return !this.isDone && this.#bytes[this.#at] === tag
  }

  /** The contents of the next element, as a reader. */
  enter(tag: number): Der {
    const [from, to] = this.#element(tag)
    return new Der(this.#bytes, from, to, this.#trouble)
  }

  /** The contents of the next element. */
  take(tag: number): Uint8Array {
    const [from, to] = this.#element(tag)
    return this.#bytes.subarray(from, to)
  }

  /** The next element with its tag and length; any tag when none is said. */
  whole(tag?: number): Uint8Array {
    const from = this.#at
    const [, to] = this.#element(tag ?? this.#bytes[from] ?? -1)
    return this.oddity === undefined ? this.#bytes.subarray(from, to) : nothing
  }

  end(): void {
    if (this.oddity === undefined && this.#at < this.#to) this.fail('rest')
  }

  fail(oddity: DerOddity): void {
    if (this.#trouble.oddity !== undefined) return
    this.#trouble.oddity = oddity
    this.#trouble.at = this.#at
  }

  /** As it stands there, two's complement; the shortest form of it. */
  integer(tag: number = tags.integer): Uint8Array {
    const bytes = this.take(tag)
    if (this.oddity !== undefined) return nothing
    const [first = 0, second = 0] = bytes
    const isPadded = (first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)
    if (bytes.length === 0 || (bytes.length > 1 && isPadded)) this.fail('number-not-shortest')
    return bytes
  }

  /** A number from 0 up to 2^31 − 1. */
  count(tag: number = tags.integer): number {
    const bytes = this.integer(tag)
    if (bytes.length > 4 || (bytes[0] ?? 0) >= 0x80) this.fail('number-too-large')
    return this.oddity === undefined ? bytes.reduce((sum, byte) => sum * 256 + byte, 0) : 0
  }

  /** X.690 asks for 0xff; certificates that say "false" at length are let pass. */
  boolean(): boolean {
    const bytes = this.take(tags.boolean)
    if (bytes.length !== 1 || (bytes[0] !== 0xff && bytes[0] !== 0)) this.fail('number-too-large')
    return bytes[0] === 0xff
  }

  /** Whole bytes of bits. */
  bits(): Uint8Array {
    const bytes = this.take(tags.bits)
    if (this.oddity === undefined && bytes[0] !== 0) this.fail('bits-unused')
    return bytes.subarray(1)
  }

  /** Up to 16 named bits, the first as the highest. */
  flags(): number {
    const bytes = this.take(tags.bits)
    const [unused = 0, high = 0, low = 0] = bytes
    if (bytes.length < 1 || bytes.length > 3 || unused > 7) this.fail('bits-unused')
    return (high << 8) | low
  }

  oid(): string {
    const bytes = this.take(tags.oid)
    if (this.oddity !== undefined) return ''
    const text = dotted(bytes)
    if (text === undefined) this.fail('oid-malformed')
    return text ?? ''
  }

  /** Milliseconds since 1970, of either kind of time; a finer fraction is cut off. */
  time(): number {
    const isShort = this.has(tags.utcTime)
    const bytes = this.take(isShort ? tags.utcTime : tags.time)
    if (this.oddity !== undefined) return 0
    const text = String.fromCharCode(...bytes.subarray(0, 64))
    const ms = isShort ? utcTime(text) : generalizedTime(text)
    if (ms === undefined) this.fail('time-malformed')
    return ms ?? 0
  }

  #element(tag: number): readonly [number, number] {
    const bytes = this.#bytes
    if (this.oddity !== undefined) return [0, 0]
    if (this.#at + 2 > this.#to) return this.#odd('cut')
    const found = bytes[this.#at]
    if ((found & 0x1f) === 0x1f) return this.#odd('long-tag')
    if (found !== tag) return this.#odd('other-tag')
    let from = this.#at + 2
    let length = bytes[this.#at + 1]
    if (length === 0x80) return this.#odd('length-indefinite')
    if (length > 0x80) {
      const count = length - 0x80
      if (count > 4 || from + count > this.#to) return this.#odd('cut')
      length = 0
      for (let i = 0; i < count; i += 1) length = length * 256 + bytes[from + i]
      if (bytes[from] === 0 || length < 0x80) return this.#odd('length-not-shortest')
      from += count
    }
    if (length > this.#to - from) return this.#odd('cut')
    this.#at = from + length
    return [from, from + length]
  }

  #odd(oddity: DerOddity): readonly [number, number] {
    this.fail(oddity)
    return [0, 0]
  }
}

/** X.690, section 8.19. */
function dotted(bytes: Uint8Array): string | undefined {
  const arcs: number[] = []
  let arc = 0
  let isInside = false
  for (const byte of bytes) {
    if (!isInside && byte === 0x80) return undefined
    arc = arc * 128 + (byte & 0x7f)
    if (arc > Number.MAX_SAFE_INTEGER) return undefined
    isInside = byte >= 0x80
    if (!isInside) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first, ...others] = arcs
  if (first === undefined || isInside) return undefined
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - root * 40, ...others].join('.')
}

/** RFC 5280, section 4.1.2.5.1: 50 to 99 lie in the last century. */
function utcTime(text: string): number | undefined {
  if (!/^\d{12}Z$/.test(text)) return undefined
  return generalizedTime(`${Number(text.slice(0, 2)) >= 50 ? '19' : '20'}${text}`)
}

/** RFC 3161, section 2.4.2: seconds always, a fraction without zeroes at its end, UTC. */
function generalizedTime(text: string): number | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d*[1-9]))?Z$/.exec(text)
  if (found === null) return undefined
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number)
  const ms = Date.UTC(year, month - 1, day, hour, minute, second)
  const again = new Date(ms).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)
  if (again !== text.slice(0, 14)) return undefined
  return ms + Number((found[7] ?? '0').padEnd(3, '0').slice(0, 3))
}
