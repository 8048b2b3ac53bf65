// SPDX-License-Identifier: EUPL-1.2

/*
 * Which characters a font file has. An archival PDF may not hold a character without a glyph, so
 * one that no shipped font has is replaced before the document is made.
 */

/** Code points in the `cmap` of a TrueType file (subtable formats 4 and 12). */
export function characters(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const found = new Set<number>()
  const cmap = tableOffset(view, 'cmap')
  if (cmap === undefined) return found
  const count = view.getUint16(cmap + 2)
  for (let n = 0; n < count; n += 1) {
    const at = cmap + view.getUint32(cmap + 4 + n * 8 + 4)
    const format = view.getUint16(at)
    if (format === 4) segments(view, at, found)
    else if (format === 12) groups(view, at, found)
  }
  return found
}

function tableOffset(view: DataView, name: string): number | undefined {
  const tables = view.getUint16(4)
  for (let n = 0; n < tables; n += 1) {
    const at = 12 + n * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)))
    if (tag === name) return view.getUint32(at + 8)
  }
  return undefined
}

function segments(view: DataView, at: number, found: Set<number>): void {
  const half = view.getUint16(at + 6)
  const [ends, starts] = [at + 14, at + 16 + half]
  const [deltas, offsets] = [starts + half, starts + 2 * half]
  for (let n = 0; n < half; n += 2) {
    const end = view.getUint16(ends + n)
    const offset = view.getUint16(offsets + n)
    for (let code = view.getUint16(starts + n); code <= end && code !== 0xffff; code += 1) {
      const raw =
        offset === 0
          ? code
          : view.getUint16(offsets + n + offset + 2 * (code - view.getUint16(starts + n)))
      const isNone = offset !== 0 && raw === 0
      if (!isNone && ((raw + view.getUint16(deltas + n)) & 0xffff) !== 0) found.add(code)
    }
  }
}

function groups(view: DataView, at: number, found: Set<number>): void {
  const count = view.getUint32(at + 12)
  for (let n = 0; n < count; n += 1) {
    const group = at + 16 + n * 12
    const end = view.getUint32(group + 4)
    for (let code = view.getUint32(group); code <= end; code += 1) found.add(code)
  }
}

/** Every text inside plain data, with characters outside `known` shown as a box. */
export function replaced<Value>(value: Value, known: ReadonlySet<number>): Value {
  if (typeof value === 'string') return boxed(value, known) as Value
  if (Array.isArray(value)) return value.map((one) => replaced(one, known)) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, replaced(one, known)]),
  ) as Value
}

const box = '□'

/** Line end, tab and the invisible place where a long word may break need no glyph. */
const invisible: ReadonlySet<number> = new Set([0x09, 0x0a, 0x200b])

function boxed(text: string, known: ReadonlySet<number>): string {
  let isClean = true
  for (let n = 0; n < text.length && isClean; n += 1) {
    const code = text.charCodeAt(n)
    isClean = invisible.has(code) || known.has(code)
  }
  if (isClean) return text
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    return invisible.has(code) || known.has(code) ? character : box
  }).join('')
}
