// SPDX-License-Identifier: EUPL-1.2
/**
 * Problem: one thing wrong in a file, with its place, what was expected and what stood there.
 * Every reader of formats lists its problems beside what it could read; none throws for content.
 */

export interface Problem {
  /** As the reader was told: relative to the folder, with `/`. */
  readonly path: string
  /** From 1; null where the whole file is meant. */
  readonly line: number | null
  /** From 1: character in YAML, number of the column in tables; null where the line is meant. */
  readonly column: number | null
  readonly expected: string
  readonly found: string
}

/** `path:line:column: expected …, found …`, the form editors and terminals can jump to. */
export function problemLine(problem: Problem): string {
  const place = [problem.path, problem.line, problem.column].filter((part) => part !== null)
  return `${place.join(':')}: expected ${problem.expected}, found ${problem.found}`
}

const longestQuote = 60

/** A value from a file, short enough for one line and without control characters. */
export function quoted(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  // Control, bidi and separator characters could forge a second line or reorder the first.
  const text = String(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
  const cut = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text
  return typeof value === 'string' ? `"${cut}"` : cut
}

/** The known word closest to what was written, when it is close enough to be a slip. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase()
  let best: string | undefined
  let bestDistance = Math.max(2, Math.ceil(wanted.length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(wanted.slice(0, 64), candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** What to expect instead of an unknown key. */
export function knownKeys(word: string, known: readonly string[]): string {
  const near = nearestWord(word, known)
  return near === undefined ? `one of ${known.join(', ')}` : `a known key, perhaps "${near}"`
}

/** Levenshtein distance with swapped neighbours as one slip, at most `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      current[j] = Math.min(
        previous[j] + 1,
        current[j - 1] + 1,
        previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
        swap ? before[j - 2] + 1 : limit,
      )
    }
    before = previous
    previous = current
  }
  return Math.min(previous[b.length], limit)
}
