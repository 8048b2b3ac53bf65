// SPDX-License-Identifier: EUPL-1.2

/** Answers to the ten questions of the practice, in their order. */
export const answers = [32, 322.4, 1839, 330, 206, 78.4, 343, 1233, 118, 7.5] as const

/** `1 250,5` and `1250.5` alike; undefined for what is no number. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim().replaceAll(/\s/g, '').replace(',', '.')
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(plain) ? Number(plain) : undefined
}

/** Null where the range is none: an end missing, or the ends the wrong way around. */
export function isHit(low: string, high: string, answer: number): boolean | null {
  const [a, b] = [numberIn(low), numberIn(high)]
  if (a === undefined || b === undefined || a > b) return null
  return a <= answer && answer <= b
}
