// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { routes } from '@schouw/contract'
import { words } from '@schouw/report/words'
import type { FastifyInstance } from 'fastify'
import { servedCaptureKit } from '../capture-kit/routes.ts'
import { exampleConnections } from '../connections/example.ts'
import { servedConnections } from '../connections/routes.ts'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { newId } from '../http/ids.ts'
import { serveRoute } from '../http/route.ts'
import { servedInventory } from '../inventory/routes.ts'
import { type OngoingWork, Stopped } from '../jobs/ongoing.ts'
import type { Storage } from '../storage/storage.ts'
import { componentRoutes } from './components/routes.ts'
import { documentRoutes } from './documents/routes.ts'
import {
  adopted,
  broughtBack,
  clearedOfHalves,
  type FirstRead,
  firstState,
  hasBegun,
  type Imported,
  type Importing,
  importFirstState,
  readFirst,
  readFolder,
  standingBefore,
  triedFirstState,
} from './first-state/index.ts'
import { frameworkRoutes } from './frameworks/routes.ts'
import { oscalRoute } from './oscal.ts'
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
  await app.register(async (scope) => documentRoutes(scope, surroundings))
  frameworkRoutes(app, surroundings)
  sourceRoutes(app, surroundings)
  proposalRoutes(app, surroundings)
  componentRoutes(app, surroundings)
  oscalRoute(app, surroundings)
  servedConnections(app, surroundings)
  servedInventory(app, surroundings)
  servedCaptureKit(app, surroundings)
}

/** In a scope of its own, where a body of any type is bytes. */
function firstStateRoute(app: FastifyInstance, surroundings: SourcesSurroundings): void {
  const { storage, clock, ongoing, withExample } = surroundings
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: folderBytes }, (_, body, done) =>
    done(null, body),
  )
  // Two at once would each find the registers empty.
  const importing = new Set<string>()
  const begin = async (
    caller: Caller,
    asked: { readonly isTrial: boolean; readonly language: 'nl' | 'en' | undefined },
    brought: (signal: AbortSignal) => Promise<Brought>,
  ): Promise<Answer> => {
    const { tenant, actor } = caller
    if (importing.has(tenant)) return no('registers-in-use')
    importing.add(tenant)
    try {
      if (!asked.isTrial && (await hasBegun(storage, tenant))) return no('registers-in-use')
      const begun = { tenant, by: actor.person, name: 'first-state' } as const
      return await ongoing.during(begun, async (going) => {
        const came = await brought(going.signal)
        going.signal.throwIfAborted()
        return imported({ storage, caller, going, now: clock(), ...asked, ...came })
      })
    } catch (error) {
      if (error instanceof Stopped) return no('stopped')
      throw error
    } finally {
      importing.delete(tenant)
    }
  }
  serveRoute(app, routes.importFirstState, { clock }, async ({ caller, query, request }) => {
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array()
    if (bytes.length === 0) return no('file-empty')
    const asked = { isTrial: query.dry_run === 'true', language: query.language }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const document = { name: query.name ?? 'first-state', sha256, bytes: bytes.length }
    return begin(caller, asked, async (signal) => ({
      read: await readFirst(bytes, signal),
      document,
    }))
  })
  serveRoute(app, routes.importExample, { clock }, async ({ caller, query }) => {
    const asked = { isTrial: false, language: query.language }
    const answer = await begin(caller, asked, async (signal) => {
      const read = await readFolder(exampleFolder, signal)
      signal.throwIfAborted()
      if (read.first?.baseline == null) throw new Error('the example factory was not measured')
      const files = read.first?.inputs?.files ?? []
      const list = files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
      const sha256 = createHash('sha256').update(list).digest('hex')
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
      return { read, document: { name: 'examples/factory', sha256, bytes } }
    })
    if ('status' in answer) {
      const { tenant, actor } = caller
      const of = { tenant, by: actor.person, at: clock() }
      await keptFiles(surroundings, of)
      await exampleConnections(storage, of, join(exampleFolder, 'captures'))
      await withExample?.(tenant, actor.person)
    }
    return answer
  })
}

const exampleFolder = join(import.meta.dirname, '../../../examples/factory')

/** Recordings, kept beside what they show, and what customers sent, to be answered in. */
const keptFolders = ['captures', '../customers']

async function keptFiles(
  { files, clock }: SourcesSurroundings,
  of: { readonly tenant: string; readonly by: string },
): Promise<void> {
  if (files === undefined) return
  for (const folder of keptFolders) {
    for (const name of await readdir(join(exampleFolder, folder))) {
      const stream = createReadStream(join(exampleFolder, folder, name))
      await files.take({ ...of, at: clock(), name, stream })
    }
  }
}

interface Brought {
  readonly read: FirstRead
  readonly document: Importing['document']
}

interface Import extends Brought {
  readonly storage: Storage
  readonly caller: Caller
  readonly going: OngoingWork
  readonly now: string
  readonly isTrial: boolean
  readonly language: 'nl' | 'en' | undefined
}

async function imported({ storage, caller, now, isTrial, ...rest }: Import): Promise<Answer> {
  const { read, document, going } = rest
  if (read.first === undefined) return unreadable(read.problems)
  const language = rest.language ?? read.first.inputs?.organisation.language ?? 'nl'
  const { sentence, say } = words(language)
  const measureTitle = (id: string) => say.word(id, 'measure')
  const circumstances = { newId: () => newId(now), now, sentence, measureTitle }
  const { planned, leftOut } = firstState(read.first, circumstances)
  const { tenant, actor } = caller
  const reason = halfway[language]
  const about = { tenant, actor, now, newId: circumstances.newId, reason, document }
  if (isTrial) return told(200, read, triedFirstState({ planned, leftOut }, about))
  if (!(await clearedOfHalves(storage, about))) return no('registers-in-use')
  const joined = adopted(planned, await standingBefore(storage, tenant))
  const plan = { planned: await broughtBack(storage, tenant, joined), leftOut }
  return told(201, read, await importFirstState(storage, plan, about, going))
}

/** Why a record retires, and comes back, that an import made which did not get to its end. */
const halfway = {
  nl: 'Het inlezen van de eerste stand is halverwege gestopt.',
  en: 'Loading the first state was stopped halfway.',
} as const

function told(status: 200 | 201, read: FirstRead, result: Imported): Answer {
  const problems = read.problems.map(({ path, line, expected, found }) => ({
    path,
    line,
    expected,
    found,
  }))
  return { status, body: { ...result, problems } }
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
