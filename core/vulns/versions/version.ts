// SPDX-License-Identifier: EUPL-1.2
import { limits } from '../limits.ts'
import { type LevelName, levelOf, levels, noise, preRelease, subjects } from './words.ts'

/** A number or a word of a version, in the order written. */
export interface Part {
  /** Undefined for a word. */
  readonly number?: number
  /** The digits or letters as written, lower case. */
  readonly text: string
}

/**
 * A version as vendors of devices write them: numbers with letters between, then named steps
 * (service pack, update, hotfix) that count as none where they are not named.
 */
export interface Version {
  readonly text: string
  /** What the version is of, where that is said: `bios`, `bsp`. */
  readonly subject?: string
  /** Letters before the first number that are not just "version": `UN` of UN30. */
  readonly prefix: string
  readonly main: readonly Part[]
  /** One number for each of `levels`. */
  readonly steps: readonly number[]
  /** Index of the firmware as WAGO writes it: FW14, or 14 in 01.02.03(14). */
  readonly index?: number
}

type Token = { readonly kind: 'number' | 'word' | 'gap'; readonly text: string }

/** Undefined where the text holds no version. */
export function versionOf(text: string): Version | undefined {
  if (text.length > limits.versionLength) return undefined
  const tokens = tokensOf(text)
  const reader = new Reader(text.trim())
  for (let at = 0; at < tokens.length && reader.main.length < limits.versionParts; at += 1) {
    at += reader.take(tokens, at)
  }
  return reader.version()
}

function tokensOf(text: string): Token[] {
  const plain = text.toLowerCase().replace(/[_"“”']/g, ' ')
  const found = plain.match(/\d+|[a-z]+|[^a-z\d]+/g) ?? []
  return found.map((piece) => {
    const first = piece.charCodeAt(0)
    const kind =
      first >= 48 && first <= 57 ? 'number' : first >= 97 && first <= 122 ? 'word' : 'gap'
    return { kind, text: piece }
  })
}

class Reader {
  readonly main: Part[] = []
  readonly #steps: number[] = levels.map(() => 0)
  readonly #text: string
  #prefix = ''
  #subject: string | undefined
  #index: number | undefined
  #hasSteps = false
  #isNamedIndex = false

  constructor(text: string) {
    this.#text = text
  }

  /** Takes the token at a place; returns how many more it took. */
  take(tokens: readonly Token[], at: number): number {
    const token = tokens[at] as Token
    if (token.kind === 'gap') return 0
    if (token.kind === 'word') return this.#takeWord(tokens, at)
    this.#takeNumber(token.text, tokens[at - 1]?.text ?? '', tokens[at + 1]?.text ?? '')
    return 0
  }

  #takeNumber(digits: string, before: string, after: string): void {
    const number = Number(digits)
    // 02.07.07(10): the number in brackets that ends a dotted version is the firmware index.
    const isBracketed = before.endsWith('(') && after.startsWith(')')
    if (isBracketed && this.main.length > 0) this.#index = number
    this.main.push({ number, text: digits })
  }

  #takeWord(tokens: readonly Token[], at: number): number {
    const { text } = tokens[at] as Token
    const skip = tokens[at + 1]?.kind === 'gap' ? 2 : 1
    const next = tokens[at + skip]
    const isCounted = next?.kind === 'number'
    if (subjects.has(text)) {
      this.#subject ??= text
      return 0
    }
    if (text === 'fw' && isCounted && this.main.length === 0) {
      this.#index = Number(next.text)
      this.#isNamedIndex = true
      return 0
    }
    const level = this.main.length > 0 ? levelOf(text) : undefined
    if (level !== undefined && isCounted) {
      this.#step(level, Number(next.text))
      return skip
    }
    if (level !== undefined && text.length > 2) {
      this.#step(level, 1)
      return 0
    }
    // A letter before the numbers means "version", after them it is part of it: 1.087R.
    if (noise.has(text) && (text.length > 1 || this.main.length === 0)) return 0
    if (this.main.length === 0) this.#prefix += text
    else if (!this.#hasSteps) this.main.push({ text })
    return 0
  }

  #step(level: LevelName, count: number): void {
    this.#hasSteps = true
    this.#steps[levels.indexOf(level)] = count
  }

  version(): Version | undefined {
    if (this.main.length === 0 && this.#prefix === '') return undefined
    const isDated = this.main.every((part) => part.number === undefined)
    if (isDated && this.#prefix === '') return undefined
    // FW 1.2.3 is a version; FW14 alone an index.
    const index = this.#isNamedIndex && this.main.length > 1 ? undefined : this.#index
    return {
      text: this.#text,
      prefix: this.#prefix,
      main: this.main,
      steps: this.#steps,
      ...(this.#subject === undefined ? {} : { subject: this.#subject }),
      ...(index === undefined ? {} : { index }),
    }
  }
}

/** Whether the word comes before the version it is added to: 1.0 beta is older than 1.0. */
export function isPreRelease(part: Part): boolean {
  return part.number === undefined && preRelease.has(part.text)
}
