// SPDX-License-Identifier: EUPL-1.2
// Where things stand in a JSON text that is known to be well-formed. Looked up only when something is
// wrong: a parser that kept every place would need more memory than the data.

export interface Place {
  /** Offset of the value in the text. */
  readonly value: number
  /** Of its key; the value's own in a list or at the root. */
  readonly key: number
  /** Whether the whole path exists, or only its beginning. */
  readonly isFound: boolean
}

export function placeOf(text: string, path: readonly PropertyKey[]): Place {
  let at = blanks(text, 0)
  let place: Place = { value: at, key: at, isFound: true }
  for (const step of path) {
    const next = text[at] === '{' ? member(text, at, String(step)) : element(text, at, step)
    if (next === undefined) return { ...place, isFound: false }
    place = next
    at = next.value
  }
  return place
}

/** The first key that stands twice in one mapping. */
export function firstTwin(text: string): { readonly key: string; readonly at: number } | undefined {
  const open: (Set<string> | undefined)[] = []
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '{') open.push(new Set())
    else if (letter === '[') open.push(undefined)
    else if (letter === '}' || letter === ']') open.pop()
    else if (letter === '"') {
      const end = stringEnd(text, at)
      const keys = open.at(-1)
      if (keys !== undefined && text[blanks(text, end)] === ':') {
        const key = JSON.parse(text.slice(at, end)) as string
        if (keys.has(key)) return { key, at }
        keys.add(key)
      }
      at = end - 1
    }
  }
  return undefined
}

/** Line and column of an offset, from 1. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  for (;;) {
    const end = text.indexOf('\n', start)
    if (end === -1 || end >= offset) return { line, column: offset - start + 1 }
    line += 1
    start = end + 1
  }
}

function member(text: string, from: number, wanted: string): Place | undefined {
  let at = blanks(text, from + 1)
  while (text[at] === '"') {
    const key = at
    const end = stringEnd(text, at)
    const value = blanks(text, blanks(text, end) + 1)
    if (JSON.parse(text.slice(key, end)) === wanted) return { key, value, isFound: true }
    at = blanks(text, valueEnd(text, value))
    if (text[at] === ',') at = blanks(text, at + 1)
  }
  return undefined
}

function element(text: string, from: number, wanted: PropertyKey): Place | undefined {
  if (text[from] !== '[' || typeof wanted !== 'number') return undefined
  let at = blanks(text, from + 1)
  for (let index = 0; at < text.length && text[at] !== ']'; index += 1) {
    if (index === wanted) return { key: at, value: at, isFound: true }
    at = blanks(text, valueEnd(text, at))
    if (text[at] === ',') at = blanks(text, at + 1)
  }
  return undefined
}

function valueEnd(text: string, from: number): number {
  let depth = 0
  let at = from
  while (at < text.length) {
    const letter = text[at]
    if (letter === '"') at = stringEnd(text, at)
    else {
      if (letter === '{' || letter === '[') depth += 1
      else if (letter === '}' || letter === ']') {
        if (depth === 0) return at
        depth -= 1
      } else if (depth === 0 && (letter === ',' || isBlank(letter))) return at
      at += 1
    }
    if (depth === 0 && (letter === '"' || letter === '}' || letter === ']')) return at
  }
  return at
}

function stringEnd(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function blanks(text: string, from: number): number {
  let at = from
  while (isBlank(text[at])) at += 1
  return at
}

function isBlank(letter: string | undefined): boolean {
  return letter === ' ' || letter === '\n' || letter === '\r' || letter === '\t'
}
