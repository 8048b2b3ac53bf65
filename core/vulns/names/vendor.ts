// SPDX-License-Identifier: EUPL-1.2
import type { VendorRow } from '../tables/index.ts'
import { folded } from './text.ts'

/** Ids of the makers a name stands for; those that no table knows are named by their own words. */
export interface VendorReading {
  readonly ids: readonly string[]
  readonly isKnown: boolean
  /** The name says that it names nobody: "multiple", "n/a". */
  readonly isAnybody: boolean
}

const legalForms = new Set(
  `gmbh co kg ag inc llc ltd limited corporation corp company sa se bv nv srl spa oy ab as plc
   pty ltda me sp z o kk group holding holdings the of`
    .split(/\s+/)
    .filter(Boolean),
)
const anybody = new Set([
  'multiple',
  'n a',
  'various',
  'unknown',
  'multiple open source',
  'open source',
  '',
])

export type VendorReader = (name: string) => VendorReading

/** A reader that remembers: inventories and documents repeat few vendors. */
export function vendorReader(rows: readonly VendorRow[]): VendorReader {
  const known = new Map<string, VendorReading>()
  const names = rows.flatMap(({ id, names }) =>
    names.map((name) => ({ id, words: ` ${wordsOf(name).join(' ')} ` })),
  )
  // The longest name first, so that Hitachi ABB Power Grids is not ABB.
  names.sort((a, b) => b.words.length - a.words.length)
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const reading = readVendor(name, names)
    if (known.size < 10_000) known.set(name, reading)
    return reading
  }
}

function readVendor(
  name: string,
  names: readonly { readonly id: string; readonly words: string }[],
): VendorReading {
  const words = wordsOf(name)
  if (anybody.has(words.join(' '))) return { ids: [], isKnown: false, isAnybody: true }
  let text = ` ${words.join(' ')} `
  const ids = new Set<string>()
  for (const { id, words: wanted } of names) {
    if (wanted.trim() === '' || !text.includes(wanted)) continue
    ids.add(id)
    // Another maker may share the very name: it stays for rows of equal length.
    if (!names.some((other) => other.words === wanted && !ids.has(other.id))) {
      text = text.replaceAll(wanted, ' | ')
    }
  }
  if (ids.size > 0) return { ids: [...ids], isKnown: true, isAnybody: false }
  const parts = folded(name)
    .split(/[,/|;]|\band\b/)
    .map((part) =>
      wordsOf(part)
        .filter((word) => !legalForms.has(word))
        .join(' '),
    )
    .filter((part) => part !== '')
  return { ids: parts.map((part) => `?${part}`), isKnown: false, isAnybody: parts.length === 0 }
}

function wordsOf(name: string): string[] {
  return folded(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** One maker in common; names no table knows agree where one begins with the whole other. */
export function isSameVendor(a: VendorReading, b: VendorReading): boolean {
  return a.ids.some((one) =>
    b.ids.some((other) => one === other || isUnknownKin(one, other) || isUnknownKin(other, one)),
  )
}

function isUnknownKin(short: string, long: string): boolean {
  return short.startsWith('?') && short.length > 4 && long.startsWith(`${short} `)
}
