// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { kinds, type RecordVersion } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { no } from '../../http/answer.ts'
import type { Caller } from '../../http/caller.ts'
import { isId, readableFields, shown } from '../../http/registers/call.ts'
import { serveRoute } from '../../http/route.ts'
import type { Database } from '../../storage/dialect.ts'
import { recordColumns, recordOf } from '../../storage/records/row.ts'
import { entryAlone } from '../accept.ts'
import type { SourcesSurroundings } from '../source-routes.ts'
import { isOurs } from './ours.ts'
import { answersBy, standingOf } from './standing.ts'
import {
  counting,
  type FrameworkRow,
  forgetMapping,
  frameworkRow,
  frameworkRows,
  knownRequirements,
  type MappingRow,
  mappingRows,
  type NumberedRequirement,
  requirementRows,
  storeMapping,
} from './store.ts'

const usualPage = 500
const longestPage = 2_000

export function frameworkRoutes(
  app: FastifyInstance,
  { storage, clock }: SourcesSurroundings,
): void {
  serveRoute(app, routes.listFrameworks, { clock }, async ({ caller }) => {
    const items = await storage.read(caller.tenant, async (db) => {
      const rows = await frameworkRows(db)
      const mappings = await mappingRows(db)
      const counts = await assessableIn(db)
      return rows.map((row) => {
        const own = mappings.filter(({ framework }) => framework === row.id)
        return answered(row, own, counts.get(row.id) ?? new Set())
      })
    })
    return { status: 200, body: { items } }
  })
  serveRoute(app, routes.getFramework, { clock }, async ({ caller, params, query }) => {
    const id = params['id'] ?? ''
    if (!isId(id)) return no('not-found')
    const limit = Math.min(Math.max(Number(query.limit ?? usualPage), 1), longestPage)
    const from = Number(query.from ?? 0)
    const body = await storage.read(caller.tenant, async (db) => {
      const row = await frameworkRow(db, id)
      if (row === undefined) return undefined
      const mappings = await mappingRows(db, id)
      const counts = counting(mappings)
      const rows = await requirementRows(db, id, { from, limit: limit + 1 })
      const known = await knownRequirements(db, id, [...counts.keys()])
      const answers = await answersFor(db, caller, clock())
      const own = (await assessableIn(db, id)).get(id) ?? new Set()
      return {
        framework: answered(row, mappings, own),
        items: rows.slice(0, limit).map((one) => {
          const mapping = counts.get(one.requirement)
          const standing = answers === null ? null : standingOf(mapping?.maps ?? [], answers)
          return { ...said(one, row, query.language ?? 'nl'), mapping: plain(mapping), standing }
        }),
        next: rows.length > limit ? (rows[limit]?.number ?? null) : null,
        lost: [...counts.keys()].filter((name) => !known.has(name)),
      }
    })
    return body === undefined ? no('not-found') : { status: 200, body }
  })
  mappingRoute(app, { storage, clock })
}

function mappingRoute(
  app: FastifyInstance,
  { storage, clock }: Pick<SourcesSurroundings, 'storage' | 'clock'>,
): void {
  serveRoute(app, routes.setMapping, { clock }, async ({ caller, params, body }) => {
    const id = params['id'] ?? ''
    const { tenant, actor } = caller
    const { requirement, maps, note } = body
    const before = isId(id)
      ? await storage.read(tenant, async (db) => ({
          row: await frameworkRow(db, id),
          isThere: (await knownRequirements(db, id, [requirement])).has(requirement),
        }))
      : undefined
    if (before?.row === undefined) return no('not-found')
    const strange = (maps ?? []).findIndex((one) => !isOurs(one.requirement))
    const names = (maps ?? []).map((one) => one.requirement)
    const isTwice = new Set(names).size < names.length
    if (!before.isThere || strange !== -1 || isTwice) {
      const path = before.isThere ? `/maps${strange === -1 ? '' : `/${strange}`}` : '/requirement'
      const code = isTwice ? 'body-refused' : 'reference-missing'
      return no('body-refused', { errors: [{ code, path }] })
    }
    const payload = { what: 'framework-mapping', requirement, maps }
    const told = await storage.apply(tenant, entryAlone(id, 'mapped', actor.person, payload))
    const entry = told.outcome === 'done' ? (told.done.entries[0] ?? null) : null
    if (entry === null) throw new Error('a mapping that is not in the log')
    const mapping = await storage.write(tenant, async (db) => {
      const made = { made_by: actor.person, made_at: clock() }
      const row = { framework: id, requirement, origin: 'person', note: note ?? null } as const
      if (maps === null) await forgetMapping(db, id, requirement)
      else await storeMapping(db, { ...row, ...made, maps, entry })
      return counting(await mappingRows(db, id)).get(requirement)
    })
    return { status: 200, body: { requirement, mapping: plain(mapping), entry } }
  })
}

/** Of the answers what the person may see of them; null when that is nothing. */
async function answersFor(db: Database, caller: Caller, now: string) {
  const kind = kinds['requirement-answer']
  const fields = readableFields({ caller, kind, now })
  if (fields === undefined) return null
  const rows = await db
    .selectFrom('records')
    .select(recordColumns)
    .where('kind', '=', kind.name)
    .where('is_retired', '=', false)
    .orderBy('id')
    .execute()
  return answersBy(
    rows
      .map(recordOf)
      .map((record) => shown({ caller, kind, now }, record))
      .filter((record): record is RecordVersion => record !== null),
  )
}

async function assessableIn(
  db: Database,
  framework?: string,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  let query = db
    .selectFrom('framework_requirements')
    .select(['framework', 'requirement'])
    .where('is_assessable', '=', true)
  if (framework !== undefined) query = query.where('framework', '=', framework)
  const found = new Map<string, Set<string>>()
  for (const row of await query.execute()) {
    const own = found.get(row.framework) ?? new Set()
    found.set(row.framework, own.add(row.requirement))
  }
  return found
}

/** In the language of the asker where the document has it. */
function said(one: NumberedRequirement, { locale }: FrameworkRow, language: 'nl' | 'en') {
  const { number, requirement, parent, ref, words, isAssessable } = one
  const own = locale?.toLowerCase().startsWith(language) === true ? undefined : words[language]
  return {
    number,
    requirement,
    parent,
    ref,
    title: own?.title ?? one.title,
    description: own?.description ?? one.description,
    is_assessable: isAssessable,
  }
}

function plain(mapping: MappingRow | undefined) {
  if (mapping === undefined) return null
  const { origin, maps, note } = mapping
  return { origin, maps, note }
}

function answered(
  row: FrameworkRow,
  mappings: readonly MappingRow[],
  assessable: ReadonlySet<string>,
) {
  const mapped = [...counting(mappings)].filter(
    ([name, { maps }]) => maps.length > 0 && assessable.has(name),
  )
  return {
    id: row.id,
    key: row.key,
    format: row.format,
    title: row.title,
    version: row.version,
    locale: row.locale,
    file_name: row.file_name,
    sha256: row.digest,
    bytes: row.size,
    result_sha256: row.result_digest,
    requirements: row.requirement_count,
    assessable: assessable.size,
    mapped: mapped.length,
    problems: row.problems,
    entry: row.entry,
    at: row.made_at,
    by: row.made_by,
  }
}
