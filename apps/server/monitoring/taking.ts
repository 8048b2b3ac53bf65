// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { incidents } from '@schouw/core/board'
import { type Actor, kinds, type RecordVersion, records, roles } from '@schouw/core/registers'
import type { SeenAlert } from '@schouw/formats/alerts'
import { newId } from '../http/ids.ts'
import { wholeRegisters } from '../storage/reading/whole.ts'
import { naturalKey } from '../storage/records/derive.ts'
import { recordOf } from '../storage/records/row.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'

const kind = kinds.alert

export type Given = Omit<SeenAlert, 'origin' | 'severity'> & {
  readonly origin: SeenAlert['origin'] | 'webhook'
  readonly severity: SeenAlert['severity'] | 'critical'
  readonly description?: string | undefined
  /** What makes it the same as one before, where the rule and the addresses do not. */
  readonly apart?: string | undefined
}

interface Around {
  readonly storage: Storage
  readonly tenant: TenantId
  readonly by: string
  readonly now: string
  /** Of a sensor: nothing outside it is touched or named. Null: of the whole organisation. */
  readonly site: string | null
}

/** Whoever delivers may make alerts and nothing else: the caller has judged who that is. */
function taker(by: string): Actor {
  return { person: by, roles: ['ciso'], processes: [], from: '', until: '9999-12-31T00:00:00.000Z' }
}

/** How many are new, and how many were known and are seen once more. */
export async function takenIn(
  around: Around,
  given: readonly Given[],
): Promise<{ readonly made: number; readonly again: number }> {
  const { storage, tenant, by, now, site } = around
  const devices = await devicesOf(around)
  let [made, again] = [0, 0]
  for (const one of given) {
    const code = codeOf(one, site)
    const known = await storage.read(tenant, (db) =>
      db
        .selectFrom('records')
        .select('id')
        .where('kind', '=', kind.name)
        .where('natural_key', '=', naturalKey(kind, { code }))
        .executeTakeFirst(),
    )
    const actor = taker(by)
    if (known === undefined) {
      const id = newId(now)
      const values = newAlert(one, {
        code,
        now,
        site,
        assets: incidents.alerts.assetsAt(devices, one.addresses),
      })
      const told = await storage.apply(tenant, {
        decide: ({ now: at, lookup }) =>
          records.create({ kind, id, values, actor, now: at, lookup }),
      })
      if (told.outcome !== 'refused') made += 1
      continue
    }
    await storage.apply(tenant, {
      decide: ({ record: find, now: at, lookup }) => {
        const record = find(known.id)
        const patch = seenAgain(record, one)
        const version = record?.version ?? 0
        return records.change({
          kind,
          id: known.id,
          record,
          version,
          patch,
          actor,
          now: at,
          lookup,
        })
      },
    })
    again += 1
  }
  return { made, again }
}

async function devicesOf({ storage, tenant, by, now, site }: Around) {
  const actor: Actor = { ...taker(by), roles }
  const rows = await storage.read(tenant, (db) =>
    wholeRegisters(db, { kinds: [kinds.asset], actor, now, size: undefined }),
  )
  const devices = rows.map(recordOf)
  return {
    asset: site === null ? devices : devices.filter(({ values }) => values['site'] === site),
  }
}

/**
 * The same thing between the same ends is the same alert, in whichever file it comes. What is said of
 * one site is never the same as what is said of another, or of all.
 */
function codeOf({ origin, rule, name, addresses, apart }: Given, site: string | null): string {
  const said = [origin, rule ?? name, addresses, apart ?? null]
  const text = JSON.stringify(site === null ? said : [...said, site])
  return `${origin}-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
}

interface Known {
  readonly code: string
  readonly now: string
  readonly site: string | null
  readonly assets: readonly string[]
}

function newAlert(one: Given, { code, now, site, assets }: Known) {
  const { origin, rule, name, severity, addresses, times, description } = one
  return {
    ...{ code, name, origin, times, received_at: now },
    ...(rule === null ? {} : { rule }),
    ...(severity === null ? {} : { severity }),
    ...(description === undefined ? {} : { description }),
    ...(addresses.length === 0 ? {} : { addresses: [...new Set(addresses)] }),
    ...(assets.length === 0 ? {} : { assets }),
    ...(site === null ? {} : { site }),
    ...(one.first_seen_at === null ? {} : { first_seen_at: one.first_seen_at }),
    ...(one.last_seen_at === null ? {} : { last_seen_at: one.last_seen_at }),
  }
}

/** A file that is read twice counts once: only what is later than what is known is seen again. */
function seenAgain(record: RecordVersion | undefined, one: Given) {
  const values = (record?.values ?? {}) as Readonly<Record<string, unknown>>
  const [last, times] = [values['last_seen_at'], values['times']]
  const before = typeof last === 'string' ? last : ''
  if (one.last_seen_at === null || one.last_seen_at <= before || record?.state === 'closed') {
    return {}
  }
  const isBehind = one.first_seen_at !== null && one.first_seen_at <= before
  const known = typeof times === 'number' ? times : 1
  return {
    last_seen_at: one.last_seen_at,
    times: isBehind ? Math.max(known, one.times) : Math.min(1_000_000_000, known + one.times),
  }
}
