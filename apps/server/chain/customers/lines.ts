// SPDX-License-Identifier: EUPL-1.2
import type { QuestionnaireLine } from '@schouw/contract'
import type { ChainFacts } from '@schouw/core/chain'
import { lines } from '@schouw/core/losses'

type Line = lines.Line

/** Questionnaires of customers with how far they are, those that are due first. */
export function questionnaireLines(facts: ChainFacts): readonly QuestionnaireLine[] {
  const answers = Map.groupBy(
    lines.linesOf(facts, 'customer-answer'),
    (one) => one.text('questionnaire') ?? '',
  )
  return lines
    .linesOf(facts, 'customer-questionnaire')
    .map((one) => questionnaireLine(one, answers.get(one.id) ?? [], facts.today))
    .toSorted((a, b) => rank(a) - rank(b) || (dueOf(a) < dueOf(b) ? -1 : 1))
}

const rank = ({ state }: QuestionnaireLine) => (state === 'open' ? 0 : 1)
const dueOf = ({ due_on }: QuestionnaireLine) => due_on ?? '9999'

export function questionnaireLine(
  one: Line,
  answers: readonly Line[],
  today: string,
): QuestionnaireLine {
  const due = one.text('due_on')
  return {
    id: one.id,
    name: one.text('name') ?? '',
    party_name: one.text('party_name') ?? '',
    state: one.state,
    received_on: one.text('received_on'),
    due_on: due,
    sent_on: one.text('sent_on'),
    asked: answers.length,
    approved: answers.filter(({ state }) => state === 'approved').length,
    drafted: answers.filter((line) => line.state !== 'approved' && line.text('answer') !== null)
      .length,
    is_late: one.state === 'open' && due !== null && due < today,
  }
}
