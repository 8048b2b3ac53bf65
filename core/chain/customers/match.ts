// SPDX-License-Identifier: EUPL-1.2
import { wordsOf } from './vocabulary.ts'

/** Something that was said before: an approved answer to a customer, or a requirement with its answer. */
export interface Said {
  readonly id: string
  readonly text: string
  readonly requirements: readonly string[]
}

export interface Found {
  readonly id: string
  /** 0–1: how much the one and the other are about the same. */
  readonly likeness: number
  readonly words: readonly string[]
}

interface Kept {
  readonly said: Said
  readonly words: ReadonlySet<string>
}

/** Finds what is about the same by rare words in common: a word that is everywhere says little. */
export class Matcher {
  readonly #said: readonly Kept[]
  readonly #weight = new Map<string, number>()

  constructor(said: readonly Said[]) {
    this.#said = said.map((one) => ({ said: one, words: new Set(wordsOf(one.text)) }))
    const counts = new Map<string, number>()
    for (const { words } of this.#said) {
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    for (const [word, count] of counts) {
      this.#weight.set(word, Math.log(1 + said.length / count))
    }
  }

  /** The likeliest first; what has less than a fifth in common is not named. */
  find(question: string, most = 3): readonly Found[] {
    const asked = wordsOf(question)
    // A word that was never said may be telling, or only another way of asking.
    const unknown = Math.log(1 + this.#said.length) * unknownShare
    const squared = (word: string) => (this.#weight.get(word) ?? unknown) ** 2
    const sum = (words: Iterable<string>) => {
      let total = 0
      for (const word of words) total += squared(word)
      return total
    }
    const total = sum(asked)
    if (total === 0) return []
    return this.#said
      .map(({ said, words }) => {
        const shared = asked.filter((word) => words.has(word))
        const own = sum(words)
        const likeness = own === 0 ? 0 : sum(shared) / Math.sqrt(total * own)
        return { id: said.id, likeness: Math.round(likeness * 100) / 100, words: shared }
      })
      .filter(({ likeness }) => likeness >= least)
      .toSorted((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
      .slice(0, most)
  }
}

const least = 0.2
const unknownShare = 0.5
