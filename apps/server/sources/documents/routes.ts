// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { routes } from '@schouw/contract'
import { type OscalDocument, readOscal } from '@schouw/formats/oscal'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Files } from '../../files/files.ts'
import { type Answer, no } from '../../http/answer.ts'
import type { Caller } from '../../http/caller.ts'
import { newId } from '../../http/ids.ts'
import { serveRoute } from '../../http/route.ts'
import { type FrameworksTold, type Importing, importFrameworks } from '../frameworks/import.ts'
import type { FrameworkRow } from '../frameworks/store.ts'
import { importRecords } from '../oscal-in/import.ts'
import { readDocumentBytes } from '../reading/thread.ts'
import type { SourcesSurroundings } from '../source-routes.ts'
import { type DocumentRead, documentBytes } from './read.ts'

interface Query {
  readonly name?: string | undefined
  readonly dry_run?: 'true' | 'false' | undefined
  readonly framework?: string | undefined
}

const isOfRequirements = ['catalog', 'profile', 'mapping-collection']

/** In a scope of its own, where a body of any type is bytes. */
export function documentRoutes(app: FastifyInstance, surroundings: SourcesSurroundings): void {
  const { clock } = surroundings
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: documentBytes }, (_, body, done) =>
    done(null, body),
  )
  serveRoute(app, routes.importFramework, { clock }, async ({ caller, query, request }) => {
    const brought = await broughtIn(request, query)
    if ('no' in brought) return brought
    const { oscal, library } = brought.read
    const isRight = library !== null || (oscal !== null && isOfRequirements.includes(oscal.model))
    if (!isRight) return unreadable(brought.read, 'catalog, profile, mapping-collection or library')
    return frameworksOf(surroundings, caller, query, brought)
  })
  serveRoute(app, routes.importOscal, { clock }, async ({ caller, query, request }) => {
    const brought = await broughtIn(request, query)
    if ('no' in brought) return brought
    const { oscal } = brought.read
    if (oscal === null) return unreadable(brought.read, 'an OSCAL document')
    const about = { model: oscal.model, uuid: oscal.uuid, title: oscal.title }
    if (isOfRequirements.includes(oscal.model)) {
      const { actor } = caller
      const may = routes.importFramework.who.some((role) => actor.roles.includes(role))
      if (!may) return no('not-permitted')
      const answer = await frameworksOf(surroundings, caller, query, brought)
      if ('no' in answer) return answer
      return { ...answer, body: { ...about, ...noRecords, ...(answer.body as FrameworksTold) } }
    }
    const now = clock()
    const isTrial = query.dry_run === 'true'
    const { name, bytes, sha256 } = brought
    const kept = isTrial ? null : await keep(surroundings.files, { caller, now, name, bytes })
    if (kept !== null) return kept
    const told = await importRecords(
      {
        storage: surroundings.storage,
        caller,
        now,
        newId: () => newId(now),
        isTrial,
        isReplacing: query.rule === 'replace',
        severity: query.severity,
        brought: { name, sha256, bytes: bytes.length },
      },
      oscal,
    )
    const body = { ...about, ...noFrameworks, ...told, problems: brought.read.problems }
    return { status: told.entry === null ? 200 : 201, body }
  })
}

const noRecords = { made: {}, changed: {}, same: {}, waiting: {}, refused: [], differs: [] }
const noFrameworks = { frameworks: [], mappings: { set: 0, same: 0 } }

interface Document {
  readonly read: DocumentRead
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

async function broughtIn(
  { body }: FastifyRequest,
  { name = 'document' }: Query,
): Promise<Document | Extract<Answer, { no: unknown }>> {
  const bytes = body instanceof Uint8Array ? body : new Uint8Array()
  if (bytes.length === 0) return { no: 'file-empty' }
  const read = await readDocumentBytes({ what: 'document', name, bytes })
  if (read === 'file-too-large') return { no: read }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { read, name, bytes, sha256 }
}

async function frameworksOf(
  { storage, clock, files }: SourcesSurroundings,
  caller: Caller,
  query: Query,
  { read, name, bytes, sha256 }: Document,
): Promise<Answer> {
  const isTrial = query.dry_run === 'true'
  const now = clock()
  if (!isTrial) {
    const kept = await keep(files, { caller, now, name, bytes })
    if (kept !== null) return kept
  }
  const importing: Importing = {
    storage,
    caller,
    now,
    newId: () => newId(now),
    isTrial,
    brought: { name, sha256, bytes: bytes.length },
    framework: query.framework,
    earlier: (row) => earlier(files, caller.tenant, row),
  }
  const told = await importFrameworks(importing, read)
  const isNothing = told.frameworks.length === 0 && told.mappings.set + told.mappings.same === 0
  if (isNothing && told.left_out.length === 0) {
    return unreadable({ ...read, problems: told.problems }, 'requirements')
  }
  return { status: told.entry === null ? 200 : 201, body: told }
}

/** Among the files, so that the digest in the log can be held against them; null when they are. */
async function keep(
  files: Files | undefined,
  {
    caller,
    now,
    name,
    bytes,
  }: {
    readonly caller: Caller
    readonly now: string
    readonly name: string
    readonly bytes: Uint8Array
  },
): Promise<Answer | null> {
  if (files === undefined) return null
  const { tenant, actor } = caller
  const stream = once(bytes)
  const taken = await files.take({ tenant, by: actor.person, at: now, name, stream })
  return taken.ok ? null : no(taken.refusal, { errors: [{ code: taken.refusal, ...taken.facts }] })
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** A catalogue that was brought before, from its bytes. */
async function earlier(
  files: Files | undefined,
  tenant: string,
  row: FrameworkRow,
): Promise<OscalDocument | undefined> {
  if (row.format === 'ciso-assistant') return undefined
  const stream = await files?.open(tenant, row.digest)
  if (stream === undefined) return undefined
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk as Uint8Array)
  return readOscal(Buffer.concat(chunks)).document ?? undefined
}

const mostErrors = 100

function unreadable({ problems }: DocumentRead, expected: string): Answer {
  const errors = problems.slice(0, mostErrors).map(({ line, ...one }) => ({
    ...one,
    ...(line === null ? {} : { line }),
  }))
  const none = { code: 'model-not-read', path: '', expected, found: 'something else' }
  return no('body-refused', { errors: errors.length > 0 ? errors : [none] })
}
