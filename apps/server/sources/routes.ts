// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { routes } from '@schouw/contract'
import { words } from '@schouw/report/words'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import { newId } from '../http/ids.ts'
import { serveRoute } from '../http/route.ts'
import {
  firstState,
  hasBegun,
  importFirstState,
  readFirst,
  triedFirstState,
} from './first-state/index.ts'
import {
  proposalRoutes,
  type SourcesSurroundings,
  sourceRoutes,
  uploadRoute,
} from './source-routes.ts'

/** The folder of a nulmeting as one file; the largest that is read. */
const folderBytes = 64 * 1024 * 1024

/** Files of other tools and of the nulmeting on their way into the registers. */
export async function servedSources(
  app: FastifyInstance,
  surroundings: SourcesSurroundings,
): Promise<void> {
  await app.register(async (scope) => firstStateRoute(scope, surroundings))
  await app.register(async (scope) => uploadRoute(scope, surroundings))
  sourceRoutes(app, surroundings)
  proposalRoutes(app, surroundings)
}

/** In a scope of its own, where a body of any type is bytes. */
function firstStateRoute(app: FastifyInstance, { storage, clock }: SourcesSurroundings): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: folderBytes }, (_, body, done) =>
    done(null, body),
  )
  // Two at once would each find the registers empty.
  const importing = new Set<string>()
  serveRoute(app, routes.importFirstState, { clock }, async ({ caller, query, request }) => {
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
    if (bytes.length === 0) return no('file-empty')
    const { tenant, actor } = caller
    const isTrial = query.dry_run === 'true'
    if (importing.has(tenant)) return no('registers-in-use')
    importing.add(tenant)
    try {
      if (!isTrial && (await hasBegun(storage, tenant))) return no('registers-in-use')
      const read = await readFirst(bytes)
      if (read.first === undefined) return unreadable(read.problems)
      const now = clock()
      const language = query.language ?? read.first.inputs?.organisation.language ?? 'nl'
      const { sentence, say } = words(language)
      const circumstances = {
        newId: () => newId(now),
        now,
        sentence,
        measureTitle: (id: string) => say.word(id, 'measure'),
      }
      const plan = firstState(read.first, circumstances)
      const document = {
        name: query.name ?? 'first-state',
        sha256: createHash('sha256').update(bytes).digest('hex'),
        bytes: bytes.length,
      }
      const about = { tenant, actor, now, newId: circumstances.newId, document }
      const imported = isTrial
        ? triedFirstState(plan, about)
        : await importFirstState(storage, plan, about)
      const problems = read.problems.map(({ path, line, expected, found }) => ({
        path,
        line,
        expected,
        found,
      }))
      return { status: isTrial ? 200 : 201, body: { ...imported, problems } }
    } finally {
      importing.delete(tenant)
    }
  })
}

const mostErrors = 100

function unreadable(
  problems: readonly { readonly path: string; readonly expected: string; readonly found: string }[],
): Answer {
  const errors = problems
    .slice(0, mostErrors)
    .map(({ path, expected, found }) => ({ code: 'body-refused', path, expected, found }))
  return no('body-refused', { errors })
}
