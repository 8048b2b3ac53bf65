// SPDX-License-Identifier: EUPL-1.2
import { nearestWord } from '../problem/index.ts'
import { plainName } from '../table/index.ts'
import { type Named, nameOf } from './columns.ts'
import { synonyms } from './synonyms.ts'

/** What one column of a file is taken for. */
export interface Proposal {
  readonly heading: string
  /** Null: nothing of ours, and left out. */
  readonly name: string | null
  /** `near`: a slip of the pen away; somebody should look. */
  readonly by: 'name' | 'synonym' | 'near' | 'nothing'
}

/** What stands above the columns, each name taken once: sure ones before likely ones. */
export function proposals(
  headings: readonly string[],
  names: readonly Named[],
): readonly Proposal[] {
  const found: Proposal[] = headings.map((heading) => ({ heading, name: null, by: 'nothing' }))
  const taken = new Set<string>()
  const ways = [
    ['name', (heading: string) => nameOf(heading, names)],
    ['name', (heading: string) => nameOf(withoutUnit(heading), names)],
    ['synonym', (heading: string) => synonymOf(heading, names, taken)],
    ['near', (heading: string) => nearOf(heading, names, taken)],
  ] as const
  for (const [by, way] of ways) {
    for (const [at, { heading, name: known }] of found.entries()) {
      if (known !== null || heading.trim() === '') continue
      const name = way(heading)
      if (name === undefined || taken.has(name)) continue
      taken.add(name)
      found[at] = { heading, name, by }
    }
  }
  return found
}

/** `Kosten (€)`, `Cost [EUR]`, `Naam *`: the name without what stands behind it. */
function withoutUnit(heading: string): string {
  return heading.replace(/\s*[([][^)\]]{0,40}[)\]]\s*$/, '').replace(/\s*[*:]\s*$/, '')
}

function synonymOf(
  heading: string,
  names: readonly Named[],
  taken: ReadonlySet<string>,
): string | undefined {
  const plain = plainName(withoutUnit(heading))
  const open = names.filter(({ name }) => !taken.has(name))
  return open.find(({ name }) => synonyms[name]?.some((word) => plainName(word) === plain))?.name
}

/** Shorter words are near to anything. */
const shortestNear = 4

function nearOf(
  heading: string,
  names: readonly Named[],
  taken: ReadonlySet<string>,
): string | undefined {
  const plain = plainName(withoutUnit(heading))
  if (plain.length < shortestNear || plain.length > 64) return undefined
  const words = new Map<string, string>()
  for (const { name, words: own } of names) {
    if (taken.has(name)) continue
    for (const word of [name, ...own, ...(synonyms[name] ?? [])]) {
      const known = plainName(word)
      if (known.length >= shortestNear) words.set(known, name)
    }
  }
  const near = nearestWord(plain, [...words.keys()])
  return near === undefined ? undefined : words.get(near)
}

/** Lines among which a head is looked for: titles and dates of printing stand above it. */
const linesLookedAt = 25

/**
 * The line that names most columns; without one, the first that has more than one filled cell.
 * Undefined when nothing is filled.
 */
export function headLine(
  rows: readonly { readonly line: number; readonly cells: readonly (string | number)[] }[],
  names: readonly Named[],
): number | undefined {
  let best: number | undefined
  let bestCount = 0
  const first = rows.slice(0, linesLookedAt)
  for (const { line, cells } of first) {
    const headings = cells.map((cell) => (typeof cell === 'string' ? cell : ''))
    const sure = proposals(headings, names).filter(({ by }) => by === 'name' || by === 'synonym')
    if (sure.length <= bestCount) continue
    best = line
    bestCount = sure.length
  }
  if (best !== undefined) return best
  const filled = first.find(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
  return (filled ?? first[0])?.line
}
