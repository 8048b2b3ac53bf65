// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import {
  type Actor,
  kinds,
  type RecordVersion,
  records,
  type StepOutcome,
} from '@schouw/core/registers'
import type { Change, Told } from '../storage/changes/change.ts'
import type { Storage } from '../storage/storage.ts'
import { AssetIndex } from './matching.ts'
import { type Judged, judgedAs, type Proposal, proposal } from './proposals.ts'
import { insideOf } from './sites.ts'
import type { NumberedSighting, SourceRow } from './store.ts'

export interface Accepted {
  readonly number: number
  readonly digest: string
  readonly asset?: string | undefined
  readonly fields?: readonly string[] | undefined
  readonly is_new?: true | undefined
}

export interface Outcome {
  readonly number: number
  readonly outcome: 'created' | 'changed' | 'same' | 'waiting' | 'refused' | 'stale'
  readonly asset: string | null
  readonly errors: readonly { readonly code: string }[]
}

export interface Accepting {
  readonly storage: Storage
  readonly tenant: string
  readonly actor: Actor
  readonly newId: () => string
}

/** The registers that sightings are held against. */
export interface Known {
  readonly assets: readonly RecordVersion[]
  readonly sites: readonly RecordVersion[]
  /** Whether somebody has said that it need not be in the register. */
  readonly isIgnored: (sighting: NumberedSighting, site: string | null) => boolean
}

export function judge(
  source: Pick<SourceRow, 'site'>,
  { assets, sites, isIgnored }: Known,
): (sighting: NumberedSighting) => Judged {
  const index = new AssetIndex(assets, source.site)
  const isInside = insideOf(sites)
  return (sighting) => {
    const judged = proposal(sighting, index, isInside)
    const isStranger = typeof judged !== 'string' && judged.action === 'create'
    return isStranger && isIgnored(sighting, source.site) ? 'ignored' : judged
  }
}

/**
 * Makes of proposals what was accepted of them, each as one change in the name of who accepts, and
 * says so with one entry in the log. A proposal that is no longer what was shown is left alone.
 */
export async function accept(
  { storage, tenant, actor, newId }: Accepting,
  source: SourceRow,
  {
    known,
    sightings,
    accepted,
  }: {
    readonly known: Known
    readonly sightings: ReadonlyMap<number, NumberedSighting>
    readonly accepted: readonly Accepted[]
  },
): Promise<{ readonly items: readonly Outcome[]; readonly entry: number | null }> {
  const judged = judge(source, known)
  const planned = accepted.map((one) => plannedOf(one, { known, sightings, judged, source, newId }))
  const results = planned.map(async (plan): Promise<Outcome> => {
    if ('outcome' in plan) return plan
    const told = await storage.apply(tenant, {
      decide: (sight) => plan.decide(actor, sight),
      pendingId: newId(),
    })
    return outcomeOf(plan, told)
  })
  const items = await Promise.all(results)
  const made = items.filter(({ outcome }) => outcome === 'created' || outcome === 'changed')
  if (made.length === 0) return { items, entry: null }
  const payload = {
    what: 'source-accepted',
    source: source.id,
    source_sha256: source.digest,
    proposals_sha256: digestOf(accepted.map(({ digest }) => digest)),
    records: made.length,
  }
  const told = await storage.apply(tenant, entryAlone(source.id, 'accepted', actor.person, payload))
  return { items, entry: told.outcome === 'done' ? (told.done.entries[0] ?? null) : null }
}

/** A change of nothing but the log. */
export function entryAlone(
  subject: string,
  action: string,
  by: string,
  payload: Readonly<Record<string, unknown>>,
): Change {
  return {
    decide: () => ({
      ok: true,
      value: { record: null, others: [], entries: [], lapsed: [], pending: null },
    }),
    events: () => [{ register: 'import', subject, action, by, payload }],
  }
}

export function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}

interface Plan {
  readonly number: number
  readonly id: string
  readonly isNew: boolean
  readonly decide: (actor: Actor, sight: Parameters<Change['decide']>[0]) => StepOutcome
}

interface Around {
  readonly known: Known
  readonly sightings: ReadonlyMap<number, NumberedSighting>
  readonly judged: (sighting: NumberedSighting) => Judged
  readonly source: SourceRow
  readonly newId: () => string
}

function plannedOf(accepted: Accepted, around: Around): Plan | Outcome {
  const { number, digest } = accepted
  const none = { number, asset: null, errors: [] }
  const sighting = around.sightings.get(number)
  const shown = sighting === undefined ? 'same' : around.judged(sighting)
  if (sighting === undefined || typeof shown === 'string' || shown.digest !== digest) {
    return { ...none, outcome: 'stale' }
  }
  if (shown.action === 'create' || (shown.action === 'choose' && accepted.is_new === true)) {
    return creating(accepted, sighting, shown, around)
  }
  const asset = chosenAsset(accepted, shown, around.known)
  if (asset === undefined)
    return { ...none, outcome: 'refused', errors: [{ code: 'asset-missing' }] }
  const change = shown.action === 'change' ? shown : judgedAs(sighting, asset)
  if (typeof change === 'string') return { ...none, outcome: 'same', asset: asset.id }
  const { set, differs } = change
  const all: Record<string, unknown> = { ...set }
  for (const [name, { seen }] of Object.entries(differs)) all[name] = seen
  const wanted = accepted.fields ?? Object.keys(set)
  const patch = Object.fromEntries(Object.entries(all).filter(([name]) => wanted.includes(name)))
  const { id, version } = asset
  const kind = kinds.asset
  return {
    number,
    id,
    isNew: false,
    decide: (actor, { record, lookup, now }) =>
      records.change({ kind, id, record: record(id), version, patch, actor, now, lookup }),
  }
}

function chosenAsset({ asset }: Accepted, { action, assets }: Proposal, { assets: all }: Known) {
  const id = action === 'change' ? assets[0]?.id : assets.find((one) => one.id === asset)?.id
  return all.find((one) => one.id === id)
}

/** Known from a source alone: it is there as sighted until somebody says whose it is. */
function creating(
  { number, fields }: Accepted,
  sighting: NumberedSighting,
  { set }: Proposal,
  { source, newId }: Around,
): Plan {
  const wanted = fields === undefined ? Object.keys(set) : ['name', ...fields]
  const chosen = Object.fromEntries(Object.entries(set).filter(([name]) => wanted.includes(name)))
  const { mac, ip, name, serial } = sighting.key
  const values = {
    ...chosen,
    name: chosen['name'] ?? name ?? ip ?? mac ?? serial,
    code: `S-${digestOf([mac, ip, serial, name, source.site]).slice(0, 12)}`,
    ...(source.site === null ? {} : { site: source.site }),
    ...(mac === undefined && ip === undefined ? {} : { connection: 'network' }),
  }
  const id = newId()
  const kind = kinds.asset
  return {
    number,
    id,
    isNew: true,
    decide: (actor, { lookup, now }) =>
      records.create({ kind, id, values, state: 'sighted', actor, now, lookup }),
  }
}

function outcomeOf({ number, id, isNew }: Plan, told: Told): Outcome {
  const none = { number, asset: id, errors: [] }
  if (told.outcome === 'refused') {
    const errors = told.step.refusals.map((one) => ({ ...one }))
    const isStale = told.step.refusal === 'stale-version'
    return { number, asset: isNew ? null : id, outcome: isStale ? 'stale' : 'refused', errors }
  }
  if (told.outcome === 'key-reused') throw new Error('a key that was never given')
  if (told.done.pending !== null) return { ...none, outcome: 'waiting' }
  if (told.done.entries.length === 0) return { ...none, outcome: 'same' }
  return { ...none, outcome: isNew ? 'created' : 'changed' }
}
