// SPDX-License-Identifier: EUPL-1.2
import { compact, repaired } from './text.ts'

/** A word of a name. `codes` have a digit and usually name the product by themselves. */
export interface Token {
  /** As written, with its dashes and open places. */
  readonly raw: string
  /** Letters and digits alone, lower case. */
  readonly plain: string
  readonly isCode: boolean
}

/** Words of a name. A slash parts words but not codes: TX/TX is two, FX5U-32MT/ES one. */
export function tokensOf(name: string): Token[] {
  return repaired(name)
    .replace(/(\d)\s+-\s+(?=[A-Z]\d)/g, '$1-')
    .replace(/(?<=\d[A-Z]*)\s+[*](?:\s*-\s*[*])?(?=\s|$)/g, '*')
    .replace(/([^\s]*)\/(?=[^\s]*)/g, (piece, before: string) =>
      /\d/.test(before) ? piece : `${before} `,
    )
    .split(/[\s,;:"'|&+=[\]{}!]+/)
    .flatMap((raw) => {
      const plain = compact(raw)
      return plain === '' ? [] : [{ raw, plain, isCode: /\d/.test(plain) }]
    })
}

/** All runs of up to three words written as one: ET 200SP also as ET200SP. */
export function gramsOf(tokens: readonly Token[]): Set<string> {
  const grams = new Set<string>()
  for (let from = 0; from < tokens.length; from += 1) {
    let joined = ''
    for (let to = from; to < Math.min(tokens.length, from + 3); to += 1) {
      joined += tokens[to]?.plain ?? ''
      grams.add(joined)
    }
  }
  return grams
}
