// SPDX-License-Identifier: EUPL-1.2

/** Order that does not depend on a language: by code unit. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort(compareTexts)
}

/**
 * Names in one fact are parted by a comma and a blank. A name that has such a comma itself keeps
 * it with a blank that does not break, so that it is never taken for two.
 */
export function listed(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(', ', ',\u00a0')).join(', ')
}

const mostExamples = 3

/** The first few names for a sentence; the whole list stands beside it. */
export function examplesOf(names: readonly string[]): string {
  return listed(names.slice(0, mostExamples))
}

/** `SCADA-01.fabriek.local` and `scada-01` are one name. */
export function plainHost(name: string): string {
  return name.trim().toLowerCase().split('.')[0]
}

/** Case and punctuation do not matter: `S7-comm` is `s7comm`. */
export function plainWord(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '')
}

/** Groups in order of first appearance. */
export function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
