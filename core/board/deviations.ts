// SPDX-License-Identifier: EUPL-1.2
/** Where a figure stands against the limits. `unknown`: nobody knows, which is never green. */
export type Band = 'green' | 'amber' | 'red' | 'unknown' | 'no_limit'

interface Limits {
  readonly green: number | null
  readonly amber: number | null
  readonly isHigherBetter: boolean
}

/** On the limit is within it. */
export function bandOf(value: number | null, { green, amber, isHigherBetter }: Limits): Band {
  if (value === null) return 'unknown'
  if (green === null) return 'no_limit'
  const keeps = (limit: number) => (isHigherBetter ? value >= limit : value <= limit)
  if (keeps(green)) return 'green'
  return amber !== null && keeps(amber) ? 'amber' : 'red'
}
