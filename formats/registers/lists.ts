// SPDX-License-Identifier: EUPL-1.2

// Several values in one cell: `a; b; "c; d"`, and rows of them: a line each, `name: value; …`.
// Quotes as in CSV: around what holds a separator, doubled inside.

const special = /[;,"\n\r]|^\s|\s$|^$/

export function quotedItem(text: string): string {
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function joined(items: readonly string[]): string {
  return items.map(quotedItem).join('; ')
}

/** Undefined when a quote is left open. One opens at the start of a part, or behind a colon. */
export function parted(text: string, separators: string): readonly string[] | undefined {
  const parts: string[] = []
  let start = 0
  let former = ''
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '"' && (former === '' || ':;'.includes(former))) {
      at = closing(text, at)
      if (at < 0) return undefined
      former = character
    } else if (separators.includes(character)) {
      parts.push(text.slice(start, at))
      start = at + 1
      former = ''
    } else if (character.trim() !== '') former = character
  }
  return [...parts, text.slice(start)].map((part) => part.trim()).filter((part) => part !== '')
}

/** The place of the quote that ends the one that opens here; -1 without. */
function closing(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] !== '"') return at
    at += 1
  }
  return -1
}

export function unquoted(text: string): string {
  const inner = /^"([\s\S]*)"$/.exec(text)?.[1]
  return inner === undefined ? text : inner.replaceAll('""', '"')
}

/** `name: value` taken apart; undefined without a name. */
export function named(text: string): readonly [string, string] | undefined {
  const [, name = '', value] = /^([^:"]{1,100}):([\s\S]*)$/.exec(text) ?? []
  return value === undefined ? undefined : [name.trim(), unquoted(value.trim())]
}

/** Undefined when it is no table of names and values. */
export function partedRows(
  text: string,
): readonly (readonly (readonly [string, string])[])[] | undefined {
  const lines = parted(text, '\n')
  if (lines === undefined) return undefined
  const rows: (readonly (readonly [string, string])[])[] = []
  for (const line of lines) {
    const cells = parted(line, ';')?.map(named)
    if (cells === undefined || cells.some((cell) => cell === undefined)) return undefined
    rows.push(cells as readonly (readonly [string, string])[])
  }
  return rows
}
