// SPDX-License-Identifier: EUPL-1.2
// Reviews of access: what was on the table is read again at the size of the log at which it was
// listed, so that later lists change nothing of what was signed.
import { routes } from '@schouw/contract'
import { type AccessFacts, reviewTable, sinceThen } from '@schouw/core/board/access'
import { localTime } from '@schouw/core/kernel'
import { kinds, may, type RecordVersion, records } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { isId, shown } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { Change, Told } from '../storage/changes/change.ts'
import { wholeRegisters } from '../storage/reading/whole.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'
import { accountsOf, digestOf, sizeOf, usualStaleDays } from './proven.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

const kind = kinds['access-review']

export function servedReviews(app: FastifyInstance, around: Around): void {
  const { clock } = around
  serveRoute(app, routes.accessReview, { clock }, async ({ caller, params }) => {
    const asking = { ...around, caller, now: clock() }
    const review = await reviewOf(asking, params['id'] ?? '')
    if (review === undefined) return no('not-found')
    const { id, values, state } = review
    const [then, today] = await Promise.all([
      factsOf(asking, review, sizeOf(review)),
      factsOf(asking, review, undefined),
    ])
    const ids = accountsOf(review)
    const { text, ...table } = reviewTable(then, ids)
    const digest = digestOf(text)
    const signed = values['list_digest']
    const holds = state === 'signed' && typeof signed === 'string' ? signed === digest : null
    const since = sinceThen(then, today, ids)
    const body = { id, log_size: sizeOf(review), ...table, digest, holds, since }
    return { status: 200, body }
  })
  serveRoute(app, routes.signAccessReview, { clock }, async ({ caller, params, body }) => {
    const asking = { ...around, caller, now: clock() }
    const review = await reviewOf(asking, params['id'] ?? '')
    if (review === undefined) return no('not-found')
    return signed(asking, review, body)
  })
}

interface Asking extends Around {
  readonly caller: Caller
  readonly now: string
}

/** As far as this person may see it. */
async function reviewOf(
  { storage, caller, now }: Asking,
  id: string,
): Promise<RecordVersion | undefined> {
  if (!isId(id)) return undefined
  const row = await storage.read(caller.tenant, (db) =>
    db
      .selectFrom('records')
      .select(recordColumns)
      .where('id', '=', id)
      .where('kind', '=', kind.name)
      .executeTakeFirst(),
  )
  return row === undefined ? undefined : (shown({ caller, kind, now }, recordOf(row)) ?? undefined)
}

async function signed(
  asking: Asking,
  review: RecordVersion,
  said: { readonly version: number; readonly verdicts: readonly object[] },
): Promise<Answer> {
  const { storage, caller, now } = asking
  const { tenant, actor } = caller
  const facts = await factsOf(asking, review, sizeOf(review))
  const { counts, text } = reviewTable(facts, accountsOf(review))
  const digest = digestOf(text)
  const zone = await zoneOf(asking)
  const patch = {
    verdicts: said.verdicts,
    ...counts,
    list_digest: digest,
    signed_on: localTime(Date.parse(now), zone).date,
  }
  const changed = await storage.apply(tenant, {
    decide: changing(review.id, said.version, patch, actor),
  })
  const refused = refusalOf(changed)
  if (refused !== undefined) return refused
  const version = changed.outcome === 'done' ? (changed.done.record?.version ?? 0) : 0
  const moved = await storage.apply(tenant, {
    decide: ({ record: find, now: at, lookup }) => {
      const on = { kind, id: review.id, record: find(review.id), version, actor, now: at, lookup }
      return records.move({ ...on, to: 'signed' })
    },
  })
  const kept = refusalOf(moved)
  if (kept !== undefined) return kept
  const last = moved.outcome === 'done' ? (moved.done.record?.version ?? version) : version
  return { status: 200, body: { id: review.id, version: last, digest } }
}

function changing(
  id: string,
  version: number,
  patch: object,
  actor: Caller['actor'],
): Change['decide'] {
  return ({ record: find, now, lookup }) =>
    records.change({ kind, id, record: find(id), version, patch, actor, now, lookup })
}

/** Accounts and people at a size of the log, or as they stand, as this person may see them. */
async function factsOf(
  { storage, caller, now }: Asking,
  { values }: RecordVersion,
  size: number | undefined,
): Promise<AccessFacts> {
  const { actor, tenant } = caller
  const wanted = { kinds: [kinds['access-account'], kinds.person], actor, now, size }
  const rows = await storage.read(tenant, (db) => wholeRegisters(db, wanted))
  const seen = rows
    .map(recordOf)
    .flatMap((record) => shown({ caller, kind: kinds[record.kind], now }, record) ?? [])
  const { listed_on: listed, stale_days: days } = values
  return {
    accounts: seen.filter((one) => one.kind === 'access-account'),
    people: seen.filter((one) => one.kind === 'person'),
    reviews: [],
    today: size !== undefined && typeof listed === 'string' ? listed : now.slice(0, 10),
    staleDays: typeof days === 'number' ? days : usualStaleDays,
    isPeopleKnown: seesPeople(actor, now),
  }
}

async function zoneOf({ storage, caller, now }: Asking): Promise<string> {
  const wanted = { kinds: [kinds.organisation], actor: caller.actor, now, size: undefined, most: 1 }
  const [row] = await storage.read(caller.tenant, (db) => wholeRegisters(db, wanted))
  const zone = row === undefined ? undefined : recordOf(row).values['time_zone']
  return typeof zone === 'string' ? zone : 'UTC'
}

function refusalOf(told: Told): Answer | undefined {
  if (told.outcome !== 'refused') return undefined
  const [first] = told.step.refusals
  if (first === undefined) throw new Error('a refusal without a reason')
  return { no: first.code, parts: { errors: told.step.refusals.map((one) => ({ ...one })) } }
}

/** Who sees only some of what is known of people would take a stranger for nobody. */
export function seesPeople(actor: Parameters<typeof may>[0]['actor'], now: string): boolean {
  const permission = may({ actor, action: 'read', kind: kinds.person, now })
  return permission.allowed && permission.fields === null
}
