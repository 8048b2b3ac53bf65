// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { contentOf } from '../files/content.ts'
import { type Answer, no } from '../http/answer.ts'
import { Refused } from '../http/problems.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import type { TenantId } from '../storage/session.ts'
import { type Around, organisationName, recordsOf, referring, textOf } from './around.ts'
import { noteOpened, opened } from './links.ts'
import { tongueOf } from './people.ts'
import { confirmRead, type Reader } from './receipts.ts'
import { nameOf, type Standing, shownText, standingOf } from './text.ts'

/** Of one address. A link has 256 bits: this only keeps the noise down. */
const triesPerMinute = 120

export function servedOwnReading(app: FastifyInstance, around: Around): void {
  byAccount(app, around)
  byLink(app, around)
}

/** What somebody with an account is asked to read. */
function byAccount(app: FastifyInstance, around: Around): void {
  const { storage, clock } = around
  /** Undefined for what is another's, or not there. */
  const own = async (tenant: TenantId, person: string, id: string) => {
    if (!isId(id)) return undefined
    const found = await standingBehind(around, tenant, id)
    return textOf(found?.receipt.values, 'person') === person ? found : undefined
  }
  serveRoute(app, routes.myReading, { clock }, async ({ caller }) => {
    const asked = { kind: 'read-receipt', field: 'person', target: caller.actor.person }
    const found = await storage.read(caller.tenant, async (db) =>
      standingOf(db, await referring(db, asked)),
    )
    const shown = found.filter(isShown)
    const items = await Promise.all(shown.map((one) => shownText(around, caller.tenant, one)))
    return { status: 200, body: { items: items.toReversed() } }
  })
  serveRoute(app, routes.confirmMyReading, { clock }, async ({ caller, params }) => {
    const { tenant, actor } = caller
    const found = await own(tenant, actor.person, params['id'] ?? '')
    if (found === undefined) return no('not-found')
    const { person } = actor
    return confirm(around, found, { tenant, person, receipt: found.receipt.id, by: 'account' })
  })
  serveRoute(app, routes.myReadingFile, { clock }, async ({ caller, params, request }) => {
    const { tenant, actor } = caller
    const found = await own(tenant, actor.person, params['id'] ?? '')
    return found === undefined ? no('not-found') : fileOf(around, tenant, found, request)
  })
}

/** A newer version has taken the place of one that was never read: there is nothing to do for it. */
function isShown({ receipt, version }: Standing): boolean {
  return receipt.state === 'read' || version.state === 'approved'
}

/** What a personal link opens: one text for one person, of one organisation. */
function byLink(app: FastifyInstance, around: Around): void {
  const { storage, clock } = around
  const limit = app.createRateLimit({ max: triesPerMinute, timeWindow: '1 minute' })
  const admit = async (request: FastifyRequest) => {
    const found = await limit(request)
    if (!found.isAllowed && found.isExceeded) {
      throw new Refused('too-many-requests', { waitSeconds: found.ttlInSeconds })
    }
  }
  const behind = async (token: string) => {
    const found = await opened(storage, token, clock())
    if (found === undefined) return undefined
    const { tenant, link } = found
    const standing = await standingBehind(around, tenant, link.receipt)
    return standing === undefined ? undefined : { tenant, link, standing }
  }
  serveRoute(app, routes.openReadingLink, { clock, admit }, async ({ body }) => {
    const found = await behind(body.token)
    if (found === undefined) return no('link-refused')
    const { tenant, link, standing } = found
    const person = textOf(standing.receipt.values, 'person') ?? ''
    const { organisation, reader } = await storage.write(tenant, async (db) => {
      await noteOpened(db, link, clock())
      const reader = (await recordsOf(db, 'person', [person])).get(person)
      return { organisation: await organisationName(db), reader }
    })
    const text = await shownText(around, tenant, standing)
    const name = textOf(reader?.values, 'name') ?? ''
    const language = tongueOf(reader)
    const answer = { ...text, organisation, name, language, expires_at: link.expires_at }
    return { status: 200, body: answer, headers }
  })
  serveRoute(app, routes.confirmReadingLink, { clock, admit }, async ({ body }) => {
    const found = await behind(body.token)
    if (found === undefined) return no('link-refused')
    const { tenant, standing } = found
    const person = textOf(standing.receipt.values, 'person') ?? ''
    const receipt = standing.receipt.id
    return confirm(around, standing, { tenant, person, receipt, by: 'personal_link' })
  })
  serveRoute(app, routes.readingLinkFile, { clock, admit }, async ({ body, request }) => {
    const found = await behind(body.token)
    if (found === undefined) return no('link-refused')
    return fileOf(around, found.tenant, found.standing, request)
  })
}

const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

/** Undefined for what is not there, was withdrawn, or has retired. */
function standingBehind(
  { storage }: Around,
  tenant: TenantId,
  receipt: string,
): Promise<Standing | undefined> {
  return storage.read(tenant, async (db) => {
    const found = await recordsOf(db, 'read-receipt', [receipt])
    const [standing] = await standingOf(db, [...found.values()])
    return standing
  })
}

async function confirm(
  { storage }: Around,
  { receipt, version }: Standing,
  reader: Reader,
): Promise<Answer> {
  const before = textOf(receipt.values, 'read_at')
  if (receipt.state === 'read' && before !== null) {
    return { status: 200, body: { read_at: before }, headers }
  }
  // What no longer holds is not to be confirmed: it would say something about another text.
  if (version.state !== 'approved' || version.retired !== null) return no('stale-version')
  const told = await confirmRead(storage, reader)
  if (told.outcome === 'refused') return no(told.step.refusal)
  if (told.outcome === 'key-reused') return no('idempotency-key-reused')
  const at = textOf(told.done.record?.values, 'read_at')
  return { status: 200, body: { read_at: at }, headers }
}

function fileOf(
  { files }: Around,
  tenant: TenantId,
  standing: Standing,
  request: FastifyRequest,
): Promise<Answer> | Answer {
  const { file } = standing
  if (files === undefined || file === undefined) return no('file-absent')
  return contentOf(files, { tenant, row: file, name: nameOf(standing), request })
}
