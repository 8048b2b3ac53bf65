// SPDX-License-Identifier: EUPL-1.2

/** How near an attacker is taken to be. Unknown weighs as `reachable`, and is said to be unknown. */
export type Exposure = 'open' | 'reachable' | 'closed' | 'unknown'

export interface DecisionFacts {
  readonly verdict: 'affected' | 'not_affected' | 'cannot_decide'
  /** In the catalogue of what is known to be exploited; null where no catalogue was brought. */
  readonly isExploited: boolean | null
  /** Chance of exploitation within thirty days, 0 to 1; null where no score was brought. */
  readonly exploitChance: number | null
  readonly exposure: Exposure
  /** Null where nobody has said. */
  readonly isSafetyRelated: boolean | null
  readonly isCrownJewel: boolean | null
  readonly fix: 'available' | 'mitigation_only' | 'none' | 'unknown'
  /** First day of the next stop; null where no stop is planned. */
  readonly nextWindow: string | null
  /** The last day on which a measure in its place holds. */
  readonly shieldedUntil: string | null
  /** The last day of an exception that its owner has signed. */
  readonly exceptedUntil: string | null
  /** A date of the organisation. */
  readonly today: string
}

export type When = 'now' | 'next_window' | 'never' | 'find_out'

export type DecisionReason =
  | 'not_affected'
  | 'cannot_decide'
  | 'exploited'
  | 'likely_exploited'
  | 'not_known_exploited'
  | 'exploitation_unknown'
  | 'exposure_open'
  | 'exposure_reachable'
  | 'exposure_closed'
  | 'exposure_unknown'
  | 'safety'
  | 'crown_jewel'
  | 'impact_low'
  | 'impact_unknown'
  | 'shielded'
  | 'excepted'
  | 'no_fix'
  | 'mitigation_only'
  | 'no_window'

export interface Proposal {
  readonly when: When
  /** What to do at that moment. Nothing for `never`. */
  readonly act: 'patch' | 'mitigate' | 'look_up' | 'nothing'
  /** In the order in which they weighed; never empty. */
  readonly because: readonly DecisionReason[]
  /** A date by which it is to be done or asked again; null where there is none. */
  readonly on: string | null
}

/**
 * From here a chance counts as likely: about one in twenty of all scores lies above it, and most of
 * what is exploited.
 */
export const likelyChance = 0.1

type Level = 0 | 1 | 2
type Pressure = 'now' | 'next_window' | 'never'

/**
 * Exploitation, exposure, impact: when to act. A stop of the plant costs more than most
 * vulnerabilities ever will, so what nobody exploits and nobody reaches has no stop for itself; it
 * goes along when the plant stands still anyway.
 */
const table: readonly (readonly [low: readonly Pressure[], high: readonly Pressure[]])[] = [
  [
    ['never', 'never', 'next_window'],
    ['never', 'next_window', 'next_window'],
  ],
  [
    ['never', 'next_window', 'next_window'],
    ['next_window', 'next_window', 'now'],
  ],
  [
    ['next_window', 'next_window', 'now'],
    ['next_window', 'now', 'now'],
  ],
]

/** When to act on a vulnerability in a device of the plant, and why. A proposal: people decide. */
export function proposed(facts: DecisionFacts): Proposal {
  const { verdict, exceptedUntil, today } = facts
  if (verdict === 'not_affected') return nothing('not_affected')
  if (isInForce(exceptedUntil, today)) {
    return { when: 'never', act: 'nothing', because: ['excepted'], on: exceptedUntil }
  }
  const weighed = weigh(facts)
  if (verdict === 'cannot_decide') {
    const because = ['cannot_decide' as const, ...weighed.because]
    return { when: 'find_out', act: 'look_up', because, on: null }
  }
  const { because } = weighed
  let { when } = weighed
  if (when === 'now' && isInForce(facts.shieldedUntil, today)) {
    when = 'next_window'
    because.push('shielded')
  }
  if (when === 'never') return { when, act: 'nothing', because, on: null }
  if (facts.fix === 'none' || facts.fix === 'mitigation_only') {
    because.push(facts.fix === 'none' ? 'no_fix' : 'mitigation_only')
  }
  const act = facts.fix === 'available' || facts.fix === 'unknown' ? 'patch' : 'mitigate'
  if (when === 'now') return { when, act, because, on: today }
  if (facts.nextWindow === null) because.push('no_window')
  return { when, act, because, on: facts.nextWindow }
}

function weigh(facts: DecisionFacts): { when: Pressure; because: DecisionReason[] } {
  const { isExploited, exploitChance, exposure, isSafetyRelated, isCrownJewel } = facts
  const isLikely = exploitChance !== null && exploitChance >= likelyChance
  const isUnheard = isExploited === null && exploitChance === null
  const exploitation: Level = isExploited === true ? 2 : isLikely ? 1 : 0
  const near: Level = exposure === 'open' ? 2 : exposure === 'closed' ? 0 : 1
  // What nobody has looked at may be what people's safety hangs on.
  const isHigh = isSafetyRelated !== false || isCrownJewel === true
  const because: DecisionReason[] = [
    exploitation === 2
      ? 'exploited'
      : exploitation === 1
        ? 'likely_exploited'
        : isUnheard
          ? 'exploitation_unknown'
          : 'not_known_exploited',
    `exposure_${exposure}`,
  ]
  if (isSafetyRelated === true) because.push('safety')
  if (isCrownJewel === true) because.push('crown_jewel')
  if (isSafetyRelated === null && isCrownJewel !== true) because.push('impact_unknown')
  if (!isHigh) because.push('impact_low')
  const when = table[exploitation]?.[isHigh ? 1 : 0]?.[near] ?? 'next_window'
  return { when, because }
}

function nothing(reason: DecisionReason): Proposal {
  return { when: 'never', act: 'nothing', because: [reason], on: null }
}

function isInForce(until: string | null, today: string): boolean {
  return until !== null && until >= today
}
