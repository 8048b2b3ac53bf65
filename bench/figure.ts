// SPDX-License-Identifier: EUPL-1.2

/** One line of `npm run bench`. */
export interface Figure {
  readonly bench: string
  readonly metric: string
  readonly value: number | null
  readonly unit: string
  readonly peer: string | null
  /** Against the peer; `better` says which way is good. */
  readonly ratio: number | null
  readonly goal: number | null
  readonly aim: number | null
  /** Null where there is nothing to compare with. */
  readonly ok: boolean | null
}

export interface Measured {
  readonly bench: string
  readonly metric: string
  readonly value: number | null | undefined
  readonly unit: string
  readonly goal?: number
  readonly aim?: number
}

/** A figure that stands alone: the smaller the better. */
export function alone(of: Measured): Figure {
  const value = rounded(of.value)
  const { goal = null, aim = null } = of
  const ok = value === null || goal === null ? null : value <= goal
  return { ...of, value, peer: null, ratio: null, goal, aim, ok }
}

/** A rate: the more the better, by itself or as a multiple of the peer's. */
export function rate(
  of: Measured & {
    readonly peer?: string
    readonly peerValue?: number | null | undefined
  },
): Figure {
  const { bench, metric, unit, peer = null, peerValue = null, goal = null, aim = null } = of
  const value = rounded(of.value)
  const ratio = value === null || peerValue === null ? null : rounded(value / peerValue)
  const judged = peer === null ? value : ratio
  const ok = judged === null || goal === null ? null : judged >= goal
  return { bench, metric, value, unit, peer, ratio, goal, aim, ok }
}

/**
 * A figure against a peer's. `times` is how many times our figure the peer needs (more is
 * better), `share` is our figure as a multiple of the peer's (less is better).
 */
export function against(
  of: Measured & {
    readonly peer: string
    readonly peerValue: number | null | undefined
    readonly as: 'times' | 'share'
  },
): Figure {
  const { bench, metric, unit, peer, peerValue, as, goal = null, aim = null } = of
  const value = rounded(of.value)
  const known = value !== null && peerValue !== null && peerValue !== undefined && value > 0
  const ratio = known ? rounded(as === 'times' ? peerValue / value : value / peerValue) : null
  const reached = as === 'times' ? (ratio ?? 0) >= (goal ?? 0) : (ratio ?? 0) <= (goal ?? 0)
  const ok = ratio === null || goal === null ? null : reached
  return { bench, metric, value, unit, peer, ratio, goal, aim, ok }
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value.toPrecision(4))
}
