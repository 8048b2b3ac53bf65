// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { utf8Text } from '../bytes/index.ts'
import { jsonDepth, jsonLengthBytes } from '../limits.ts'
import { keepsDigits } from './number.ts'
import { type Json, type JsonRefusal, pointer } from './value.ts'

/**
 * `whole`: safe integers only, as in ledger headers. `exact`: a double that says just what the
 * text says. `nearest`: what RFC 8785 allows, digits beyond a double's are dropped.
 */
export type Numbers = 'whole' | 'exact' | 'nearest'

export interface JsonLimits {
  readonly numbers?: Numbers
  readonly depth?: number
  readonly lengthBytes?: number
}

/**
 * RFC 8259 without its freedoms: no byte order mark, no member twice, no `__proto__`, no half
 * surrogates. A refusal says the `path` (RFC 6901) and, in `at`, how many characters were read.
 */
export function parseJson(bytes: Uint8Array, limits: JsonLimits = {}): Outcome<Json, JsonRefusal> {
  const read = readJson(bytes, limits)
  return read.ok ? ok(read.value.value) : read
}

/** Parses only what RFC 8785 would write for the value: one value, one text. */
export function parseCanonical(
  bytes: Uint8Array,
  limits: JsonLimits = {},
): Outcome<Json, JsonRefusal> {
  const read = readJson(bytes, { numbers: 'whole', ...limits })
  if (!read.ok) return read
  return read.value.isCanonical ? ok(read.value.value) : refuse('not-canonical', { path: '' })
}

function readJson(
  bytes: Uint8Array,
  limits: JsonLimits,
): Outcome<{ readonly value: Json; readonly isCanonical: boolean }, JsonRefusal> {
  if (bytes.length > (limits.lengthBytes ?? jsonLengthBytes)) {
    return refuse('too-long', { path: '', at: 0, lengthBytes: bytes.length })
  }
  const text = utf8Text(bytes)
  if (text === undefined) return refuse('not-utf8', { path: '', at: 0 })
  if (text.startsWith('\ufeff')) return refuse('byte-order-mark', { path: '', at: 0 })
  const reader = new Reader(text, limits.numbers ?? 'exact', limits.depth ?? jsonDepth)
  const value = reader.document()
  if (value === undefined) {
    const refusal = reader.refusal ?? 'syntax'
    return refuse(refusal, { path: pointer(reader.path), at: reader.at })
  }
  return ok({ value, isCanonical: reader.isCanonical })
}

// Control characters have no place in a string, and the engine's own parser agrees.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is kept out
const quoted = /"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Each method gives `undefined` once something is wrong; `refusal` and `path` then say what. */
class Reader {
  readonly text: string
  readonly numbers: Numbers
  readonly depth: number
  at = 0
  /** No space, no other order, no other spelling so far. */
  isCanonical = true
  refusal: JsonRefusal | undefined
  readonly path: (string | number)[] = []

  constructor(text: string, numbers: Numbers, depth: number) {
    this.text = text
    this.numbers = numbers
    this.depth = depth
  }

  document(): Json | undefined {
    const value = this.#value()
    if (value === undefined) return undefined
    this.#space()
    return this.at === this.text.length ? value : this.#no('something-after-the-value')
  }

  #no(refusal: JsonRefusal): undefined {
    this.refusal ??= refusal
    return undefined
  }

  #space(): void {
    for (;;) {
      const code = this.text.charCodeAt(this.at)
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return
      this.isCanonical = false
      this.at += 1
    }
  }

  #value(): Json | undefined {
    this.#space()
    switch (this.text.charCodeAt(this.at)) {
      case 0x7b:
        return this.#object()
      case 0x5b:
        return this.#list()
      case 0x22:
        return this.#string()
      case 0x74:
        return this.#word('true', true)
      case 0x66:
        return this.#word('false', false)
      case 0x6e:
        return this.#word('null', null)
      default:
        return this.#number()
    }
  }

  #word(word: string, value: boolean | null): Json | undefined {
    if (!this.text.startsWith(word, this.at)) return this.#no('syntax')
    this.at += word.length
    return value
  }

  #number(): number | undefined {
    number.lastIndex = this.at
    const digits = number.exec(this.text)?.[0]
    if (digits === undefined) return this.#no('syntax')
    const value = Number(digits)
    if (!Number.isFinite(value)) return this.#no('number-too-large')
    const isKept =
      this.numbers === 'nearest' ||
      (this.numbers === 'whole'
        ? Number.isSafeInteger(value) && /^-?\d+$/.test(digits)
        : keepsDigits(digits, value))
    if (!isKept) return this.#no('number-not-kept')
    this.at += digits.length
    const kept = value === 0 ? 0 : value
    if (String(kept) !== digits) this.isCanonical = false
    return kept
  }

  #string(): string | undefined {
    const from = this.at
    const end = this.text.indexOf('"', from + 1)
    if (end < 0) return this.#no('syntax')
    const plain = this.text.slice(from + 1, end)
    if (plain.includes('\\')) return this.#unquoted(from)
    for (let i = 0; i < plain.length; i += 1) {
      if (plain.charCodeAt(i) < 0x20) return this.#no('syntax')
    }
    this.at = end + 1
    return plain
  }

  /** No half surrogate can have come out of UTF-8, so only escapes need a look. */
  #unquoted(from: number): string | undefined {
    quoted.lastIndex = from
    const found = quoted.exec(this.text)?.[0]
    if (found === undefined) return this.#no('syntax')
    const value: string = JSON.parse(found)
    if (!value.isWellFormed()) return this.#no('half-a-surrogate')
    this.at = from + found.length
    // The platform escapes what RFC 8785, section 3.2.2.2 asks and nothing else.
    if (JSON.stringify(value) !== found) this.isCanonical = false
    return value
  }

  #list(): readonly Json[] | undefined {
    if (this.path.length >= this.depth) return this.#no('too-deep')
    const items: Json[] = []
    this.at += 1
    this.#space()
    if (this.#took(0x5d)) return items
    for (;;) {
      this.path.push(items.length)
      const item = this.#value()
      if (item === undefined) return undefined
      this.path.pop()
      items.push(item)
      this.#space()
      if (this.#took(0x5d)) return items
      if (!this.#took(0x2c)) return this.#no('syntax')
    }
  }

  #object(): Json | undefined {
    if (this.path.length >= this.depth) return this.#no('too-deep')
    const members: Record<string, Json> = {}
    let former = ''
    this.at += 1
    this.#space()
    if (this.#took(0x7d)) return members
    for (;;) {
      this.#space()
      const name = this.text.charCodeAt(this.at) === 0x22 ? this.#string() : this.#no('syntax')
      if (name === undefined) return undefined
      // By UTF-16 units, as RFC 8785, section 3.2.3 asks and this comparison does.
      if (name < former) this.isCanonical = false
      former = name
      this.path.push(name)
      if (name === '__proto__') return this.#no('prototype-member')
      if (Object.hasOwn(members, name)) return this.#no('duplicate-member')
      this.#space()
      if (!this.#took(0x3a)) return this.#no('syntax')
      const value = this.#value()
      if (value === undefined) return undefined
      this.path.pop()
      members[name] = value
      this.#space()
      if (this.#took(0x7d)) return members
      if (!this.#took(0x2c)) return this.#no('syntax')
    }
  }

  #took(letter: number): boolean {
    if (this.text.charCodeAt(this.at) !== letter) return false
    this.at += 1
    return true
  }
}
