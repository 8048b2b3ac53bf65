// SPDX-License-Identifier: EUPL-1.2
import { vulnerabilityRoutes as declared } from '@schouw/contract'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import { newId } from '../http/ids.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { spooled } from '../sources/spool.ts'
import type { Vulnerabilities } from './service.ts'
import { importRow, importRows, storeImport } from './store.ts'

/** In a scope of its own, where a body of any type is left on the wire to be streamed. */
export function importUpload(app: FastifyInstance, service: Vulnerabilities): void {
  const { storage, files, clock } = service.around
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  serveRoute(app, declared.importAdvisories, { clock }, async ({ caller, query, request }) => {
    const { tenant, actor } = caller
    const made = await spooled(request.raw, async (file): Promise<Answer> => {
      const at = clock()
      const name = query.name ?? 'advisories'
      const taken = await files.take({ tenant, by: actor.person, at, name, stream: file.read() })
      if (!taken.ok) {
        return no(taken.refusal, { errors: [{ code: taken.refusal, ...taken.facts }] })
      }
      const id = newId(at)
      const { origin = '', licence = '' } = query
      const given = { id, fileName: name, digest: file.sha256, size: file.bytes, origin, licence }
      await storage.write(tenant, (db) => storeImport(db, { ...given, at, by: actor.person }))
      await service.bring(tenant, id, actor.person)
      const row = await storage.read(tenant, (db) => importRow(db, id))
      if (row === undefined) throw new Error('an import that was just stored is gone')
      const headers = { location: `/api/v1/advisory-imports/${id}` }
      return { status: 201, body: answered(row), headers }
    })
    return typeof made === 'string' ? no(made) : made
  })
}

export function importRoutes(app: FastifyInstance, { around }: Vulnerabilities): void {
  const { storage, clock } = around
  serveRoute(app, declared.listAdvisoryImports, { clock }, async ({ caller }) => {
    const rows = await storage.read(caller.tenant, (db) => importRows(db, 200))
    return { status: 200, body: { items: rows.map(answered) } }
  })
  serveRoute(app, declared.getAdvisoryImport, { clock }, async ({ caller, params }) => {
    const { id = '' } = params
    if (!isId(id)) return no('not-found')
    const row = await storage.read(caller.tenant, (db) => importRow(db, id))
    return row === undefined ? no('not-found') : { status: 200, body: answered(row) }
  })
}

function answered(row: NonNullable<Awaited<ReturnType<typeof importRow>>>) {
  const { tenant: _, digest, size, made_at, made_by, ...rest } = row
  return { ...rest, sha256: digest, bytes: size, at: made_at, by: made_by }
}
