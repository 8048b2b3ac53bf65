// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { kind as kindOf, kinds, may, records } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { Refused } from '../http/problems.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { recordsOf, referring, textOf, withAccount } from '../reading/around.ts'
import type { Database } from '../storage/dialect.ts'
import { recordsNamed } from '../storage/reading/finding.ts'
import { recordOf } from '../storage/records/row.ts'
import type { Around } from './around.ts'

const kind = kinds.comment

/** Whoever may read a record reads what is said about it, and nobody else does. */
export function servedComments(app: FastifyInstance, { storage, clock }: Around): void {
  serveRoute(app, routes.commentsOn, { clock }, async ({ caller, params }) => {
    const id = params['id'] ?? ''
    return storage.read(caller.tenant, async (db) => {
      if (!isId(id) || !(await isReadable(db, caller, id, clock()))) return no('not-found')
      const said = await referring(db, { kind: 'comment', field: 'subject', target: id })
      const items = said
        .toSorted((a, b) =>
          (textOf(a.values, 'said_at') ?? '') < (textOf(b.values, 'said_at') ?? '') ? -1 : 1,
        )
        .map(({ id: own, version, state, values, changed }) => ({
          id: own,
          version,
          author: textOf(values, 'author'),
          said_at: textOf(values, 'said_at'),
          text: state === 'retracted' ? null : textOf(values, 'text'),
          mentions: Array.isArray(values['mentions']) ? values['mentions'] : [],
          retracted: state === 'retracted' ? { at: changed.at, by: changed.by } : null,
        }))
      return { status: 200, body: { items } }
    })
  })
  serveRoute(app, routes.commentOn, { clock }, async ({ caller, params, body }) => {
    const subject = params['id'] ?? ''
    const found = await storage.read(caller.tenant, async (db) => ({
      isOpen: isId(subject) && (await isReadable(db, caller, subject, clock())),
      members: await withAccount(db),
    }))
    if (!found.isOpen) return no('not-found')
    if (body.mentions.some((person) => !found.members.has(person))) {
      return no('body-refused', { errors: [{ code: 'reference-missing', path: '/mentions' }] })
    }
    const { actor } = caller
    const id = newId(clock())
    const { text, mentions } = body
    const told = await storage.apply(caller.tenant, {
      decide: ({ now, lookup }) => {
        const said = { subject, text, author: actor.person, said_at: now }
        const values = mentions.length === 0 ? said : { ...said, mentions: [...new Set(mentions)] }
        return records.create({ kind, id, values, actor, now, lookup })
      },
    })
    if (told.outcome === 'refused') throw new Refused(told.step.refusal)
    return { status: 201, body: { id } }
  })
  serveRoute(app, routes.mentionable, { clock }, async ({ caller }) =>
    storage.read(caller.tenant, async (db) => {
      const people = await recordsOf(db, 'person', [...(await withAccount(db))])
      const items = [...people.values()]
        .filter(({ retired }) => retired === null)
        .map(({ id, values }) => ({ person: id, name: textOf(values, 'name') ?? '' }))
        .toSorted((a, b) => a.name.localeCompare(b.name))
      return { status: 200, body: { items } }
    }),
  )
}

async function isReadable(
  db: Database,
  { actor }: Caller,
  id: string,
  now: string,
): Promise<boolean> {
  const [row] = await recordsNamed(db, [id])
  const record = row === undefined ? undefined : recordOf(row)
  const of = record === undefined ? undefined : kindOf(record.kind)
  if (record === undefined || of === undefined) return false
  const permission = may({ actor, action: 'read', kind: of, record, now })
  // Who sees only a part of a record does not see what is said about the whole.
  return permission.allowed && permission.fields === null
}
