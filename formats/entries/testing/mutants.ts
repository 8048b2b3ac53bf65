// SPDX-License-Identifier: EUPL-1.2
// Documents made out of a good one by what goes wrong in files: members gone, twice, of another
// type, out of any range; bytes cut off, flipped or put in between.
import fc from 'fast-check'
import { isMapping } from '../index.ts'

const odd: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  'x'.repeat(1_000),
  '\u0000\ud800',
  '__proto__',
  0,
  -1,
  -0.5,
  0.1,
  1e308,
  -1e308,
  9_007_199_254_740_992,
  [],
  [null],
  [[[[]]]],
  {},
  { a: 1 },
]

/** With one to four of its members changed, left out, or given to another. */
export function mutants(good: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(10_000),
    what: fc.constantFrom('replace', 'remove', 'move', 'double'),
    value: fc.oneof(fc.constantFrom(...odd), fc.double(), fc.jsonValue()),
  })
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const made = structuredClone(good)
    for (const one of changes) apply(made, one)
    return made
  })
}

interface Change {
  readonly at: number
  readonly what: string
  readonly value: unknown
}

function apply(document: unknown, { at, what, value }: Change): void {
  const places = placesIn(document)
  const place = places[at % Math.max(1, places.length)]
  if (place === undefined) return
  const [holder, key] = place
  if (what === 'replace') holder[key] = structuredClone(value)
  else if (what === 'move') holder[key] = structuredClone(from(places, at))
  else if (Array.isArray(holder)) {
    if (what === 'remove') holder.splice(Number(key), 1)
    else holder.push(structuredClone(holder[Number(key)]))
  } else if (what === 'remove') delete holder[key]
  else holder[`${key}_`] = holder[key]
}

type Place = readonly [Record<string, unknown>, string]

function from(places: readonly Place[], at: number): unknown {
  const [holder, key] = places[(at * 31 + 7) % places.length] ?? [{}, '']
  return holder[key]
}

function placesIn(value: unknown): readonly Place[] {
  if (!Array.isArray(value) && !isMapping(value)) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [[holder, key] as const, ...placesIn(holder[key])])
}

/** With one to four places cut out, changed, or with something put in. */
export function brokenBytes(good: string): fc.Arbitrary<Uint8Array> {
  const cut = fc.record({
    at: fc.nat(100_000),
    length: fc.nat(40),
    piece: fc.oneof(
      fc.constantFrom('', '{', '}', '[', ']', ':', ',', '"', '\n', '  ', '&a ', '*a', '!!', '|\n'),
      fc.string({ maxLength: 5 }),
    ),
  })
  return fc.array(cut, { minLength: 1, maxLength: 4 }).map((cuts) => {
    let text = good
    for (const { at, length, piece } of cuts) {
      const from = at % (text.length + 1)
      text = `${text.slice(0, from)}${piece}${text.slice(from + length)}`
    }
    return Buffer.from(text)
  })
}
