// SPDX-License-Identifier: EUPL-1.2
import { standingRoutes } from '@schouw/contract'
import { type KindName, kinds, records } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import type { Caller } from '../http/caller.ts'
import type { Pending } from '../http/reading/one.ts'
import { readableFields, shown } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

/** Waiting acts that are looked at; an organisation with more has another problem. */
const mostLookedAt = 1000
const mostTold = 200

/** Whatever waits for a second person, put before those who could be it. */
export function servedPending(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, standingRoutes.pendingForMe, { clock }, async ({ caller }) => {
    const body = await storage.read(caller.tenant, (db) => waitingFor(db, caller, clock()))
    return { status: 200, body }
  })
}

/** What waits for this person to answer, oldest first. */
export async function waitingFor(db: Database, caller: Caller, now: string) {
  const waiting = await acts(db)
  const items = waiting.flatMap((one) => told(one, caller, now) ?? [])
  const isCut = items.length > mostTold || waiting.length === mostLookedAt
  return { items: items.slice(0, mostTold), is_cut: isCut }
}

interface Waiting {
  readonly pending: string
  readonly kind: KindName
  readonly act: Pending
  readonly record: ReturnType<typeof recordOf> | undefined
}

async function acts(db: Database): Promise<readonly Waiting[]> {
  const found = await db
    .selectFrom('pending_acts')
    .select(['id', 'kind', 'record', 'act'])
    .where('is_answered', '=', false)
    .orderBy('asked_at')
    .orderBy('id')
    .limit(mostLookedAt)
    .execute()
  if (found.length === 0) return []
  const ids = [...new Set(found.map(({ record }) => record))]
  const rows = await db.selectFrom('records').select(recordColumns).where('id', 'in', ids).execute()
  const standing = new Map(rows.map((row) => [row.id, recordOf(row)]))
  // Written from a `Pending` of the core, and only from one.
  return found.map(({ id, kind, record, act }) => ({
    pending: id,
    kind: kind as KindName,
    act: act as Pending,
    record: standing.get(record),
  }))
}

/** Null for what the person may not answer, or not even see. */
function told({ pending, kind: name, act, record }: Waiting, caller: Caller, now: string) {
  const kind = kinds[name]
  if (!records.mayAnswer({ kind, pending: act, record, actor: caller.actor, now })) return null
  const fields = readableFields({ caller, kind, now }, record)
  const isSeen = record === undefined || shown({ caller, kind, now }, record) !== null
  if (fields === undefined || !isSeen) return null
  const isReadable = (field: string) => fields === null || fields.includes(field)
  const asked = act.act
  const names: readonly string[] = kind.title.filter(isReadable)
  return {
    pending,
    kind: name,
    id: act.id,
    action: asked.action,
    to: asked.action === 'move' ? asked.to : null,
    reason: 'reason' in asked && typeof asked.reason === 'string' ? asked.reason : null,
    named_by: valuesOf(asked.action === 'create' ? asked.values : undefined, names),
    version: record?.version ?? 0,
    asked: { at: act.asked.at, by: act.asked.by },
    fields: act.fields.filter(isReadable),
  }
}

/** Of values that nobody has judged yet. */
function valuesOf(values: unknown, names: readonly string[]): Record<string, unknown> {
  if (typeof values !== 'object' || values === null) return {}
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)))
}
