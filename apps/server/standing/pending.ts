// SPDX-License-Identifier: EUPL-1.2
import { standingRoutes } from '@schouw/contract'
import { kinds, type RecordVersion, records } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import type { Caller } from '../http/caller.ts'
import { readableFields, shown } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { Database } from '../storage/dialect.ts'
import { recordColumns, recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'
import { waitingForBoard } from './for-board.ts'
import { acts, mostLookedAt, type Waiting } from './waiting.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

const mostTold = 200

/** Whatever waits for a second person, put before those who could be it. */
export function servedPending(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, standingRoutes.pendingForMe, { clock }, async ({ caller }) => {
    const body = await storage.read(caller.tenant, (db) => waitingFor(db, caller, clock()))
    return { status: 200, body }
  })
  serveRoute(app, standingRoutes.pendingForBoard, { clock }, async ({ caller }) => {
    const body = await storage.read(caller.tenant, (db) => waitingForBoard(db, caller, clock()))
    return { status: 200, body }
  })
}

/** What waits for this person to answer, oldest first. */
export async function waitingFor(db: Database, caller: Caller, now: string) {
  const waiting = await acts(db)
  const decisions = waiting.length === 0 ? [] : await handedOn(db, caller.actor.person)
  const items = waiting.flatMap((one) => told(one, { caller, now, decisions }) ?? [])
  const isCut = items.length > mostTold || waiting.length === mostLookedAt
  return { items: items.slice(0, mostTold), is_cut: isCut }
}

/** Decisions by which something was handed on to a person, at any time. */
async function handedOn(db: Database, person: string): Promise<readonly RecordVersion[]> {
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', 'decision')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('record_links')
        .select('record_links.id')
        .where('record_links.field', '=', 'delegated_to')
        .where('record_links.target', '=', person),
    )
    .execute()
  return rows.map(recordOf)
}

interface For {
  readonly caller: Caller
  readonly now: string
  readonly decisions: readonly RecordVersion[]
}

/** Null for what the person may not answer, or not even see. */
function told({ pending, kind: name, act, record }: Waiting, { caller, now, decisions }: For) {
  const kind = kinds[name]
  const asking = { kind, pending: act, record, actor: caller.actor, now }
  if (!records.mayAnswer(asking, decisions)) return null
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
