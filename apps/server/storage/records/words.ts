// SPDX-License-Identifier: EUPL-1.2

/** Words of one record that can be searched, at most; the row has to stay a row. */
const mostWords = 2000
/** ASCII alone: nothing to fold but capitals. */
const plain = /^[ -~]*$/

/** Characters of a word; a longer one is found by its beginning. */
const longestWord = 64

/** The same letters for capitals and accents, so that people find what they mean. */
export function folded(text: string): string {
  if (plain.test(text)) return text.toLowerCase()
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/**
 * Words of texts as they are searched: split at blanks, and once more at whatever is neither
 * letter nor digit, so that `10.0.3.17` and `line-2` are found whole and by their parts.
 */
export function wordsOf(texts: readonly string[]): readonly string[] {
  const words = new Set<string>()
  for (const text of texts) {
    for (const chunk of folded(text).split(blanks)) {
      if (!mixed.test(chunk)) {
        if (chunk !== '') words.add(cut(chunk))
        continue
      }
      words.add(cut(chunk.replaceAll(edges, '')))
      for (const part of chunk.split(between)) words.add(cut(part))
    }
    if (words.size >= mostWords) break
  }
  words.delete('')
  return [...words].slice(0, mostWords)
}

const blanks = /[\s\p{C}]+/u
const mixed = /[^\p{L}\p{N}]/u
const between = /[^\p{L}\p{N}]+/u
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu

/** By characters, so that none is cut in two. */
function cut(word: string): string {
  return word.length <= longestWord ? word : [...word].slice(0, longestWord).join('')
}

/** A query of the engine: every word of the text, the last letters of each still to come. */
export function searchQuery(text: string): string | undefined {
  const words = folded(text)
    .split(blanks)
    .map((chunk) => cut(chunk.replaceAll(edges, '')))
    .filter((word) => word !== '')
  if (words.length === 0) return undefined
  // A word twice finds no less, and makes the planner think that hardly anything is found.
  return [...new Set(words)]
    .map((word) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}':*`)
    .join('&')
}
