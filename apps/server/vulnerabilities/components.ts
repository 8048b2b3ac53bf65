// SPDX-License-Identifier: EUPL-1.2
import { routes as declared } from '@schouw/contract'
import { type KindName, kinds } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { type RawBuilder, sql } from 'kysely'
import { no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { Database } from '../storage/dialect.ts'
import { readable } from '../storage/reading/permission.ts'
import type { Vulnerabilities } from './service.ts'

interface Asked {
  readonly caller: Caller
  readonly now: string
}

export function componentRoutes(app: FastifyInstance, { around }: Vulnerabilities): void {
  const { storage, clock } = around
  serveRoute(app, declared.listComponentsByDevice, { clock }, async ({ caller }) => {
    const asked = { caller, now: clock() }
    return { status: 200, body: await storage.read(caller.tenant, (db) => byDevice(db, asked)) }
  })
  serveRoute(app, declared.componentsOfDevice, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    if (!isId(id)) return no('not-found')
    const asked = { caller, now: clock() }
    const items = await storage.read(caller.tenant, (db) => ofDevice(db, id, asked))
    return items === undefined ? no('not-found') : { status: 200, body: { items } }
  })
}

const seen = (name: KindName, { caller, now }: Asked, row: string): RawBuilder<boolean> =>
  readable({ kind: kinds[name], actor: caller.actor, now }, row)

const isUnnamed = sql`coalesce(c.document ->> 'purl', c.document ->> 'cpe', c.document ->> 'sha256') is null`

interface Counted {
  readonly asset: string
  readonly title: string
  readonly supplier: string | null
  readonly all: number
  readonly affected: number
  readonly no_version: number
  readonly no_id: number
  readonly no_licence: number
  readonly blind: number
}

async function byDevice(db: Database, asked: Asked) {
  const { rows } = await sql<Counted>`
    select a.id as asset, coalesce(a.document ->> 'name', a.document ->> 'code', '') as title,
      (select s.document ->> 'name' from records s where s.kind = 'supplier'
        and s.id::text = a.document ->> 'supplier' and ${seen('supplier', asked, 's')}) as supplier,
      count(*)::int as all,
      count(*) filter (where c.id in (select l.subject from vulnerability_lines l
        where l.verdict = 'affected'))::int as affected,
      count(*) filter (where c.document ->> 'version' is null)::int as no_version,
      count(*) filter (where ${isUnnamed})::int as no_id,
      count(*) filter (where c.document ->> 'licence' is null)::int as no_licence,
      count(*) filter (where ${isUnnamed} and c.document ->> 'version' is null)::int as blind
    from records c join records a on a.id = (c.document ->> 'within')::uuid and a.kind = 'asset'
    where c.kind = 'software-component' and not c.is_retired and not a.is_retired
      and ${seen('software-component', asked, 'c')} and ${seen('asset', asked, 'a')}
    group by a.id, a.kind, a.document, a.is_retired, a.state, a.owner
    order by affected desc, title, a.id limit 2000`.execute(db)
  const licences = await sql<{ licence: string | null; count: number }>`
    select c.document ->> 'licence' as licence, count(*)::int as count from records c
    where c.kind = 'software-component' and not c.is_retired
      and ${seen('software-component', asked, 'c')}
    group by 1 order by 2 desc, 1 limit 500`.execute(db)
  const without = await sql<{ all: number }>`
    select count(*)::int as all from records a where a.kind = 'asset' and not a.is_retired
      and a.state not in ('out_of_use', 'disposed', 'planned') and ${seen('asset', asked, 'a')}
      and not exists (select from record_links l join records c on c.id = l.id
        and not c.is_retired and c.kind = 'software-component'
        where l.target = a.id and l.field = 'within')`.execute(db)
  return {
    items: rows.map(({ blind, ...row }) => ({ ...row, verdict: verdictOf({ ...row, blind }) })),
    licences: [...licences.rows],
    without: without.rows[0]?.all ?? 0,
  }
}

/** Nothing that can be recognised says nothing, however long the list. */
function verdictOf({ all, affected, blind }: Pick<Counted, 'all' | 'affected' | 'blind'>) {
  if (affected > 0) return 'affected' as const
  if (blind === all) return 'blind' as const
  return blind > 0 ? ('partly' as const) : ('nothing_found' as const)
}

async function ofDevice(db: Database, id: string, asked: Asked) {
  const { rows: there } = await sql`
    select 1 from records a where a.id = ${id}::uuid and a.kind = 'asset'
      and ${seen('asset', asked, 'a')}`.execute(db)
  if (there.length === 0) return undefined
  const { rows } = await sql<{
    id: string
    name: string
    version: string | null
    identifier: string | null
    licence: string | null
    part_of: string | null
    affected: number
  }>`
    select c.id, coalesce(c.document ->> 'name', '') as name, c.document ->> 'version' as version,
      coalesce(c.document ->> 'purl', c.document ->> 'cpe', c.document ->> 'sha256') as identifier,
      c.document ->> 'licence' as licence, c.document ->> 'part_of' as part_of,
      (select count(*) from vulnerability_lines l where l.subject = c.id
        and l.verdict = 'affected')::int as affected
    from record_links k join records c on c.id = k.id
    where k.target = ${id}::uuid and k.field = 'within' and c.kind = 'software-component'
      and not c.is_retired and ${seen('software-component', asked, 'c')}
    order by c.sort_title, c.id limit 20000`.execute(db)
  return [...rows]
}
