// SPDX-License-Identifier: EUPL-1.2
import { type Arguments, didYouMean, UsageError } from '../usage.ts'

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Epoch milliseconds of `--as-of`. */
export function asOfOption(given: Arguments): number | undefined {
  const text = given.values.get('as-of')?.[0]
  if (text === undefined) return undefined
  const at = instant.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(at)) {
    throw new UsageError(
      `--as-of ${text} is no instant; expected one with its offset, like 2026-11-05T21:38:00+01:00`,
    )
  }
  return at
}

/** Values of an option that takes some of a list, separated by commas. */
export function namedOption(
  given: Arguments,
  name: string,
  known: readonly string[],
): ReadonlySet<string> {
  const words = (given.values.get(name) ?? []).flatMap((text) => text.split(',')).filter(Boolean)
  for (const word of words) {
    if (known.includes(word)) continue
    const rest = didYouMean(word, known) || `; expected one of ${known.join(', ')}`
    throw new UsageError(`--${name} ${word} is unknown${rest}`)
  }
  return new Set(words)
}

/** A whole number within bounds, or undefined when it was not given. */
export function wholeOption(
  given: Arguments,
  name: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  const text = given.values.get(name)?.[0]
  if (text === undefined) return undefined
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max)) {
    throw new UsageError(`--${name} is a whole number from ${min} to ${max}, not ${text}`)
  }
  return value
}
