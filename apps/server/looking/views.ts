// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '../storage/dialect.ts'

export interface KeptView {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly is_shared: boolean
  readonly made: { readonly at: string; readonly by: string }
}

/** One's own and those that others share, by name. */
export async function keptViews(
  db: Database,
  kind: string,
  person: string,
): Promise<readonly KeptView[]> {
  const rows = await db
    .selectFrom('saved_views')
    .selectAll()
    .where('kind', '=', kind)
    .where(({ eb, or }) => or([eb('made_by', '=', person), eb('is_shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, address, is_shared, made_at, made_by }) => {
    return { id, name, address, is_shared, made: { at: made_at, by: made_by } }
  })
}

/** Undefined when this person has as many as there may be. The same name is the same view. */
export async function keepView(
  db: Database,
  view: Omit<KeptView, 'made'> & { readonly kind: string },
  by: { readonly at: string; readonly person: string; readonly most: number },
): Promise<KeptView | undefined> {
  const own = db.selectFrom('saved_views').where('kind', '=', view.kind)
  const kept = await own.select(['id', 'name']).where('made_by', '=', by.person).execute()
  const same = kept.find(({ name }) => name === view.name)
  if (same === undefined && kept.length >= by.most) return undefined
  const { person, at } = by
  if (same !== undefined) await db.deleteFrom('saved_views').where('id', '=', same.id).execute()
  await db
    .insertInto('saved_views')
    .values({ ...view, made_at: at, made_by: person })
    .execute()
  const { id, name, address, is_shared } = view
  return { id, name, address, is_shared, made: { at, by: person } }
}

export async function forgetView(
  db: Database,
  id: string,
  person: string,
  isCiso: boolean,
): Promise<boolean> {
  const gone = await db
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where(({ eb, or, and }) =>
      or([eb('made_by', '=', person), ...(isCiso ? [and([eb('is_shared', '=', true)])] : [])]),
    )
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
