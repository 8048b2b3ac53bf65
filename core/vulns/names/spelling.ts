// SPDX-License-Identifier: EUPL-1.2

export type Speller = (name: string) => string

/** Replaces other names of a product by the first of its row, whole words only. */
export function spellerOf(rows: readonly (readonly string[])[]): Speller {
  const rules = rows.flatMap(([first = '', ...others]) =>
    others.map((other) => ({ from: other.toLowerCase(), to: first })),
  )
  return (name) => {
    const lower = name.toLowerCase()
    let text = name
    for (const { from, to } of rules) {
      if (from !== '' && lower.includes(from)) text = replaced(text, from, to)
    }
    return text
  }
}

function replaced(text: string, from: string, to: string): string {
  const at = text.toLowerCase().indexOf(from)
  const isWord = (place: number) => !/[a-z0-9]/i.test(text[place] ?? ' ')
  if (at < 0 || !isWord(at - 1) || !isWord(at + from.length)) return text
  return text.slice(0, at) + to + text.slice(at + from.length)
}
