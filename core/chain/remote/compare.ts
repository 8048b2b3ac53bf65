// SPDX-License-Identifier: EUPL-1.2
import { addressRange, isWithin } from '@schouw/core/network'
import { type ChainFacts, type Line, linesOf } from '../facts.ts'
import { sameTool } from './tools.ts'

/** Somebody who worked on a machine from elsewhere, as a recording showed it. */
export interface SeenSession {
  readonly tool: string
  /** Addresses, names and MACs of either end; the other end may be outside and unknown. */
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly first_at: string | null
  readonly last_at: string | null
  readonly capture: string | null
  readonly frame: number | null
  readonly times: number
}

export type SessionStanding = 'granted' | 'outside_term' | 'no_grant' | 'unknown_tool'

export interface SessionLine extends SeenSession {
  readonly standing: SessionStanding
  readonly grants: readonly string[]
  /** Assets of ours at either end. */
  readonly assets: readonly string[]
}

export interface GrantLine {
  readonly id: string
  readonly name: string
  readonly supplier: string | null
  readonly people: readonly string[]
  readonly tool: string
  readonly state: string
  readonly way: string | null
  readonly assets: readonly string[]
  readonly zones: readonly string[]
  readonly gateway: string | null
  readonly mfa: boolean | null
  readonly personal_accounts: boolean | null
  readonly approved_per_session: boolean | null
  readonly recorded: boolean | null
  readonly windows: number
  readonly valid_until: string | null
  readonly last_used_at: string | null
  readonly reviewed_on: string | null
  readonly reviewer: string | null
  /** When recordings last showed it in use; null: never, as far as they reach. */
  readonly last_seen_at: string | null
  readonly sessions: number
  /** What is wrong with it or missing, as codes. */
  readonly lacks: readonly string[]
}

/** The last time that somebody looked at the grants and signed, and what became of each since. */
export interface LastReview {
  readonly on: string
  /** Who signed that day; empty where the register names nobody. */
  readonly reviewers: readonly string[]
  readonly kept: number
  /** Suspended or ended. */
  readonly withdrawn: readonly string[]
  /** Grants that run and were not looked at that day. */
  readonly left: number
}

export interface RemoteCheck {
  /** Null when nobody has looked at any of them. */
  readonly reviewed: LastReview | null
  readonly sessions: readonly SessionLine[]
  readonly grants: readonly GrantLine[]
  /** Tools that were seen and stand in no grant, with how often. */
  readonly unregistered: readonly { readonly tool: string; readonly sessions: number }[]
  /** From the first to the last thing that was seen; null when nothing was. */
  readonly seen: {
    readonly from: string | null
    readonly until: string | null
    readonly count: number
  }
}

/** A review of access is asked for twice a year (requirement I6). */
const reviewDays = 183

/** The register of remote access held against what recordings showed. */
export function remoteCheck(facts: ChainFacts, seen: readonly SeenSession[]): RemoteCheck {
  const grants = linesOf(facts, 'remote-access').filter(({ state }) => isKept(state))
  const assets = new Assets(facts)
  const sessions = seen.map((session): SessionLine => {
    const ends = assets.among([...session.source, ...session.target])
    const ofTool = grants.filter((grant) => sameTool(grant.text('tool') ?? '', session.tool))
    const covering = ofTool.filter((grant) => covers(grant, session, ends))
    const running = covering.filter((grant) => isRunning(grant, session))
    const standing: SessionStanding =
      running.length > 0
        ? 'granted'
        : covering.length > 0
          ? 'outside_term'
          : ofTool.length === 0
            ? 'unknown_tool'
            : 'no_grant'
    const by = running.length > 0 ? running : covering
    return {
      ...session,
      standing,
      grants: by.map(({ id }) => id),
      assets: ends.map(({ id }) => id),
    }
  })
  const kept = grants.map((grant) => grantLine(grant, sessions, facts.today))
  return {
    reviewed: lastReview(kept),
    sessions: sessions.toSorted((a, b) => order[a.standing] - order[b.standing]),
    grants: kept,
    unregistered: unregistered(sessions),
    seen: {
      from: least(seen.flatMap(({ first_at }) => first_at ?? [])),
      until: most(seen.flatMap(({ last_at }) => last_at ?? [])),
      count: seen.length,
    },
  }
}

const order: Readonly<Record<SessionStanding, number>> = {
  unknown_tool: 0,
  no_grant: 1,
  outside_term: 2,
  granted: 3,
}

function isKept(state: string): boolean {
  return state !== 'refused'
}

/** Whether the leave is for these machines and comes from there; one that names neither is for all. */
function covers(grant: Line, session: SeenSession, ends: readonly Line[]): boolean {
  const assets = grant.list('target_assets')
  const zones = grant.list('target_zones')
  const isAnywhere = assets.length === 0 && zones.length === 0
  const isMeant = ends.some(
    (one) => assets.includes(one.id) || zones.includes(one.text('zone') ?? ''),
  )
  if (!isAnywhere && !isMeant) return false
  const ranges = grant.list('source_ranges').flatMap((text) => addressRange(text) ?? [])
  if (ranges.length === 0) return true
  // A tool that calls out runs on the machine itself: then either end may be where it comes from.
  const all = [...session.source, ...session.target]
  return isMeant || all.some((address) => ranges.some((range) => isWithin(address, range)))
}

function isRunning(grant: Line, { first_at, last_at }: SeenSession): boolean {
  if (grant.state !== 'allowed' && grant.state !== 'ended') return false
  const day = (last_at ?? first_at)?.slice(0, 10)
  if (day === undefined) return grant.state === 'allowed'
  const [from, until] = [grant.text('valid_from'), grant.text('valid_until')]
  if (from !== null && day < from) return false
  return until === null ? grant.state === 'allowed' : day <= until
}

function grantLine(grant: Line, sessions: readonly SessionLine[], today: string): GrantLine {
  const own = sessions.filter(({ grants }) => grants.includes(grant.id))
  return {
    id: grant.id,
    name: grant.text('name') ?? '',
    supplier: grant.text('supplier'),
    people: grant.list('people'),
    tool: grant.text('tool') ?? '',
    state: grant.state,
    way: grant.text('way'),
    assets: grant.list('target_assets'),
    zones: grant.list('target_zones'),
    gateway: grant.text('gateway'),
    mfa: grant.flag('mfa'),
    personal_accounts: grant.flag('personal_accounts'),
    approved_per_session: grant.flag('approved_per_session'),
    recorded: grant.flag('recorded'),
    windows: grant.rows('windows').length,
    valid_until: grant.text('valid_until'),
    last_used_at: grant.text('last_used_at'),
    reviewed_on: grant.text('reviewed_on'),
    reviewer: grant.text('reviewer'),
    last_seen_at: most(own.flatMap(({ last_at }) => last_at ?? [])),
    sessions: own.length,
    lacks: grant.state === 'allowed' ? lacksOf(grant, today) : [`state_${grant.state}`],
  }
}

function lastReview(grants: readonly GrantLine[]): LastReview | null {
  const on = most(grants.flatMap(({ reviewed_on }) => reviewed_on ?? []))
  if (on === null) return null
  const then = grants.filter(({ reviewed_on }) => reviewed_on === on)
  const withdrawn = then.filter(({ state }) => state === 'suspended' || state === 'ended')
  const running = grants.filter(({ state }) => state === 'allowed')
  return {
    on,
    reviewers: [...new Set(then.flatMap(({ reviewer }) => reviewer ?? []))],
    kept: then.filter(({ state }) => state === 'allowed').length,
    withdrawn: withdrawn.map(({ id }) => id),
    left: running.filter(({ reviewed_on }) => reviewed_on !== on).length,
  }
}

function lacksOf(grant: Line, today: string): readonly string[] {
  const reviewed = grant.text('reviewed_on')
  const age = reviewed === null ? null : daysSince(reviewed, today)
  const until = grant.text('valid_until')
  return [
    ...(grant.text('gateway') === null ? ['no_gateway'] : []),
    ...lack(grant.flag('mfa'), 'mfa'),
    ...lack(grant.flag('personal_accounts'), 'personal_accounts'),
    ...lack(grant.flag('approved_per_session'), 'approval'),
    ...lack(grant.flag('recorded'), 'recording'),
    ...(grant.rows('windows').length === 0 ? ['no_window'] : []),
    ...(until !== null && until < today ? ['past_term'] : []),
    ...(age === null ? ['never_reviewed'] : age > reviewDays ? ['review_overdue'] : []),
  ]
}

function lack(flag: boolean | null, name: string): readonly string[] {
  if (flag === true) return []
  return [flag === null ? `${name}_unknown` : `no_${name}`]
}

function daysSince(day: string, today: string): number {
  return Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)
}

function unregistered(sessions: readonly SessionLine[]): RemoteCheck['unregistered'] {
  const counts = new Map<string, number>()
  for (const { standing, tool } of sessions) {
    if (standing === 'unknown_tool') counts.set(tool, (counts.get(tool) ?? 0) + 1)
  }
  return [...counts].map(([tool, count]) => ({ tool, sessions: count }))
}

function least(texts: readonly string[]): string | null {
  return texts.toSorted()[0] ?? null
}

function most(texts: readonly string[]): string | null {
  return texts.toSorted().at(-1) ?? null
}

/** Devices of ours by everything that a recording may call them. */
class Assets {
  readonly #byName = new Map<string, Line>()

  constructor(facts: ChainFacts) {
    for (const one of linesOf(facts, 'asset')) {
      for (const name of [...one.list('ips'), ...one.list('macs'), ...one.list('hostnames')]) {
        this.#byName.set(name.toLowerCase(), one)
      }
    }
  }

  among(names: readonly string[]): readonly Line[] {
    return [...new Set(names.flatMap((one) => this.#byName.get(one.toLowerCase()) ?? []))]
  }
}
