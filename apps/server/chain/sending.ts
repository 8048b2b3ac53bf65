// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import type { Tier } from '@schouw/core/chain'
import { addDays, startOfDay } from '@schouw/core/kernel'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { dayIn } from '../identity/roles.ts'
import { organisationName, recordsOf, textOf, timeZone } from '../reading/around.ts'
import type { Database } from '../storage/dialect.ts'
import { type ChainAround, refusedBody } from './around.ts'
import { makeLink, revokeLinks } from './links.ts'
import { Steps } from './steps.ts'
import { reviewOf } from './writing.ts'

/** A link outlives the day of answering a little, for a copy and for what was just too late. */
const daysAfter = 14
const dayMs = 86_400_000

/** Sends a supplier its questions, and sends them once more. */
export function servedSending(app: FastifyInstance, around: ChainAround): void {
  const { storage, clock } = around
  serveRoute(app, routes.sendQuestionnaire, { clock }, async ({ caller, params, body }) => {
    const until = await lastMoment(around, caller, body.answer_until)
    if ('refused' in until) return until.refused
    return askSupplier(around, caller, { ...body, ...until, supplier: params['id'] ?? '' })
  })
  serveRoute(app, routes.renewQuestionnaireLink, { clock }, async ({ caller, params, body }) => {
    const review = params['id'] ?? ''
    if (!isId(review)) return no('not-found')
    const now = clock()
    const found = await storage.read(caller.tenant, (db) => reviewOf(db, review))
    if (found?.state !== 'sent') return no('not-found')
    const expiresAt = new Date(Date.parse(now) + body.valid_days * dayMs).toISOString()
    return linked(around, caller, { review, expiresAt, now, ...body })
  })
  serveRoute(app, routes.revokeQuestionnaireLinks, { clock }, async ({ caller, params }) => {
    const review = params['id'] ?? ''
    const isDone =
      isId(review) && (await storage.write(caller.tenant, (db) => revokeLinks(db, review, clock())))
    return isDone ? { status: 204 } : no('not-found')
  })
}

interface Until {
  readonly today: string
  /** The day itself is theirs: it shuts when the next one begins where the organisation is. */
  readonly until: string
}

export async function lastMoment(
  { storage, clock }: ChainAround,
  { tenant }: Caller,
  on: string,
): Promise<Until | { readonly refused: Answer }> {
  const zone = await storage.read(tenant, timeZone)
  const today = dayIn(zone, clock())
  if (on < today) return { refused: refusedBody('/answer_until') }
  return { today, until: new Date(startOfDay(addDays(on, 1), zone)).toISOString() }
}

interface Asking extends Until {
  readonly supplier: string
  readonly tier: Tier
  readonly name: string
  readonly email?: string | undefined
  readonly language: 'nl' | 'en'
}

/** One supplier its questions: the review, and the link to it. */
export async function askSupplier(
  around: ChainAround,
  caller: Caller,
  { supplier, tier, today, until, name, email, language }: Asking,
): Promise<Answer> {
  if (!isId(supplier)) return no('not-found')
  const found = await around.storage.read(caller.tenant, (db) =>
    recordsOf(db, 'supplier', [supplier]),
  )
  if (found.get(supplier)?.retired !== null) return no('not-found')
  const now = around.clock()
  const sent = await recorded(around, caller, { supplier, tier, now, today, until })
  if ('refused' in sent) return sent.refused
  const expiresAt = new Date(Date.parse(until) + daysAfter * dayMs).toISOString()
  return linked(around, caller, { review: sent.id, expiresAt, now, name, email, language })
}

interface Recording {
  readonly supplier: string
  readonly tier: Tier
  readonly now: string
  readonly today: string
  readonly until: string
}

async function recorded(
  { storage }: ChainAround,
  caller: Caller,
  { supplier, tier, now, today, until }: Recording,
): Promise<{ readonly id: string } | { readonly refused: Answer }> {
  const steps = new Steps(storage, caller.tenant, caller.actor)
  const values = {
    ...{
      supplier,
      planned_on: today,
      type: 'questionnaire',
      tier,
      questionnaire: `schouw/${tier}/1`,
    },
    ...{ sent_at: now, answer_until: until },
  }
  const made = await steps.create('supplier-review', values, now)
  if ('refused' in made) return made
  const refused = await steps.move('supplier-review', made.id, 'sent')
  return refused === undefined ? made : { refused }
}

interface Linking {
  readonly review: string
  readonly name: string
  readonly email?: string | undefined
  readonly language: 'nl' | 'en'
  readonly expiresAt: string
  readonly now: string
}

/** Shuts the former links of the review: there is one that works. */
async function linked(
  { storage, linkOrigin, sendMail }: ChainAround,
  { tenant, actor }: Caller,
  { review, name, email, language, expiresAt, now }: Linking,
): Promise<Answer> {
  const told = await storage.write(tenant, async (db: Database) => {
    await revokeLinks(db, review, now)
    const made = { tenant, review, name, by: actor.person, now, expiresAt, email, language }
    const { token } = await makeLink(db, made)
    const link = `${linkOrigin()}/supplier#${token}`
    if (email === undefined || sendMail === undefined) return { link, isMailed: false }
    const found = await reviewOf(db, review)
    const until = textOf(found?.values, 'answer_until') ?? expiresAt
    const dueOn = dayIn(await timeZone(db), new Date(Date.parse(until) - 1).toISOString())
    const values = { organisation: await organisationName(db), name, link, dueOn }
    const isMailed = await sendMail(db, {
      ...{ to: email, template: 'supplier-questions', language, values },
    })
    return { link, isMailed }
  })
  return {
    status: 201,
    body: { review, link: told.link, is_mailed: told.isMailed },
    headers: { 'cache-control': 'no-store' },
  }
}
