// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { customers } from '@schouw/core/chain'
import { type AskedFile, readQuestionnaire } from '@schouw/formats/questionnaires'
import { draftText } from '@schouw/report/chain'
import type { FastifyInstance } from 'fastify'
import { type Answer, no } from '../../http/answer.ts'
import type { Caller } from '../../http/caller.ts'
import { serveRoute } from '../../http/route.ts'
import type { ChainAround } from '../around.ts'
import { Steps } from '../steps.ts'
import { bytesOf, type LaidOut, laidOut, placeOf, type SaidLayout } from './file.ts'
import { factsFor, requirementTexts } from './registers.ts'

/** What one customer asks at once; each is an entry of the log. */
const mostQuestions = 1_000
const shownRows = 12
const shownColumns = 8
const shownLetters = 120

interface Brought {
  readonly file: string
  readonly file_name: string
  readonly party_name: string
  readonly due_on?: string | undefined
  readonly contract?: string | undefined
  readonly layout?: SaidLayout | undefined
}

/** A customer's file comes in: questions are found, and an answer to each is drafted. */
export function servedBringing(app: FastifyInstance, around: ChainAround): void {
  const { clock } = around
  serveRoute(app, routes.bringCustomerQuestionnaire, { clock }, async ({ caller, body }) => {
    const found = await bytesOf(around, caller, body.file)
    if ('refused' in found) return found.refused
    const asked = await readQuestionnaire(body.file_name, found.bytes)
    const [problem] = asked.problems
    if (problem !== undefined) {
      const { expected, found: given } = problem
      const error = {
        code: 'not-this-format',
        path: '/file',
        expected: `${expected}, not ${given}`,
      }
      return no('body-refused', { errors: [error] })
    }
    const sheets = laidOut(asked, body.layout)
    const questions = sheets.flatMap(questionsOf)
    if (questions.length > mostQuestions) return no('too-many')
    if (questions.length === 0) {
      const shown = { id: null, questions: 0, drafted: 0, sheets: shownOf(asked, sheets) }
      return { status: 200, body: shown }
    }
    return kept({ around, caller, body, questions, shown: shownOf(asked, sheets) })
  })
}

interface Question {
  readonly place: string
  readonly text: string
}

function questionsOf({ sheet, layout }: LaidOut): readonly Question[] {
  return customers.questionsIn(sheet.rows, layout).map(({ row, text }) => ({
    place: placeOf(sheet.name, row, layout.question ?? 0),
    text: text.slice(0, 8000),
  }))
}

function shownOf({ sheets }: AskedFile, found: readonly LaidOut[]) {
  return sheets.map(({ name, rows }) => {
    const laid = found.find(({ sheet }) => sheet.name === name)
    const cells = rows
      .slice(0, shownRows)
      .map((row) => row.slice(0, shownColumns).map((text) => text.slice(0, shownLetters)))
    return { name, questions: laid === undefined ? 0 : questionsOf(laid).length, rows: cells }
  })
}

interface Keeping {
  readonly around: ChainAround
  readonly caller: Caller
  readonly body: Brought
  readonly questions: readonly Question[]
  readonly shown: ReturnType<typeof shownOf>
}

async function kept({ around, caller, body, questions, shown }: Keeping): Promise<Answer> {
  const read = await factsFor(around, caller)
  if ('refused' in read) return read.refused
  const { facts, moment } = read
  const book = new customers.AnswerBook(facts, requirementTexts)
  const language = customers.languageOf(questions.map(({ text }) => text))
  const now = around.clock()
  const steps = new Steps(around.storage, caller.tenant, caller.actor)
  const { layout } = body
  const made = await steps.create(
    'customer-questionnaire',
    {
      ...{ code: codeFor(facts, moment.today), name: body.file_name.slice(0, 200) },
      ...{ party_name: body.party_name, language, received_on: moment.today, file: body.file },
      ...(body.due_on === undefined ? {} : { due_on: body.due_on }),
      ...(body.contract === undefined ? {} : { contract: body.contract }),
      ...(layout === undefined
        ? {}
        : {
            ...{ sheet: layout.sheet, question_column: layout.question },
            ...{ answer_column: layout.answer },
            ...(layout.explanation === undefined ? {} : { explanation_column: layout.explanation }),
          }),
    },
    now,
  )
  if ('refused' in made) return made.refused
  let drafted = 0
  for (const [at, { place, text }] of questions.entries()) {
    const draft = book.draft(text)
    const explanation = draft.explanation ?? draftText(draft, customers.languageOf([text]))
    if (draft.answer !== null) drafted += 1
    const answer = await steps.create(
      'customer-answer',
      {
        ...{ questionnaire: made.id, place, number: at + 1, question: text },
        ...(draft.requirements.length === 0 ? {} : { requirements: draft.requirements }),
        ...(draft.answer === null ? {} : { answer: draft.answer }),
        ...(explanation === null ? {} : { explanation }),
        ...(draft.proof.length === 0 ? {} : { evidence: draft.proof.map(({ id }) => id) }),
        ...(draft.drawn_from === null ? {} : { drawn_from: draft.drawn_from }),
        ...(draft.fresh_until === null ? {} : { fresh_until: draft.fresh_until }),
      },
      now,
    )
    if ('refused' in answer) return answer.refused
  }
  return { status: 201, body: { id: made.id, questions: questions.length, drafted, sheets: shown } }
}

/** By the day it came, with a number where there were more on it. */
function codeFor({ records }: { readonly records: object }, today: string): string {
  const all = (records as { 'customer-questionnaire'?: readonly { values: { code?: string } }[] })[
    'customer-questionnaire'
  ]
  const known = new Set((all ?? []).map(({ values }) => values.code))
  for (let at = 1; ; at += 1) {
    const code = `KV-${today.replaceAll('-', '')}-${at}`
    if (!known.has(code)) return code
  }
}
