// SPDX-License-Identifier: EUPL-1.2
import { findingRoutes } from '@schouw/contract'
import { kind as kindOf, kinds, may, type RecordKind } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import type { Caller } from '../http/caller.ts'
import { serveRoute } from '../http/route.ts'
import { type FoundRow, recordsNamed, recordsWith } from '../storage/reading/finding.ts'
import { recordOf } from '../storage/records/row.ts'
import type { Storage } from '../storage/storage.ts'

const usualRows = 20

/** Records by id or by what is written in them, whichever register they are in. */
export function servedFinding(
  app: FastifyInstance,
  { storage, clock }: { readonly storage: Storage; readonly clock: () => string },
): void {
  serveRoute(app, findingRoutes.names, { clock }, async ({ caller, body }) => {
    const rows = await storage.read(caller.tenant, (db) => recordsNamed(db, body.ids))
    return { status: 200, body: { items: named(rows, caller, clock()) } }
  })
  serveRoute(app, findingRoutes.search, { clock }, async ({ caller, query }) => {
    const now = clock()
    const asked = query.kind === undefined ? Object.values<RecordKind>(kinds) : [kinds[query.kind]]
    const found = { actor: caller.actor, now, text: query.q, limit: query.limit ?? usualRows }
    const among = asked.filter((kind) => isSearchable(kind, caller, now))
    const rows = await storage.read(caller.tenant, (db) => recordsWith(db, among, found))
    return { status: 200, body: { items: named(rows, caller, now) } }
  })
}

/** Who may not see all that is searched would learn from being found what it holds. */
function isSearchable(kind: RecordKind, { actor }: Caller, now: string): boolean {
  const permission = may({ actor, action: 'read', kind, now })
  return permission.allowed && permission.fields === null
}

function named(rows: readonly FoundRow[], { actor }: Caller, now: string) {
  return rows.flatMap((row) => {
    const record = recordOf(row)
    const kind = kindOf(record.kind)
    if (kind === undefined) return []
    const permission = may({ actor, action: 'read', kind, record, now })
    if (!permission.allowed) return []
    const { fields } = permission
    const isShown = fields === null || kind.title.every((name) => fields.includes(name))
    const { id, state, retired } = record
    const title = isShown ? row.title : null
    return [{ id, kind: record.kind, title, state, isRetired: retired !== null }]
  })
}
