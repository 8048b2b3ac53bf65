// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Files } from '../files/files.ts'
import { type Answer, no } from '../http/answer.ts'
import { Refused } from '../http/problems.ts'
import { serveRoute } from '../http/route.ts'
import { dayIn } from '../identity/roles.ts'
import { digestOf } from '../identity/secrets.ts'
import {
  organisationLanguage,
  organisationName,
  recordsOf,
  textOf,
  timeZone,
} from '../reading/around.ts'
import { Bounds } from '../report-points/bounds.ts'
import type { Database } from '../storage/dialect.ts'
import type { ChainAround } from './around.ts'
import { type Behind, headers, isOpen, type Serving } from './behind.ts'
import { copyHtml } from './copy.ts'
import { noticed } from './events.ts'
import { handIn, supplierActor } from './handing-in.ts'
import {
  linksOf,
  makeLink,
  noteOpened,
  openedLink,
  revokeDelegate,
  stateOf,
  tenantOf,
} from './links.ts'
import { servedReuse } from './reuse/routes.ts'
import { answersBefore, askedBy, reviewOf, saveField, tierIn, writtenIn } from './writing.ts'

/** One shape of no for every link that does not open: which of them it is, nobody is told. */
const shut = () => no('link-refused')

/**
 * What a supplier does behind its link. No session is looked at here, and none is made: the link is
 * all that counts, and it opens one review.
 */
export async function servedSupplier(app: FastifyInstance, around: ChainAround): Promise<void> {
  const { storage, clock } = around
  const asking = new Bounds({ most: 240, perMinute: 240 })
  const perLink = new Bounds({ most: 240, perMinute: 240 })
  const admit = async (request: FastifyRequest) => {
    if (!asking.pass(request.ip, performance.now())) throw tooMuch()
  }
  /** In one transaction: the link, its review, and whatever is done with them. */
  const behind = async (
    token: string,
    work: (db: Database, found: Behind) => Promise<Answer>,
  ): Promise<Answer> => {
    const tenant = tenantOf(token)
    if (tenant === undefined) return shut()
    if (!perLink.pass(Buffer.from(digestOf(token)).toString('base64'), performance.now())) {
      return no('too-many-requests', { waitSeconds: 10 })
    }
    return storage.write(tenant, async (db) => {
      const link = await openedLink(db, token, clock())
      const review = link === undefined ? undefined : await reviewOf(db, link.review)
      if (link === undefined || review === undefined) return shut()
      return work(db, { tenant, link, review })
    })
  }
  const serving = { app, around, behind, admit }
  reading(serving)
  writing(serving)
  passingOn(serving)
  detaching(serving)
  telling(serving)
  servedReuse(serving)
  await app.register(async (scope) => attaching({ ...serving, app: scope }))
}

function tooMuch() {
  return new Refused('too-many-requests', { waitSeconds: 30 })
}

/** A link that was passed on asks a part. */
function isAskedOf({ link, review }: Behind, question: string): boolean {
  return askedBy(link, review).some(({ id }) => id === question)
}

const states: Readonly<Record<string, string>> = {
  sent: 'sent',
  answered: 'answered',
  assessed: 'assessed',
}

function reading({ app, around, behind, admit }: Serving): void {
  const { clock } = around
  serveRoute(app, routes.openQuestionnaire, { clock, admit }, ({ body }) =>
    behind(body.token, async (db, { link, review }) => {
      const now = clock()
      await noteOpened(db, link, now)
      const supplierId = textOf(review.values, 'supplier') ?? ''
      const supplier = (await recordsOf(db, 'supplier', [supplierId])).get(supplierId)
      const before = await answersBefore(db, review)
      const written = await writtenIn(db, review.id)
      const passed = (await linksOf(db, review.id)).filter(({ parent }) => parent === link.id)
      const answer = {
        organisation: await organisationName(db),
        supplier: textOf(supplier?.values, 'name') ?? '',
        name: link.name,
        language: (await organisationLanguage(db)) ?? 'nl',
        tier: tierIn(review),
        state: states[review.state] ?? 'closed',
        answer_until: textOf(review.values, 'answer_until'),
        expires_at: link.expires_at,
        sections: link.sections,
        is_delegate: link.parent !== null,
        answers: askedBy(link, review).map(({ id }) => {
          const said = before.get(id)
          return {
            ...(written.get(id) ?? { question: id, answer: null, explanation: null, files: [] }),
            before:
              said === undefined ? null : { answer: said.answer, explanation: said.explanation },
          }
        }),
        delegates: passed.map((one) => ({
          ...{ id: one.id, name: one.name, sections: one.sections ?? [] },
          ...{ opened_at: one.opened_at, is_open: stateOf(one, now) === 'open' },
        })),
      }
      return { status: 200, body: answer, headers }
    }),
  )
  serveRoute(app, routes.copyOfQuestionnaire, { clock, admit }, ({ body }) =>
    behind(body.token, async (db, { link, review }) => {
      const written = await writtenIn(db, review.id)
      const organisation = await organisationName(db)
      const asked = askedBy(link, review)
      const today = dayIn(await timeZone(db), clock())
      const html = copyHtml({ organisation, asked, written, today }, body.language)
      const name = body.language === 'nl' ? 'antwoorden.html' : 'answers.html'
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        headers: { ...headers, 'content-disposition': `attachment; filename="${name}"` },
        body: html,
      }
    }),
  )
}

function writing({ app, around, behind, admit }: Serving): void {
  const { clock, storage } = around
  serveRoute(app, routes.saveAnswer, { clock, admit }, ({ body }) =>
    behind(body.token, async (db, found) => {
      const now = clock()
      if (!isOpen(found, now)) return no('frozen')
      const { question, field, value } = body
      if (!isAskedOf(found, question) || (field === 'answer' && !isOption(value))) {
        return no('body-refused', { errors: [{ code: 'field-refused', path: `/${field}` }] })
      }
      const { base, writer } = body
      const { link } = found
      const saved = await saveField(db, { link, question, field, value, base, writer, now })
      return { status: 200, body: saved, headers }
    }),
  )
  serveRoute(app, routes.submitQuestionnaire, { clock, admit }, async ({ body }) => {
    const seen: { found?: Behind; language?: 'nl' | 'en' | null } = {}
    const checked = await behind(body.token, async (db, found) => {
      // A link that was passed on answers its part; handing in is for whom it was sent to.
      if (found.link.parent !== null) return no('not-permitted')
      if (!isOpen(found, clock())) return no('frozen')
      seen.found = found
      seen.language = await organisationLanguage(db)
      return { status: 200 }
    })
    if (seen.found === undefined) return checked
    const { writer, remarks } = body
    const language = seen.language ?? 'nl'
    const given = await handIn({ storage, ...seen.found, writer, remarks, language, now: clock() })
    return 'no' in given ? given : { ...given, headers }
  })
}

function isOption(value: string): boolean {
  return ['yes', 'partly', 'no', 'not_applicable', ''].includes(value)
}

/** People within the supplier at once on one review. */
const mostDelegates = 20

function passingOn({ app, around, behind, admit }: Serving): void {
  const { clock, linkOrigin } = around
  serveRoute(app, routes.delegateQuestionnaire, { clock, admit }, ({ body }) =>
    behind(body.token, async (db, { tenant, link, review }) => {
      if (link.parent !== null) return no('not-permitted')
      const known = (await linksOf(db, review.id)).filter(({ revoked_at }) => revoked_at === null)
      if (known.length > mostDelegates) return no('too-many')
      const asked = new Set<string>(askedBy(link, review).map(({ section }) => section))
      const sections = body.sections.filter((one) => asked.has(one))
      if (sections.length === 0) {
        return no('body-refused', { errors: [{ code: 'field-refused', path: '/sections' }] })
      }
      const now = clock()
      const { id, token } = await makeLink(db, {
        ...{ tenant, review: review.id, name: body.name, by: link.id, now },
        ...{ expiresAt: link.expires_at, parent: link.id, sections },
      })
      return { status: 201, body: { id, link: `${linkOrigin()}/supplier#${token}` }, headers }
    }),
  )
  serveRoute(app, routes.revokeDelegate, { clock, admit }, ({ body }) =>
    behind(body.token, async (db, { link }) => {
      const isDone = await revokeDelegate(db, { id: body.id, parent: link.id, now: clock() })
      return isDone ? { status: 204, headers } : no('not-found')
    }),
  )
}

/** Notices of one link: an incident is told once, and what became of it now and then. */
const noticeBounds = { most: 5, perMinute: 0.2 }

function telling({ app, around, behind, admit }: Serving): void {
  const { clock, storage } = around
  const perLink = new Bounds(noticeBounds)
  serveRoute(app, routes.noticeFromSupplier, { clock, admit }, async ({ body }) => {
    const seen: { found?: Behind } = {}
    const checked = await behind(body.token, async (_db, found) => {
      if (!perLink.pass(found.link.id, performance.now())) {
        return no('too-many-requests', { waitSeconds: 300 })
      }
      seen.found = found
      return { status: 200 }
    })
    if (seen.found === undefined) return checked
    const { tenant, review, link } = seen.found
    const actor = supplierActor(review, link)
    const given = await noticed({ storage, tenant, actor, ...body, now: clock() })
    return 'no' in given ? given : { ...given, headers }
  })
}

/** Of one file: evidence and parts lists, not images of disks. */
const mostFileBytes = 25 * 1024 * 1024
const mostFiles = 60
/** What evidence comes as; anything else a supplier is asked to send otherwise. */
const taken: readonly string[] = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/zip',
  'application/json',
  'application/xml',
  'text/csv',
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]

function detaching({ app, around, behind, admit }: Serving): void {
  const { clock } = around
  serveRoute(app, routes.detachFromAnswer, { clock, admit }, ({ body }) =>
    behind(body.token, async (db, found) => {
      if (!isOpen(found, clock())) return no('frozen')
      if (!isAskedOf(found, body.question)) return no('not-found')
      const { numDeletedRows } = await db
        .deleteFrom('questionnaire_files')
        .where('review', '=', found.review.id)
        .where('question', '=', body.question)
        .where('digest', '=', body.digest)
        .executeTakeFirst()
      return numDeletedRows > 0n ? { status: 204, headers } : no('not-found')
    }),
  )
}

/** In a scope of its own, where a body of any type is left on the wire to be streamed. */
function attaching({ app, around, behind, admit }: Serving): void {
  const { clock, files } = around
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  serveRoute(app, routes.attachToAnswer, { clock, admit }, async ({ query, request }) => {
    const token = String(request.headers['x-schouw-link'] ?? '')
    const seen: { found?: Behind } = {}
    const checked = await behind(token, async (db, found) => {
      if (!isOpen(found, clock())) return no('frozen')
      const { count } = await db
        .selectFrom('questionnaire_files')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('review', '=', found.review.id)
        .executeTakeFirstOrThrow()
      if (!isAskedOf(found, query.question)) return no('not-found')
      if (Number(count) >= mostFiles) return no('too-many')
      seen.found = found
      return { status: 200 }
    })
    const { found } = seen
    if (found === undefined) return checked
    if (files === undefined) return no('file-absent')
    const stored = await takenFile(files, { found, request, name: query.name, at: clock() })
    if ('no' in stored) return stored
    const { digest, bytes, type, isApart } = stored
    return behind(token, async (db, now) => {
      // It took a while to come: meanwhile the answers may have been handed in.
      if (!isOpen(now, clock())) return no('frozen')
      await db
        .insertInto('questionnaire_files')
        .values({
          ...{ review: found.review.id, question: query.question, digest, name: query.name },
          ...{ bytes, type, writer: query.writer, at: clock() },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return { status: 201, body: { digest, name: query.name, is_apart: isApart }, headers }
    })
  })
}

interface Taking {
  readonly found: Behind
  readonly request: FastifyRequest
  readonly name: string
  readonly at: string
}

interface TakenFile {
  readonly digest: string
  readonly bytes: number
  readonly type: string
  readonly isApart: boolean
}

async function takenFile(
  files: Files,
  { found, request, name, at }: Taking,
): Promise<TakenFile | (Answer & { no: string })> {
  if (Number(request.headers['content-length'] ?? 0) > mostFileBytes) {
    return { no: 'file-too-large', parts: {} }
  }
  const upload = { tenant: found.tenant, by: found.link.id, at, name, digest: undefined }
  const mediaType = request.headers['content-type']
  const stream = upTo(request.raw, mostFileBytes)
  try {
    const arrived = await files.take({ ...upload, mediaType, stream })
    if (!arrived.ok) return { no: arrived.refusal, parts: {} }
    const { digest, size, type, state } = arrived.value
    if (!taken.includes(type ?? '')) return { no: 'media-type-unknown', parts: {} }
    const isApart = state === 'quarantined'
    return { digest, bytes: Number(size), type: type ?? '', isApart }
  } catch (error) {
    if (error instanceof TooLarge) return { no: 'file-too-large', parts: {} }
    throw error
  }
}

class TooLarge extends Error {}

/** Says stop as soon as there is too much, whatever the head of the request said. */
async function* upTo(stream: AsyncIterable<Uint8Array>, most: number): AsyncIterable<Uint8Array> {
  let count = 0
  for await (const chunk of stream) {
    count += chunk.length
    if (count > most) throw new TooLarge()
    yield chunk
  }
}
