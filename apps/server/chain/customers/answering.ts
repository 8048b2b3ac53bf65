// SPDX-License-Identifier: EUPL-1.2
import { type CustomerQuestion, type EarlierAnswer, routes } from '@schouw/contract'
import { type ChainFacts, customers } from '@schouw/core/chain'
import { lines } from '@schouw/core/losses'
import type { FastifyInstance } from 'fastify'
import { no } from '../../http/answer.ts'
import { isId } from '../../http/registers/call.ts'
import { serveRoute } from '../../http/route.ts'
import { recordsOf } from '../../reading/around.ts'
import type { ChainAround } from '../around.ts'
import { Steps } from '../steps.ts'
import { questionnaireLine } from './lines.ts'
import { factsFor, requirementTexts } from './registers.ts'

type Line = lines.Line

/** One questionnaire with its drafts, what was said before, and a person's word for each. */
export function servedAnswering(app: FastifyInstance, around: ChainAround): void {
  const { clock, storage } = around
  serveRoute(app, routes.customerQuestionnaire, { clock }, async ({ caller, params }) => {
    const id = params['id'] ?? ''
    const read = await factsFor(around, caller)
    if ('refused' in read) return read.refused
    const { facts, moment } = read
    const one = lines.linesOf(facts, 'customer-questionnaire').find((line) => line.id === id)
    if (one === undefined) return no('not-found')
    const answers = answersOf(facts, id)
    const book = new customers.AnswerBook(facts, requirementTexts)
    const line = questionnaireLine(one, answers, facts.today)
    const files = { file: one.text('file'), filled_file: one.text('filled_file') }
    return {
      status: 200,
      body: {
        ...moment,
        questionnaire: { ...line, ...files },
        language: one.text('language') === 'en' ? 'en' : 'nl',
        questions: answers.map((answer) => questionOf(facts, book, answer)),
      },
    }
  })
  serveRoute(app, routes.searchCustomerAnswers, { clock }, async ({ caller, query }) => {
    const read = await factsFor(around, caller)
    if ('refused' in read) return read.refused
    const book = new customers.AnswerBook(read.facts, requirementTexts)
    return { status: 200, body: { found: earlierTo(read.facts, book, query.q) } }
  })
  serveRoute(app, routes.approveAnswerToCustomer, { clock }, async ({ caller, params, body }) => {
    const id = params['id'] ?? ''
    if (!isId(id)) return no('not-found')
    const found = await storage.read(caller.tenant, async (db) =>
      (await recordsOf(db, 'customer-answer', [id])).get(id),
    )
    if (found === undefined || found.retired !== null) return no('not-found')
    const { evidence, drawn_from: from, answer, explanation } = body
    const given = {
      ...{ answer, explanation: explanation === '' ? null : explanation },
      ...(evidence === undefined ? {} : { evidence: evidence.length === 0 ? null : evidence }),
      ...(from === undefined ? {} : { drawn_from: from }),
    }
    const values: Readonly<Record<string, unknown>> = found.values
    const patch = Object.fromEntries(
      Object.entries(given).filter(
        ([name, value]) => JSON.stringify(values[name] ?? null) !== JSON.stringify(value),
      ),
    )
    const steps = new Steps(storage, caller.tenant, caller.actor)
    const isSame = Object.keys(patch).length === 0
    if (isSame && found.state === 'approved') return { status: 204 }
    const changed = isSame ? undefined : await steps.change('customer-answer', id, patch)
    if (changed !== undefined) return changed
    // A change of what was approved may leave it approved in a field that does not matter.
    const state = isSame ? found.state : await stateNow(around, caller.tenant, id)
    if (state === 'approved') return { status: 204 }
    return (await steps.move('customer-answer', id, 'approved')) ?? { status: 204 }
  })
}

function stateNow(
  { storage }: ChainAround,
  tenant: Parameters<ChainAround['storage']['read']>[0],
  id: string,
) {
  return storage.read(
    tenant,
    async (db) => (await recordsOf(db, 'customer-answer', [id])).get(id)?.state,
  )
}

export function answersOf(facts: ChainFacts, questionnaire: string): readonly Line[] {
  return lines
    .linesOf(facts, 'customer-answer')
    .filter((one) => one.text('questionnaire') === questionnaire)
    .toSorted((a, b) => (a.number('number') ?? 0) - (b.number('number') ?? 0))
}

function questionOf(facts: ChainFacts, book: customers.AnswerBook, line: Line): CustomerQuestion {
  const question = line.text('question') ?? ''
  const proof = book.proofs(line.list('evidence'))
  const fresh = line.text('fresh_until')
  const isPast = fresh !== null && fresh < facts.today
  return {
    ...{ id: line.id, state: line.state, place: line.text('place') ?? '' },
    ...{ number: line.number('number') ?? 0, question, requirements: line.list('requirements') },
    answer: line.text('answer') as CustomerQuestion['answer'],
    explanation: line.text('explanation'),
    ...{ proof, drawn_from: line.text('drawn_from'), fresh_until: fresh },
    unread: line.list('evidence').length - proof.length,
    is_stale: isPast || proof.some(({ is_stale }) => is_stale),
    earlier: earlierTo(facts, book, question, line.id).slice(0, 3),
  }
}

function earlierTo(
  facts: ChainFacts,
  book: customers.AnswerBook,
  question: string,
  own?: string,
): readonly EarlierAnswer[] {
  const parties = new Map(
    lines
      .linesOf(facts, 'customer-questionnaire')
      .map((one) => [one.id, one.text('party_name') ?? '']),
  )
  return book.before(question, 10).flatMap(({ line, likeness }) =>
    line.id === own
      ? []
      : [
          {
            ...{ id: line.id, question: line.text('question') ?? '', likeness },
            ...{ answer: line.text('answer'), explanation: line.text('explanation') },
            party: parties.get(line.text('questionnaire') ?? '') ?? '',
            fresh_until: line.text('fresh_until'),
          },
        ],
  )
}
