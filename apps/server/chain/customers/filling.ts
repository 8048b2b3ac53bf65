// SPDX-License-Identifier: EUPL-1.2
import { routes } from '@schouw/contract'
import { customers } from '@schouw/core/chain'
import { lines } from '@schouw/core/losses'
import {
  askedLimits,
  choicesAt,
  type Fill,
  fillQuestionnaire,
  readQuestionnaire,
} from '@schouw/formats/questionnaires'
import { answerWords } from '@schouw/report/chain'
import type { FastifyInstance } from 'fastify'
import { no } from '../../http/answer.ts'
import { isId } from '../../http/registers/call.ts'
import { serveRoute } from '../../http/route.ts'
import type { ChainAround } from '../around.ts'
import { Steps } from '../steps.ts'
import { answersOf } from './answering.ts'
import { bytesOf, type LaidOut, laidOut, placeOf, readPlace, type SaidLayout } from './file.ts'
import { factsFor } from './registers.ts'

type Line = lines.Line
interface Left {
  readonly place: string
  readonly because: 'formula' | 'taken' | 'absent' | 'no_choice' | 'not_approved'
}

/** The customer's own file, answered; and the day it went out. */
export function servedFilling(app: FastifyInstance, around: ChainAround): void {
  const { clock, storage, files } = around
  serveRoute(app, routes.fillCustomerQuestionnaire, { clock }, async ({ caller, params }) => {
    const read = await factsFor(around, caller)
    if ('refused' in read) return read.refused
    const one = lines
      .linesOf(read.facts, 'customer-questionnaire')
      .find(({ id }) => id === params['id'])
    if (one === undefined) return no('not-found')
    const found = await bytesOf(around, caller, one.text('file') ?? '')
    if ('refused' in found) return found.refused
    const name = one.text('name') ?? found.name
    const sheets = laidOut(await readQuestionnaire(name, found.bytes), saidIn(one))
    const answers = answersOf(read.facts, one.id)
    const { fills, left } = fillsOf(sheets, answers)
    const filled = fillQuestionnaire(name, found.bytes, fills)
    if ('problem' in filled || files === undefined) return no('file-absent')
    const at = clock()
    const taken = await files.take({
      ...{ tenant: caller.tenant, by: caller.actor.person, at, name: answeredName(name) },
      mediaType: undefined,
      stream: once(filled.bytes),
    })
    if (!taken.ok) return no(taken.refusal)
    const { digest } = taken.value
    if (one.state === 'open' && one.text('filled_file') !== digest) {
      const steps = new Steps(storage, caller.tenant, caller.actor)
      const refused = await steps.change('customer-questionnaire', one.id, { filled_file: digest })
      if (refused !== undefined) return refused
    }
    const skipped = filled.left.map(({ sheet, row, column, because }) => ({
      ...{ place: placeOf(sheet, row, column), because },
    }))
    const written = fills.length - filled.left.length
    const body = { digest, name: answeredName(name), filled: written, left: [...left, ...skipped] }
    return { status: 201, body }
  })
  serveRoute(app, routes.sendCustomerQuestionnaire, { clock }, async ({ caller, params }) => {
    const id = params['id'] ?? ''
    if (!isId(id)) return no('not-found')
    const read = await factsFor(around, caller)
    if ('refused' in read) return read.refused
    const steps = new Steps(storage, caller.tenant, caller.actor)
    const { today } = read.facts
    const refused =
      (await steps.change('customer-questionnaire', id, { sent_on: today })) ??
      (await steps.move('customer-questionnaire', id, 'sent'))
    return refused ?? { status: 204 }
  })
}

function saidIn(one: Line): SaidLayout | undefined {
  const [sheet, question, answer] = [
    one.text('sheet'),
    one.number('question_column'),
    one.number('answer_column'),
  ]
  if (sheet === null || question === null || answer === null) return undefined
  return { sheet, question, answer, explanation: one.number('explanation_column') ?? undefined }
}

/** Only what a person approved goes out; a choice of theirs is taken, never another made up. */
function fillsOf(sheets: readonly LaidOut[], answers: readonly Line[]) {
  const fills: Fill[] = []
  const left: Left[] = []
  for (const line of answers) {
    const place = line.text('place') ?? ''
    const at = readPlace(place)
    const laid = sheets.find(({ sheet }) => sheet.name.slice(0, 100) === at?.sheet)
    if (line.state !== 'approved') {
      left.push({ place, because: 'not_approved' })
      continue
    }
    if (at === undefined || laid === undefined || laid.layout.answer === null) {
      left.push({ place, because: 'absent' })
      continue
    }
    const { sheet, layout } = laid
    const answer = line.text('answer') as keyof ReturnType<typeof answerWords> | null
    // One file may hold sheets in either language.
    const language = customers.languageOf([line.text('question') ?? ''])
    const said = answer === null ? '' : answerWords(language)[answer]
    const explanation = line.text('explanation') ?? ''
    const options = choicesAt(sheet, at.row, layout.answer ?? 0)
    const chosen =
      answer === null || options.length === 0 ? said : customers.choiceAmong(answer, options)
    if (chosen === undefined) left.push({ place, because: 'no_choice' })
    const beside = layout.explanation
    // Without a column of its own the explanation follows the answer, unless only a choice fits there.
    const isTogether = beside === null && options.length === 0 && explanation !== ''
    const text = isTogether ? `${chosen ?? said}. ${explanation}` : (chosen ?? '')
    const of = { sheet: sheet.name, row: at.row }
    if (text !== '') fills.push({ ...of, column: layout.answer ?? 0, text: cut(text) })
    if (beside !== null && explanation !== '') {
      fills.push({ ...of, column: beside, text: cut(explanation) })
    }
  }
  return { fills, left }
}

function cut(text: string): string {
  return text.slice(0, askedLimits.cellCharacters)
}

function answeredName(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? `${name} (schouw)` : `${name.slice(0, dot)} (schouw)${name.slice(dot)}`
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
