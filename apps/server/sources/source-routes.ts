// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import type { Files } from '../files/files.ts'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { Ongoing } from '../jobs/ongoing.ts'
import type { Storage } from '../storage/storage.ts'
import { accept, entryAlone, judge } from './accept.ts'
import { knownTo } from './known.ts'
import { readSourceFile } from './reading/thread.ts'
import { spooled } from './spool.ts'
import {
  concludeSource,
  type SourceRow,
  sightingRows,
  sourceRow,
  sourceRows,
  storeSource,
} from './store.ts'

export interface SourcesSurroundings {
  readonly storage: Storage
  /** Bytes are not kept when absent. */
  readonly files?: Files | undefined
  readonly clock: () => string
  readonly ongoing: Ongoing
  /** What goes with the example factory besides its registers. */
  readonly withExample?: (tenant: string, by: string) => Promise<void>
}

const usualPage = 200
const longestPage = 1_000
const mostSources = 500

/** In a scope of its own, where a body of any type is left on the wire to be streamed. */
export function uploadRoute(
  app: FastifyInstance,
  { storage, files, clock, ongoing }: SourcesSurroundings,
): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  serveRoute(app, routes.uploadSource, { clock }, async ({ caller, query, request }) => {
    const { tenant, actor } = caller
    const site = query.site ?? null
    if (site !== null && !(await isSite(storage, caller, site, clock()))) {
      return no('query-refused', { errors: [{ code: 'reference-missing', path: '/site' }] })
    }
    const made = await spooled(request.raw, async (file): Promise<Answer> => {
      const about = { path: file.path, format: query.format, fileName: query.name }
      const named = query.name === undefined ? {} : { about: { file: query.name } }
      const begun = { tenant, by: actor.person, name: 'source', ...named } as const
      const whole = await ongoing.during(begun, ({ signal }) =>
        readSourceFile({ what: 'source', ...about }, { ...file, signal }),
      )
      if (whole === 'file-too-large' || whole === 'stopped') return no(whole)
      if (whole === undefined) {
        const error = {
          code: 'not-this-format',
          path: '',
          expected:
            'nmap, zeek, eve, netbox, cyclonedx, spdx, inspect, leases, endpoints, automationml, l5x, twincat or gsdml',
        }
        return no('body-refused', { errors: [error] })
      }
      const { format, fileName, read } = whole
      const at = clock()
      // The log will name the digest: the bytes are there before it does.
      const stream = file.read()
      const taken = await files?.take({ tenant, by: actor.person, at, name: fileName, stream })
      if (taken !== undefined && !taken.ok) {
        return no(taken.refusal, { errors: [{ code: taken.refusal, ...taken.facts }] })
      }
      const source = {
        id: newId(at),
        format,
        file_name: fileName,
        digest: file.sha256,
        size: file.bytes,
        result_digest: whole.digest,
        is_kept: taken !== undefined,
        site,
        made_at: at,
        made_by: actor.person,
      }
      await storage.write(tenant, (db) => storeSource(db, source, read))
      const payload = {
        what: 'source',
        format,
        input_sha256: source.digest,
        input_bytes: source.size,
        result_sha256: source.result_digest,
        sightings: read.sightings.length,
        components: read.components?.length ?? 0,
        ...(read.conversations === undefined ? {} : { conversations: read.conversations.length }),
        problems: read.problems.length,
      }
      const told = await storage.apply(tenant, entryAlone(source.id, 'read', actor.person, payload))
      const entry = told.outcome === 'done' ? (told.done.entries[0] ?? null) : null
      if (entry !== null) await storage.write(tenant, (db) => concludeSource(db, source.id, entry))
      const row = await storage.read(tenant, (db) => sourceRow(db, source.id))
      if (row === undefined) throw new Error('a source that was just stored is gone')
      const headers = { location: `/api/v1/sources/${source.id}` }
      return { status: 201, body: answered(row), headers }
    })
    return typeof made === 'string' ? no(made) : made
  })
}

export function sourceRoutes(app: FastifyInstance, { storage, clock }: SourcesSurroundings): void {
  serveRoute(app, routes.listSources, { clock }, async ({ caller }) => {
    const rows = await storage.read(caller.tenant, (db) => sourceRows(db, mostSources))
    return { status: 200, body: { items: rows.map(answered) } }
  })
  serveRoute(app, routes.getSource, { clock }, async ({ caller, params }) => {
    const row = await found(storage, caller, params['id'])
    return row === undefined ? no('not-found') : { status: 200, body: answered(row) }
  })
  serveRoute(app, routes.listSightings, { clock }, async ({ caller, params, query }) => {
    const row = await found(storage, caller, params['id'])
    if (row === undefined) return no('not-found')
    const { from, limit } = pageOf(query)
    const rows = await storage.read(caller.tenant, (db) =>
      sightingRows(db, row.id, { from, limit: limit + 1 }),
    )
    const next = rows.length > limit ? (rows[limit]?.number ?? null) : null
    return { status: 200, body: { items: rows.slice(0, limit), next } }
  })
}

export function proposalRoutes(
  app: FastifyInstance,
  { storage, clock }: SourcesSurroundings,
): void {
  serveRoute(app, routes.listProposals, { clock }, async ({ caller, params, query }) => {
    const row = await found(storage, caller, params['id'])
    if (row === undefined) return no('not-found')
    const { from, limit } = pageOf(query)
    const { rows, known } = await storage.read(caller.tenant, async (db) => ({
      rows: await sightingRows(db, row.id, { from, limit: limit + 1 }),
      known: await knownTo(db, caller, clock()),
    }))
    const judged = rows.slice(0, limit).map(judge(row, known))
    const next = rows.length > limit ? (rows[limit]?.number ?? null) : null
    const items = judged.filter((one) => typeof one !== 'string')
    const count = (what: string) => judged.filter((one) => one === what).length
    const left = { same: count('same'), outside: count('outside'), ignored: count('ignored') }
    const body = { items, ...left, next }
    return { status: 200, body }
  })
  serveRoute(app, routes.acceptProposals, { clock }, async ({ caller, params, body }) => {
    const row = await found(storage, caller, params['id'])
    if (row === undefined) return no('not-found')
    const numbers = body.accept.map(({ number }) => number)
    if (new Set(numbers).size < numbers.length) {
      return no('body-refused', { errors: [{ code: 'body-refused', path: '/accept' }] })
    }
    const { sightings, known } = await storage.read(caller.tenant, async (db) => {
      const rows = await Promise.all(
        numbers.map((number) => sightingRows(db, row.id, { from: number, limit: 1 })),
      )
      const own = rows.flat().map((one) => [one.number, one] as const)
      return { sightings: new Map(own), known: await knownTo(db, caller, clock()) }
    })
    const { tenant, actor } = caller
    const accepting = { storage, tenant, actor, newId: () => newId(clock()) }
    const done = await accept(accepting, row, { known, sightings, accepted: body.accept })
    return { status: 200, body: done }
  })
}

export async function found(
  storage: Storage,
  { tenant }: Caller,
  id: string | undefined,
): Promise<SourceRow | undefined> {
  return id === undefined || !isId(id) ? undefined : storage.read(tenant, (db) => sourceRow(db, id))
}

async function isSite(storage: Storage, caller: Caller, id: string, now: string): Promise<boolean> {
  const { sites } = await storage.read(caller.tenant, (db) => knownTo(db, caller, now))
  return sites.some((site) => site.id === id)
}

export function pageOf(query: {
  readonly from?: string | undefined
  readonly limit?: string | undefined
}) {
  const limit = Math.min(Math.max(Number(query.limit ?? usualPage), 1), longestPage)
  return { from: Number(query.from ?? 0), limit }
}

function answered(row: SourceRow) {
  return {
    id: row.id,
    format: row.format,
    file_name: row.file_name,
    sha256: row.digest,
    bytes: row.size,
    result_sha256: row.result_digest,
    site: row.site,
    read: row.read_count,
    sightings: row.sighting_count,
    components: row.component_count,
    conversations: row.conversation_count,
    is_kept: row.is_kept,
    document: row.document,
    problems: row.problems,
    entry: row.entry,
    at: row.made_at,
    by: row.made_by,
  }
}
