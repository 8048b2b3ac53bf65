// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { utf8Bytes } from '../bytes/index.ts'
import { jsonDepth } from '../limits.ts'
import type { Numbers } from './parse.ts'
import { type JsonRefusal, pointer } from './value.ts'

/**
 * RFC 8785 bytes of a value made of plain objects, lists, well-formed strings, booleans, null and
 * numbers. Whatever JSON would drop, turn or guess is refused with its path. `whole` (the default)
 * takes safe integers only, the others every finite number.
 */
export function canonicalJson(
  value: unknown,
  numbers: Numbers = 'whole',
): Outcome<Uint8Array, JsonRefusal> {
  const writer = new Writer(numbers)
  const text = writer.text(value)
  const bytes = text === undefined ? undefined : utf8Bytes(text)
  if (bytes !== undefined) return ok(bytes)
  return refuse(writer.refusal ?? 'not-a-json-value', { path: pointer(writer.path) })
}

/** Gives `undefined` once something is wrong; `refusal` and `path` then say what and where. */
class Writer {
  readonly numbers: Numbers
  refusal: JsonRefusal | undefined
  readonly path: (string | number)[] = []

  constructor(numbers: Numbers) {
    this.numbers = numbers
  }

  text(value: unknown): string | undefined {
    switch (typeof value) {
      case 'string':
        return this.#string(value)
      case 'number':
        return this.#number(value)
      case 'boolean':
        return value ? 'true' : 'false'
      case 'object':
        if (value === null) return 'null'
        if (this.path.length >= jsonDepth) return this.#no('too-deep')
        return Array.isArray(value) ? this.#list(value) : this.#object(value)
      default:
        return this.#no('not-a-json-value')
    }
  }

  #no(refusal: JsonRefusal): undefined {
    this.refusal ??= refusal
    return undefined
  }

  /** JSON.stringify escapes what RFC 8785, section 3.2.2.2 asks and nothing else. */
  #string(value: string): string | undefined {
    return value.isWellFormed() ? JSON.stringify(value) : this.#no('half-a-surrogate')
  }

  #number(value: number): string | undefined {
    if (!Number.isFinite(value)) return this.#no('number-too-large')
    if (this.numbers === 'whole' && !Number.isSafeInteger(value)) return this.#no('number-not-kept')
    return value === 0 ? '0' : String(value)
  }

  #list(list: readonly unknown[]): string | undefined {
    if (Reflect.ownKeys(list).length !== list.length + 1) return this.#no('not-a-json-value')
    const items: string[] = []
    for (const [index, item] of list.entries()) {
      this.path.push(index)
      const text = this.text(item)
      if (text === undefined) return undefined
      this.path.pop()
      items.push(text)
    }
    return `[${items.join(',')}]`
  }

  #object(value: object): string | undefined {
    const prototype = Object.getPrototypeOf(value)
    if (prototype !== null && prototype !== Object.prototype) return this.#no('not-a-json-value')
    const names = Object.keys(value)
    // A symbol, or a member that hides itself, would be dropped without a word.
    if (Reflect.ownKeys(value).length !== names.length) return this.#no('not-a-json-value')
    // By UTF-16 units, as RFC 8785, section 3.2.3 asks and `sort` does.
    names.sort()
    let members = ''
    for (const name of names) {
      this.path.push(name)
      if (name === '__proto__') return this.#no('prototype-member')
      const key = this.#string(name)
      const text = key === undefined ? undefined : this.text(value[name as keyof typeof value])
      if (text === undefined) return undefined
      this.path.pop()
      members += `${members === '' ? '' : ','}${key}:${text}`
    }
    return `{${members}}`
  }
}
