// SPDX-License-Identifier: EUPL-1.2
import { kindOfPlural, routes } from '@schouw/contract'
import { kinds, may, type RecordKind } from '@schouw/core/registers'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { serveRoute } from '../http/route.ts'
import type { Ongoing } from '../jobs/ongoing.ts'
import { isUuid } from '../storage/records/derive.ts'
import type { Storage } from '../storage/storage.ts'
import { uploadAccounts } from './accounts.ts'
import { exported } from './export.ts'
import {
  adjusted,
  cancel,
  confirm,
  type Imports,
  judge,
  shownImport,
  undo,
  upload,
} from './imports.ts'
import { exchangeLimits } from './limits.ts'
import { type ImportRow, importRow, importRows, lineRows } from './rows.ts'
import { uploadScan } from './scans.ts'
import { Tasks } from './tasks.ts'
import { template } from './template.ts'

interface Surroundings {
  readonly storage: Storage
  readonly clock: () => string
  readonly ongoing: Ongoing
}

const importsOnPage = 50
const rowsOnPage = 100
const mostRowsOnPage = 500

/** Registers out to files and files into registers. */
export async function servedExchange(app: FastifyInstance, parts: Surroundings): Promise<void> {
  const tasks = new Tasks({ ...parts, log: app.log })
  const imports: Imports = { ...parts, tasks }
  app.addHook('preClose', () => tasks.stop())
  outRoutes(app, parts)
  await app.register(async (scope) => uploadRoute(scope, imports))
  readRoutes(app, imports)
  actRoutes(app, imports)
}

function kindNamed(plural: string | undefined): RecordKind | undefined {
  const name = kindOfPlural(plural ?? '')
  return name === undefined ? undefined : kinds[name]
}

function outRoutes(app: FastifyInstance, { storage, clock, ongoing }: Surroundings): void {
  serveRoute(app, routes.getTemplate, { clock }, async ({ params, query }) => {
    const kind = kindNamed(params['register'])
    return kind === undefined ? no('not-found') : template(kind, query)
  })

  serveRoute(app, routes.exportRegister, { clock }, async ({ caller, params, query }) => {
    const kind = kindNamed(params['register'])
    if (kind === undefined) return no('not-found')
    const now = clock()
    const permission = may({ actor: caller.actor, action: 'read', kind, now })
    if (!permission.allowed) {
      const errors = [{ code: 'not-permitted', action: 'read', because: permission.because }]
      return no('not-permitted', { errors })
    }
    const { format, language, delimiter, bom, ...list } = query
    const call = { storage, caller, kind, now, ongoing }
    return exported(call, { format, language, delimiter, bom }, list)
  })
}

/** In a scope of its own, where a body of any type is left on the wire to be streamed. */
function uploadRoute(app: FastifyInstance, imports: Imports): void {
  const { clock } = imports
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  serveRoute(app, routes.uploadImport, { clock }, async ({ caller, query, request }) => {
    const kind = kindNamed(query.register)
    if (kind === undefined) {
      return no('query-refused', { errors: [{ code: 'query-refused', path: '/register' }] })
    }
    if (!mayImport(caller, kind, clock())) return no('not-permitted')
    // What is claimed to be too large is not waited for.
    const length = Number(request.headers['content-length'] ?? 0)
    if (length > exchangeLimits.fileBytes) return no('file-too-large')
    const { name, language } = query
    return upload(imports, caller, { kind, name, language, stream: request.raw })
  })
  serveRoute(app, routes.uploadScan, { clock }, async ({ caller, query, request }) => {
    if (!mayImport(caller, kinds.finding, clock())) return no('not-permitted')
    return uploadScan(imports, caller, { ...query, stream: request.raw })
  })
  serveRoute(app, routes.uploadAccounts, { clock }, async ({ caller, query, request }) => {
    if (!mayImport(caller, kinds['access-account'], clock())) return no('not-permitted')
    return uploadAccounts(imports, caller, { ...query, stream: request.raw })
  })
}

/** Whoever may neither make nor change one has nothing to bring. */
function mayImport({ actor }: Caller, kind: RecordKind, now: string): boolean {
  return (['create', 'change'] as const).some((action) => may({ actor, action, kind, now }).allowed)
}

/** Each sees his or her own; the CISO looks after all of them. */
function seesAll({ actor }: Caller): boolean {
  return actor.roles.includes('ciso')
}

async function found(
  { storage }: Imports,
  caller: Caller,
  id: string | undefined,
): Promise<ImportRow | undefined> {
  if (id === undefined || !isUuid(id)) return undefined
  const row = await storage.read(caller.tenant, (db) => importRow(db, id))
  const isSeen = row !== undefined && (row.made_by === caller.actor.person || seesAll(caller))
  return isSeen ? row : undefined
}

function readRoutes(app: FastifyInstance, imports: Imports): void {
  const { storage, clock } = imports
  serveRoute(app, routes.listImports, { clock }, async ({ caller, query }) => {
    const [at, id] = query.before?.split('_') ?? []
    const isPlace =
      at !== undefined && id !== undefined && isUuid(id) && !Number.isNaN(Date.parse(at))
    if (query.before !== undefined && !isPlace) {
      return no('query-refused', { errors: [{ code: 'query-refused', path: '/before' }] })
    }
    const before = isPlace ? { at, id } : undefined
    const by = seesAll(caller) ? undefined : caller.actor.person
    const rows = await storage.read(caller.tenant, (db) =>
      importRows(db, { by, before, limit: importsOnPage + 1 }),
    )
    const items = rows.slice(0, importsOnPage)
    const last = rows.length > importsOnPage ? items.at(-1) : undefined
    const next = last === undefined ? null : `${last.made_at}_${last.id}`
    return { status: 200, body: { items: items.map(shownImport), next } }
  })

  serveRoute(app, routes.getImport, { clock }, async ({ caller, params }) => {
    const row = await found(imports, caller, params['id'])
    return row === undefined ? no('not-found') : { status: 200, body: shownImport(row) }
  })

  serveRoute(app, routes.listImportRows, { clock }, async ({ caller, params, query }) => {
    const row = await found(imports, caller, params['id'])
    if (row === undefined) return no('not-found')
    const limit = Math.min(Number(query.limit ?? rowsOnPage), mostRowsOnPage)
    if (limit < 1)
      return no('query-refused', { errors: [{ code: 'query-refused', path: '/limit' }] })
    const { plan, outcome } = query
    const after = Number(query.after ?? 0)
    const lines = await storage.read(caller.tenant, (db) =>
      lineRows(db, row.id, { plan, outcome, after, limit: limit + 1 }),
    )
    const items = lines
      .slice(0, limit)
      .map(({ detail, made_version: _, ...line }) => ({ ...line, ...detail }))
    const next = lines.length > limit ? (items.at(-1)?.line ?? null) : null
    return { status: 200, body: { items, next } }
  })
}

function actRoutes(app: FastifyInstance, imports: Imports): void {
  const { clock } = imports
  const on = async (
    asked: { readonly caller: Caller; readonly params: Readonly<Record<string, string>> },
    act: (row: ImportRow) => Promise<Answer>,
  ) => {
    const row = await found(imports, asked.caller, asked.params['id'])
    return row === undefined ? no('not-found') : act(row)
  }
  serveRoute(app, routes.changeImport, { clock }, (asked) =>
    on(asked, (row) => adjusted(imports, asked.caller, row, definite(asked.body))),
  )
  serveRoute(app, routes.judgeImport, { clock }, (asked) =>
    on(asked, (row) => judge(imports, asked.caller, row)),
  )
  serveRoute(app, routes.confirmImport, { clock }, (asked) =>
    on(asked, (row) => confirm(imports, asked.caller, row, asked.body.digest)),
  )
  serveRoute(app, routes.cancelImport, { clock }, (asked) =>
    on(asked, (row) => cancel(imports, asked.caller, row)),
  )
  serveRoute(app, routes.undoImport, { clock }, (asked) =>
    on(asked, (row) => undo(imports, asked.caller, row, asked.body.reason)),
  )
}

/** JSON knows what is absent and nothing that is undefined. */
function definite<Members extends object>(members: Members): Definite<Members> {
  return members as Definite<Members>
}

type Definite<Members> = { [Name in keyof Members]: Exclude<Members[Name], undefined> }
