// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { questions } from '@schouw/core/chain'
import { questionWords } from '@schouw/report/chain'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { no } from '../http/answer.ts'
import type { Caller } from '../http/caller.ts'
import { isId } from '../http/registers/call.ts'
import { serveRoute } from '../http/route.ts'
import { dayIn } from '../identity/roles.ts'
import {
  organisationLanguage,
  recordsOf,
  type StoredRecord,
  textOf,
  timeZone,
} from '../reading/around.ts'
import type { Database } from '../storage/dialect.ts'
import type { ChainAround } from './around.ts'
import { linksOf, revokeLinks, stateOf } from './links.ts'
import { Steps } from './steps.ts'
import { answersBefore, givenFrom, givenIn, reviewOf, tierIn, writtenIn } from './writing.ts'

/** What suppliers were asked, how far they are, what it is worth, and what follows from it. */
export function servedReviewing(app: FastifyInstance, around: ChainAround): void {
  const { storage, clock, sendMail } = around
  serveRoute(app, routes.questionnaires, { clock }, async ({ caller, query }) =>
    storage.read(caller.tenant, async (db) => {
      const now = clock()
      const today = dayIn(await timeZone(db), now)
      const { items, total, counts } = await openOnes(db, { ...query, now })
      const has_mail = sendMail !== undefined
      return { status: 200, body: { today, total, counts, items, has_mail } }
    }),
  )
  serveRoute(app, routes.questionnaireReview, { clock }, async ({ caller, params }) => {
    const id = params['id'] ?? ''
    if (!isId(id)) return no('not-found')
    return storage.read(caller.tenant, async (db) => {
      const review = await reviewOf(db, id)
      if (review === undefined || textOf(review.values, 'type') !== 'questionnaire') {
        return no('not-found')
      }
      return { status: 200, body: await whole(db, review, clock()) }
    })
  })
  serveRoute(app, routes.assessQuestionnaire, { clock }, ({ caller, params, body }) =>
    assessed(around, caller, { ...body, id: params['id'] ?? '' }),
  )
}

interface Paged {
  readonly offset: number
  readonly limit: number
  readonly now: string
}

interface OpenRow {
  readonly review: string
  readonly version: number
  readonly supplier: string
  readonly supplier_name: string | null
  readonly state: string
  readonly tier: string | null
  readonly answer_until: string | null
  readonly score: number | null
  readonly answered: number
  readonly opened_at: string | null
  readonly last_written_at: string | null
}

/** Those that wait for the supplier first, then those that wait for us. */
async function openOnes(db: Database, { offset, limit, now }: Paged) {
  const { rows: tallies } = await sql<{ state: string; count: number }>`
    select state, count(*)::integer as count from records
    where kind = 'supplier-review' and not is_retired and document ->> 'type' = 'questionnaire'
    group by state`.execute(db)
  const { rows } = await sql<OpenRow>`
    with page as (
      select id, version, state, document from records
      where kind = 'supplier-review' and not is_retired and document ->> 'type' = 'questionnaire'
        and state <> 'cancelled'
      order by case state when 'answered' then 0 when 'sent' then 1 when 'planned' then 2 else 3 end,
        document ->> 'answer_until', id
      limit ${limit} offset ${offset})
    select p.id as review, p.version, p.state, p.document ->> 'supplier' as supplier,
      s.document ->> 'name' as supplier_name, p.document ->> 'tier' as tier,
      p.document ->> 'answer_until' as answer_until,
      (p.document ->> 'score_percent')::float as score,
      (select count(*)::integer from questionnaire_fields f
        where f.review = p.id and f.field = 'answer' and f.value <> '') as answered,
      (select min(l.opened_at) from questionnaire_links l where l.review = p.id) as opened_at,
      (select max(f.written_at) from questionnaire_fields f where f.review = p.id) as last_written_at
    from page p left join records s on s.id = (p.document ->> 'supplier')::uuid
    order by case p.state when 'answered' then 0 when 'sent' then 1 when 'planned' then 2 else 3 end,
      p.document ->> 'answer_until', p.id`.execute(db)
  const counts = Object.fromEntries(tallies.map(({ state, count }) => [state, count]))
  const total = tallies.reduce(
    (sum, { state, count }) => sum + (state === 'cancelled' ? 0 : count),
    0,
  )
  return { total, counts, items: rows.map((row) => openLine(row, now)) }
}

function openLine({ score, supplier_name, tier, ...row }: OpenRow, now: string) {
  const known = tierText(tier)
  return {
    ...row,
    supplier_name: supplier_name ?? '',
    tier: known,
    asked: questions.questionsFor(known ?? 'parts').length,
    score_percent: score,
    is_late: row.state === 'sent' && row.answer_until !== null && row.answer_until <= now,
  }
}

function tierText(tier: string | null) {
  return tier === null ? null : tierIn({ values: { tier } } as unknown as StoredRecord)
}

async function whole(db: Database, review: StoredRecord, now: string) {
  const { values } = review
  const supplierId = textOf(values, 'supplier') ?? ''
  const supplier = (await recordsOf(db, 'supplier', [supplierId])).get(supplierId)
  const before = await answersBefore(db, review)
  const written = await writtenIn(db, review.id)
  const isIn = review.state === 'answered' || review.state === 'assessed'
  const given = isIn ? givenIn(review) : givenFrom(written)
  const byQuestion = new Map(given.map((one) => [one.question, one]))
  const overwritten = await db
    .selectFrom('questionnaire_overwritten')
    .select(['question', 'value', 'writer'])
    .where('review', '=', review.id)
    .orderBy('id')
    .execute()
  const tier = tierIn(review)
  const score = questions.scoreOf(tier, given)
  const names = new Map(
    [...written.values()].flatMap(({ files }) => files.map((one) => [one.digest, one.name])),
  )
  const answers = questions.questionsFor(tier).map(({ id }) => {
    const one = byQuestion.get(id)
    const said = before.get(id)
    const at = written.get(id)
    return {
      question: id,
      answer: one?.answer ?? null,
      explanation: one?.explanation ?? null,
      files: (one?.files ?? []).map((digest) => ({ digest, name: names.get(digest) ?? null })),
      before: said === undefined ? null : { answer: said.answer, explanation: said.explanation },
      has_changed: one !== undefined && questions.hasChanged(one, said),
      writer: (at?.explanation ?? at?.answer)?.writer ?? null,
      at: (at?.explanation ?? at?.answer)?.at ?? null,
      overwritten: overwritten
        .filter(({ question }) => question === id)
        .map(({ value, writer }) => ({ value, writer })),
    }
  })
  const links = await linksOf(db, review.id)
  const until = textOf(values, 'answer_until')
  return {
    ...{ review: review.id, version: review.version, supplier: supplierId, state: review.state },
    ...{ supplier_name: textOf(supplier?.values, 'name') ?? '', tier, answer_until: until },
    ...{ answered: score.answered, asked: score.asked, score, answers },
    opened_at: links.flatMap(({ opened_at }) => opened_at ?? []).toSorted()[0] ?? null,
    last_written_at:
      answers
        .flatMap(({ at }) => at ?? [])
        .toSorted()
        .at(-1) ?? null,
    score_percent: score.percent,
    is_late: review.state === 'sent' && until !== null && until <= now,
    today: dayIn(await timeZone(db), now),
    ...{ answered_by_name: textOf(values, 'answered_by_name'), remarks: textOf(values, 'remarks') },
    ...{ answered_at: textOf(values, 'answered_at'), verdict: textOf(values, 'verdict') },
    conclusion: textOf(values, 'conclusion'),
    actions: (values as { readonly actions?: readonly string[] }).actions ?? [],
    reuses: await reusesOf(db, review.id),
    links: links.map((one) => ({
      ...{ id: one.id, name: one.name, sections: one.sections, is_delegate: one.parent !== null },
      ...{ state: stateOf(one, now), made_at: one.made_at, expires_at: one.expires_at },
      opened_at: one.opened_at,
    })),
  }
}

function reusesOf(db: Database, review: string) {
  return db
    .selectFrom('questionnaire_reuses')
    .select(['verdict', 'name', 'signer', 'asked_by', 'supplier', 'answered_at', 'taken'])
    .select(['writer', 'at'])
    .where('review', '=', review)
    .orderBy('id')
    .execute()
}

interface Assessing {
  readonly id: string
  readonly verdict: string
  readonly conclusion: string
  readonly next_review_on: string
  readonly follow_up: readonly string[]
  readonly due_on?: string | undefined
}

/** Actions first: what follows is there before the review closes, and a crash between leaves it open. */
async function assessed({ storage, clock }: ChainAround, caller: Caller, asked: Assessing) {
  const { id, verdict, conclusion, next_review_on, follow_up, due_on } = asked
  if (!isId(id)) return no('not-found')
  const found = await storage.read(caller.tenant, async (db) => ({
    review: await reviewOf(db, id),
    language: (await organisationLanguage(db)) ?? 'nl',
    // A machine that judges is nobody in the registers.
    isPerson: (await recordsOf(db, 'person', [caller.actor.person])).size > 0,
    today: dayIn(await timeZone(db), clock()),
  }))
  const { review, language, today, isPerson } = found
  const { person } = caller.actor
  if (review === undefined) return no('not-found')
  if (review.state !== 'answered') return no('illegal-transition')
  const supplier = textOf(review.values, 'supplier') ?? ''
  const steps = new Steps(storage, caller.tenant, caller.actor)
  const words = questionWords(language).questions
  const actions: string[] = []
  for (const question of follow_up) {
    const known = questions.questionOf(question)
    if (known === undefined) continue
    const made = await steps.create(
      'action',
      {
        code: `L-${id.slice(-6)}-${question}`.slice(0, 40),
        name: (words[question]?.[0] ?? question).slice(0, 200),
        ...{ origin: 'finding', sources: [id], suppliers: [supplier] },
        ...(isPerson ? { owner: person } : {}),
        ...{ requirements: [known.requirement], priority: known.isKey ? 'high' : 'medium' },
        ...(due_on === undefined ? {} : { due_on, first_due_on: due_on }),
      },
      clock(),
    )
    if ('refused' in made) {
      // Made already, by an attempt that broke off half way.
      if ('no' in made.refused && made.refused.no === 'natural-key-taken') continue
      return made.refused
    }
    actions.push(made.id)
  }
  const percent = questions.scoreOf(tierIn(review), givenIn(review)).percent
  const refused =
    (await steps.change('supplier-review', id, {
      ...{ verdict, next_review_on, reviewed_on: today },
      ...(isPerson ? { reviewer: person } : {}),
      ...(conclusion === '' ? {} : { conclusion }),
      ...(percent === null ? {} : { score_percent: String(percent) }),
      ...(actions.length === 0 ? {} : { actions }),
    })) ??
    (await steps.move('supplier-review', id, 'assessed')) ??
    (await steps.change('supplier', supplier, { last_review_on: today, next_review_on }))
  if (refused !== undefined) return refused
  await storage.write(caller.tenant, (db) => revokeLinks(db, id, clock()))
  return { status: 200, body: { actions } }
}
