// SPDX-License-Identifier: EUPL-1.2

/** Keys that hold no words: pictures, places, kinds. */
const wordless: ReadonlySet<string> = new Set([
  'svg',
  'alt',
  'id',
  'to',
  'anchors',
  'kind',
  'unit',
  'aligns',
  'attachments',
  'language',
])

/** Every text in plain data, with places where a long unbroken word may break. */
export function breakable<Value>(value: Value): Value {
  if (typeof value === 'string') return broken(value) as Value
  if (Array.isArray(value)) return value.map((one) => breakable(one)) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, wordless.has(key) ? one : breakable(one)]),
  ) as Value
}

const long = /\S{22,}/g

/** A word of letters breaks with a hyphen; anything else after a mark, or after twenty characters. A fingerprint stays whole. */
function broken(text: string): string {
  if (!/\S{22}/.test(text)) return text
  return text.replace(long, (word) => {
    if (/^[0-9a-f]{64}$/.test(word)) return word
    if (/^[\p{L}\p{M}]+$/u.test(word)) return word.replace(/(.{11})(?=.{4})/gu, '$1\u00ad')
    // After a mark; within a stretch without any, only when it is long.
    return word
      .replace(/([/_.:,;@=&?-])(?=.)/gu, '$1\u200b')
      .replace(/[^\u200b]{20}(?=[^\u200b])/gu, '$&\u200b')
  })
}
