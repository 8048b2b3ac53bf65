// SPDX-License-Identifier: EUPL-1.2
// What sources show held against what the register says: new, gone, changed, twice, or several in
// one. It proposes; a person decides.
import type { AnswerOf } from '@schouw/contract/client'
import type { RecordVersion } from '@schouw/core/registers'
import { chosenValues, nameOf } from '../sources/chosen.ts'
import { AssetIndex, listOf, type Match } from '../sources/matching.ts'
import { agree, proposal } from '../sources/proposals.ts'
import { insideOf } from '../sources/sites.ts'
import type { NumberedSighting } from '../sources/store.ts'
import { changesOf, type Seen } from './changes.ts'
import { doublesOf } from './doubles.ts'
import { type IgnoredRow, isIgnoredBy, type Key, keyOf, spelled } from './ignored.ts'
import type { SightedSource } from './reading.ts'

export type Inventory = AnswerOf<'GET /api/v1/inventory'>

export interface Compared {
  readonly assets: readonly RecordVersion[]
  readonly sites: readonly RecordVersion[]
  readonly sources: readonly SightedSource[]
  readonly ignored: readonly IgnoredRow[]
  readonly leftOut: number
}

interface Stranger {
  readonly key: Key
  readonly site: string | null
  readonly seen: Seen[]
  readonly match: Match
}

interface Gathered {
  /** By asset, in the order in which they were seen. */
  readonly known: Map<string, Seen[]>
  readonly strangers: Map<string, Stranger>
  readonly ignoredBySite: Map<string | null, Set<string>>
}

export function inventoryOf(compared: Compared): Inventory {
  const { assets, sites, sources, ignored, leftOut } = compared
  const present = assets.filter(({ state }) => state !== 'disposed')
  const found = gathered({ ...compared, assets: present })
  const byId = new Map(present.map((asset) => [asset.id, asset]))
  const judge = digestsOf(compared, present)
  const changed = [...found.known].flatMap(([id, seen]) => {
    const asset = byId.get(id)
    if (asset === undefined || asset.state === 'sighted') return []
    return changesOf(asset, seen).map(({ latest, ...change }) => ({
      asset: shownAs(asset),
      ...change,
      latest: sightedAs(latest, judge),
    }))
  })
  return {
    sources: sources.map(({ id, name, at, site }) => ({ id, name, at, site })).toReversed(),
    coverage: coverageOf({ found, present, sites }),
    new: [...found.strangers.values()].map((one) => shownStranger(one, judge)),
    gone: goneOf({ present, sources, found }),
    changed,
    doubles: doublesOf(present).map(({ assets: same, ...by }) => {
      return { ...by, assets: same.map(shownAs) }
    }),
    several: [...found.known].flatMap(([id, seen]) => severalIn(byId.get(id), seen)),
    ignored: [...ignored],
    left_out: leftOut,
  }
}

function gathered({ assets, sites, sources, ignored }: Compared): Gathered {
  const isInside = insideOf(sites)
  const isIgnored = isIgnoredBy(ignored)
  const known = new Map<string, Seen[]>()
  const strangers = new Map<string, Stranger>()
  const ignoredBySite = new Map<string | null, Set<string>>()
  /** Strangers with a card, by address: the same one seen from behind a router. */
  const cards = new Map<string, string>()
  for (const source of sources) {
    const index = new AssetIndex(assets, source.site)
    for (const sighting of source.sightings) {
      // Asked for by others, and never heard.
      if (sighting.facts.some(({ name }) => name === 'silent')) continue
      const seen: Seen = { source, sighting, values: chosenValues(sighting) }
      const match = index.match(sighting)
      if (match.kind === 'one') {
        known.set(match.asset.id, [...(known.get(match.asset.id) ?? []), seen])
        continue
      }
      const key = keyOf(sighting, source.site)
      if (key === undefined || !isInside(sighting)) continue
      if (isIgnored(sighting, source.site)) {
        const some = ignoredBySite.get(source.site) ?? new Set()
        ignoredBySite.set(source.site, some.add(spelled(key)))
        continue
      }
      const here = (ip: string) => `${source.site ?? ''} ${ip}`
      const own = spelled(key)
      const name = key.kind === 'ip' ? (cards.get(here(key.value)) ?? own) : own
      if (key.kind === 'mac') for (const ip of listOf(seen.values['ips'])) cards.set(here(ip), own)
      const stranger = strangers.get(name)
      if (stranger !== undefined) stranger.seen.push(seen)
      else strangers.set(name, { key, site: source.site, seen: [seen], match })
    }
  }
  return { known, strangers, ignoredBySite }
}

type Judge = (seen: Seen) => string | null

/** The digest by which what is proposed of a sighting can be accepted. */
function digestsOf({ sites }: Compared, assets: readonly RecordVersion[]): Judge {
  const isInside = insideOf(sites)
  const indexes = new Map<string, AssetIndex>()
  return ({ source, sighting }) => {
    const index = indexes.get(source.id) ?? new AssetIndex(assets, source.site)
    indexes.set(source.id, index)
    const judged = proposal(sighting, index, isInside)
    return typeof judged === 'string' ? null : judged.digest
  }
}

function sightedAs(seen: Seen, judge: Judge) {
  const { source, sighting } = seen
  const { id, name } = source
  return { source: id, source_name: name, number: sighting.number, digest: judge(seen) }
}

function shownStranger({ key, seen, match }: Stranger, judge: Judge): Inventory['new'][number] {
  const latest = seen.at(-1) as Seen
  const text = (field: string) => {
    const said = seen.findLast(({ values }) => typeof values[field] === 'string')
    return (said?.values[field] as string | undefined) ?? null
  }
  const address = seen.flatMap(({ values }) => listOf(values['ips'])).at(-1)
  return {
    key,
    name: nameOf(latest.sighting, latest.values),
    address: address ?? latest.sighting.key.mac ?? null,
    vendor: text('vendor'),
    role: text('role'),
    first: seen.flatMap(firstOf).toSorted()[0] ?? null,
    last: seen.flatMap(lastOf).toSorted().at(-1) ?? null,
    sources: new Set(seen.map(({ source }) => source.id)).size,
    may_be: match.kind === 'several' ? match.assets.map(shownAs) : [],
    because: match.kind === 'several' ? match.because : null,
    latest: sightedAs(latest, judge),
  }
}

function firstOf({ source, values }: Seen): readonly string[] {
  const at = values['first_seen_at']
  return [typeof at === 'string' ? at : source.at]
}

function lastOf({ source, values }: Seen): readonly string[] {
  const at = values['last_seen_at']
  return [typeof at === 'string' ? at : source.at]
}

interface Covered {
  readonly found: Gathered
  readonly present: readonly RecordVersion[]
  readonly sites: readonly RecordVersion[]
}

/** Per site, and once for what is of none. */
function coverageOf({ found, present, sites }: Covered): Inventory['coverage'] {
  const named = sites.map(({ id, values }) => ({ id, name: String(values['name'] ?? id) }))
  const all = [...named, { id: null, name: null }]
  return all.flatMap(({ id, name }) => {
    const here = present.filter(({ values }) => (values['site'] ?? null) === id)
    const own = here.filter(({ values }) => values['role'] !== 'external_host')
    const seen = own.filter((asset) => found.known.has(asset.id))
    const known = seen.filter(({ state }) => state !== 'sighted').length
    const strangers = [...found.strangers.values()].filter(({ site }) => site === id).length
    const unseen = own.filter(
      (asset) => asset.state === 'in_use' && isFindable(asset) && !found.known.has(asset.id),
    ).length
    const ignored = found.ignoredBySite.get(id)?.size ?? 0
    if (own.length + strangers + ignored === 0) return []
    const unconfirmed = seen.length - known
    return [{ site: id, name, seen: seen.length + strangers, known, unconfirmed, unseen, ignored }]
  })
}

/** Something by which a network could show it. */
function isFindable({ values }: RecordVersion): boolean {
  return ['macs', 'ips', 'hostnames'].some((field) => listOf(values[field]).length > 0)
}

interface Going {
  readonly present: readonly RecordVersion[]
  readonly sources: readonly SightedSource[]
  readonly found: Gathered
}

/** Seen once, and missing in a later source that shows others of its zone. */
function goneOf({ present, sources, found }: Going): Inventory['gone'] {
  const zoneOf = new Map(present.map(({ id, values }) => [id, values['zone']]))
  /** Zones that each source has shown a device of. */
  const shows = new Map<string, Set<unknown>>()
  for (const [id, seen] of found.known) {
    const zone = zoneOf.get(id)
    if (zone === undefined) continue
    for (const { source } of seen) {
      shows.set(source.id, (shows.get(source.id) ?? new Set()).add(zone))
    }
  }
  return present.flatMap((asset) => {
    const last = found.known.get(asset.id)?.at(-1)
    const zone = asset.values['zone']
    if (asset.state !== 'in_use' || last === undefined || zone === undefined) return []
    const later = sources.slice(sources.indexOf(last.source) + 1)
    const missed = later.filter(({ id }) => shows.get(id)?.has(zone) === true).length
    if (missed === 0) return []
    const [at = null] = lastOf(last)
    return [{ asset: shownAs(asset), last: at, missed, source_name: last.source.name }]
  })
}

/** Several devices of one source that are all taken for the same asset. */
function severalIn(asset: RecordVersion | undefined, seen: readonly Seen[]): Inventory['several'] {
  if (asset === undefined) return []
  const groups = [...Map.groupBy(seen, ({ source }) => source)]
  const [source, parts] = groups.findLast(([, some]) => areApart(some)) ?? []
  if (source === undefined || parts === undefined) return []
  return [
    {
      asset: shownAs(asset),
      source_name: source.name,
      parts: parts.map(({ sighting, values }) => ({
        macs: [...listOf(values['macs'])],
        ips: [...listOf(values['ips'])],
        name: nameOf(sighting, values),
      })),
    },
  ]
}

/** Two cards that share no name and no address are two devices, or two ports of one. */
function areApart(some: readonly Seen[]): boolean {
  if (some.length < 2) return false
  const of = (field: string) => new Set(some.flatMap(({ values }) => listOf(values[field])))
  const names = some.map(({ values }) => String(listOf(values['hostnames'])[0] ?? ''))
  const isOneName = names.every((name) => name === '' || agree('hostnames', name, names[0] ?? ''))
  return of('macs').size > 1 && !isOneName
}

function shownAs({ id, version, state, values }: RecordVersion) {
  const site = values['site']
  const name = String(values['name'] ?? values['code'] ?? id)
  return { id, name, version, state, site: typeof site === 'string' ? site : null }
}

export type { NumberedSighting }
