// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import type { RecordVersion } from '@schouw/core/registers'
import { chosenValues, nameOf, type Values } from './chosen.ts'
import type { AssetIndex, Match } from './matching.ts'
import type { NumberedSighting } from './store.ts'

export interface Difference {
  readonly now: unknown
  readonly seen: unknown
}

/** What a person may accept of a sighting. */
export interface Proposal {
  readonly number: number
  readonly action: 'create' | 'change' | 'choose'
  /** What it is known by in the file. */
  readonly key: NumberedSighting['key']
  readonly matched_by: string | null
  /** With `change` the one asset, with `choose` all that fit. */
  readonly assets: readonly {
    readonly id: string
    readonly version: number
    readonly name: string
  }[]
  readonly because: string | null
  /** Values that would be set: what the asset lacks, and lists with what is new behind. */
  readonly set: Values
  /** Where register and source say different things; taken over only when asked for. */
  readonly differs: Readonly<Record<string, Difference>>
  /** Of all of the above: what is accepted is what was shown. */
  readonly digest: string
}

export type Judged = Proposal | 'same' | 'outside' | 'ignored'

const lists = ['hostnames', 'macs', 'ips', 'protocols', 'services', 'vlans']
const times = ['first_seen_at', 'last_seen_at']

export function proposal(
  sighting: NumberedSighting,
  index: AssetIndex,
  isInside: (sighting: NumberedSighting) => boolean,
): Judged {
  const match = index.match(sighting)
  if (match.kind === 'none' && !isInside(sighting)) return 'outside'
  return judged(sighting, match)
}

/** As though it were this asset, when somebody has chosen it among several. */
export function judgedAs(sighting: NumberedSighting, asset: RecordVersion): Judged {
  return judged(sighting, { kind: 'one', asset, by: 'name' })
}

function judged(sighting: NumberedSighting, match: Match): Judged {
  const { number, key } = sighting
  const seen = chosenValues(sighting)
  const base = { number, key, because: null, differs: {} }
  if (match.kind === 'none') {
    const set = { name: nameOf(sighting, seen), ...seen }
    return sealed({ ...base, action: 'create', matched_by: null, assets: [], set })
  }
  if (match.kind === 'several') {
    const { because, by } = match
    const assets = match.assets.map(shownAs)
    return sealed({ ...base, action: 'choose', matched_by: by, assets, because, set: seen })
  }
  const { set, differs } = compared(match.asset, seen)
  const isNew = Object.keys(set).some((name) => !times.includes(name))
  if (!isNew && Object.keys(differs).length === 0) return 'same'
  const assets = [shownAs(match.asset)]
  return sealed({ ...base, action: 'change', matched_by: match.by, assets, set, differs })
}

function shownAs({ id, version, values }: RecordVersion) {
  return { id, version, name: String(values['name'] ?? '') }
}

function compared({ values }: RecordVersion, seen: Values) {
  const set: Record<string, Values[string]> = {}
  const differs: Record<string, Difference> = {}
  for (const [name, value] of Object.entries(seen)) {
    const now = values[name]
    if (lists.includes(name)) {
      const known = new Set((Array.isArray(now) ? now : []).map((one) => String(one).toLowerCase()))
      const more = [...(value as readonly (string | number)[])].filter(
        (one) => !known.has(String(one).toLowerCase()),
      )
      // What an asset is called is also one of its names.
      const isName = name === 'hostnames'
      const own = [values['name'], values['code']].map((one) => String(one ?? '').toLowerCase())
      const fresh = isName ? more.filter((one) => !own.includes(String(one).toLowerCase())) : more
      if (fresh.length > 0) set[name] = [...((now ?? []) as string[]), ...(fresh as string[])]
    } else if (name === 'first_seen_at') {
      if (now === undefined || String(value) < String(now)) set[name] = value
    } else if (name === 'last_seen_at') {
      if (now === undefined || String(value) > String(now)) set[name] = value
    } else if (now === undefined) set[name] = value
    else if (!agree(name, String(now), String(value))) differs[name] = { now, seen: value }
  }
  return { set, differs }
}

/**
 * Spelling apart the same, or one a part of the other. Of a version a part is another one (2.8.1 of
 * 2.8.10), but for a word before it; a choice is the same or it is not.
 */
export function agree(field: string, one: string, other: string): boolean {
  if (field === 'role' || field === 'purdue_level') return one === other
  if (field === 'firmware') {
    const bare = (text: string) =>
      text
        .toLowerCase()
        .replaceAll(/^[\s\w]*?(?=\d)|\s+/g, '')
        // 33.011 of the nameplate is 33.11 on the wire.
        .replaceAll(/(?<=^|\D)0+(?=\d)/g, '')
    return bare(one) === bare(other)
  }
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_,.-]+/g, '')
  const [a, b] = [plain(one), plain(other)]
  return a === b || a.includes(b) || b.includes(a)
}

function sealed(proposal: Omit<Proposal, 'digest'>): Proposal {
  const digest = createHash('sha256').update(JSON.stringify(proposal)).digest('hex')
  return { ...proposal, digest }
}
