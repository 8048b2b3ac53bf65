// SPDX-License-Identifier: EUPL-1.2

/** Text of JSON that both engines take: they know no zero character and no half of a pair. */
export function storable(value: unknown): string {
  const text = JSON.stringify(value)
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return text
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? plain(one) : one))
}

export function plain(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}
