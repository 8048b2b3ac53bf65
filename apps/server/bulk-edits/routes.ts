// SPDX-License-Identifier: EUPL-1.2
import { bulkEditRoutes, kindOfPlural } from '@schouw/contract'
import { kind as kindOf, kinds, may, type RecordKind } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { readableFields } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { isUuid } from '../storage/records/derive.ts'
import type { Storage } from '../storage/storage.ts'
import { type Act, type EditedRow, type MadeRow, made, tried, undone } from './edit.ts'

interface Around {
  readonly storage: Storage
  readonly clock: () => string
}

const shownEdits = 10

/** One field or state for many records at once. */
export function servedBulkEdits(app: FastifyInstance, around: Around): void {
  const { storage, clock } = around
  serveRoute(app, bulkEditRoutes.tryBulkEdit, { clock }, async ({ caller, body }) => {
    const now = clock()
    const kind = editable(caller, body.register, body.act, now)
    if (!('fields' in kind)) return kind
    const rows = await tried({ storage, caller, kind, now }, distinct(body.rows), body.act)
    return { status: 200, body: { rows, counts: countsOf(rows) } }
  })
  serveRoute(app, bulkEditRoutes.makeBulkEdit, { clock }, async ({ caller, body }) => {
    const now = clock()
    const { act } = body
    const kind = editable(caller, body.register, act, now)
    if (!('fields' in kind)) return kind
    const rows = await made({ storage, caller, kind, now }, distinct(body.rows), act)
    const id = newId(now)
    await storage.write(caller.tenant, (db) =>
      db
        .insertInto('bulk_edits')
        .values({
          id,
          kind: kind.name,
          act: JSON.stringify('to' in act ? { to: act.to } : { field: act.field }),
          rows: JSON.stringify(rows.map(keptRow)),
          made_at: now,
          made_by: caller.actor.person,
          undone_at: null,
        })
        .execute(),
    )
    return { status: 200, body: { id, rows: rows.map(shownRow), counts: countsOf(rows) } }
  })
  listing(app, around)
  undoing(app, around)
}

function listing(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, bulkEditRoutes.listBulkEdits, { clock }, async ({ caller, query }) => {
    const name = kindOfPlural(query.register)
    if (name === undefined) return no('not-found')
    const rows = await storage.read(caller.tenant, (db) =>
      db
        .selectFrom('bulk_edits')
        .selectAll()
        .where('kind', '=', name)
        .where('made_by', '=', caller.actor.person)
        .orderBy('made_at', 'desc')
        .limit(shownEdits)
        .execute(),
    )
    const items = rows.map(({ id, act, rows: kept, made_at, made_by, undone_at }) => ({
      id,
      act,
      // Written by `keptRow`, and only by that.
      counts: countsOf(kept as readonly MadeRow[]),
      made: { at: made_at, by: made_by },
      undone_at,
    }))
    return { status: 200, body: { items } }
  })
}

function undoing(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, bulkEditRoutes.undoBulkEdit, { clock }, async ({ caller, params, body }) => {
    const { id = '' } = params
    if (!isUuid(id)) return no('not-found')
    const now = clock()
    // Whoever comes second finds it taken.
    const found = await storage.write(caller.tenant, (db) =>
      db
        .updateTable('bulk_edits')
        .set({ undone_at: now })
        .where('id', '=', id)
        .where('made_by', '=', caller.actor.person)
        .where('undone_at', 'is', null)
        .returningAll()
        .executeTakeFirst(),
    )
    const kind = kindOf(found?.kind ?? '')
    if (found === undefined || kind === undefined) return no('not-found')
    const act = found.act as Act
    const kept = found.rows as readonly MadeRow[]
    const editing = { storage, caller, kind, now }
    const rows = await Promise.all(
      kept
        .filter(({ made: version }) => version !== null)
        .map((row) => undone(editing, row, act, body.reason)),
    )
    const after = new Map(rows.map((row) => [row.id, keptRow(row)]))
    await storage.write(caller.tenant, (db) =>
      db
        .updateTable('bulk_edits')
        .set({ rows: JSON.stringify(kept.map((row) => after.get(row.id) ?? row)) })
        .where('id', '=', id)
        .execute(),
    )
    return { status: 200, body: { id, rows: rows.map(shownRow), counts: countsOf(rows) } }
  })
}

/** Whoever may change nothing here has nothing to try; each row is judged apart. */
function editable(caller: Caller, plural: string, act: Act, now: string): RecordKind | Answer {
  const name = kindOfPlural(plural)
  if (name === undefined) {
    return no('body-refused', { errors: [{ code: 'body-refused', path: '/register' }] })
  }
  const kind = kinds[name]
  const action = 'to' in act ? 'move' : 'change'
  if (!may({ actor: caller.actor, action, kind, now }).allowed) return no('not-permitted')
  if ('to' in act) return kind
  const fields = readableFields({ caller, kind, now })
  const isThere =
    Object.hasOwn(kind.fields, act.field) && (fields === null || fields?.includes(act.field))
  return isThere
    ? kind
    : no('body-refused', { errors: [{ code: 'unknown-field', path: '/act/field' }] })
}

/** The same record twice is one row. */
function distinct<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

function keptRow({ id, version, made: madeVersion, outcome }: MadeRow): MadeRow {
  return { id, version, made: madeVersion, outcome }
}

function shownRow({ id, title, outcome, from, errors }: EditedRow): EditedRow {
  return { id, title, outcome, ...(from === undefined ? {} : { from }), errors }
}

function countsOf(rows: readonly Pick<MadeRow, 'outcome'>[]) {
  const counts = { changed: 0, waiting: 0, same: 0, refused: 0, undone: 0, kept: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}
