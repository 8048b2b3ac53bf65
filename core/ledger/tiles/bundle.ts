// SPDX-License-Identifier: EUPL-1.2
import { type Outcome, ok, refuse } from '@schouw/core/kernel'
import { concat } from '../bytes/index.ts'
import { tileWidth } from './path.ts'

/** The length of an entry takes two bytes. */
const entryLengthBytes = 0xffff

export type BundleRefusal = 'bundle-width' | 'bundle-entry-too-long' | 'bundle-cut' | 'bundle-rest'

/** C2SP tlog-tiles, "Log entries". */
export function entryBundle(entries: readonly Uint8Array[]): Outcome<Uint8Array, BundleRefusal> {
  if (entries.length === 0 || entries.length > tileWidth) {
    return refuse('bundle-width', { width: entries.length })
  }
  const parts: Uint8Array[] = []
  for (const [at, entry] of entries.entries()) {
    if (entry.length > entryLengthBytes) {
      return refuse('bundle-entry-too-long', { at, lengthBytes: entry.length })
    }
    parts.push(Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry)
  }
  return ok(concat(parts))
}

/** Exactly `width` entries and nothing after them. */
export function entriesOf(
  bundle: Uint8Array,
  width: number,
): Outcome<readonly Uint8Array[], BundleRefusal> {
  if (!Number.isInteger(width) || width < 1 || width > tileWidth) {
    return refuse('bundle-width', { width })
  }
  const entries: Uint8Array[] = []
  let at = 0
  while (entries.length < width) {
    const from = at + 2
    const to = from + (bundle[at] << 8) + bundle[at + 1]
    if (from > bundle.length || to > bundle.length) return refuse('bundle-cut', { at })
    entries.push(bundle.subarray(from, to))
    at = to
  }
  return at === bundle.length ? ok(entries) : refuse('bundle-rest', { at })
}
