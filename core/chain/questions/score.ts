// SPDX-License-Identifier: EUPL-1.2
import type { Tier } from '../tiers.ts'
import { type Question, questionsFor } from './bank.ts'

export const answerOptions = ['yes', 'partly', 'no', 'not_applicable'] as const
export type AnswerOption = (typeof answerOptions)[number]

/** What stands at a question; what is absent was not said. */
export interface Given {
  readonly question: string
  readonly answer: AnswerOption | null
  readonly explanation: string | null
  readonly files: readonly string[]
}

export type Reason =
  | 'unanswered'
  | 'not_applicable_unexplained'
  | 'no'
  | 'partly'
  | 'said_without_proof'

export interface Lost {
  readonly question: string
  readonly reason: Reason
  /** Points of the hundred that it costs. */
  readonly points: number
  /** Asks work, whatever the rest is worth. */
  readonly is_key: boolean
}

export interface Score {
  /** 0–100; null while nothing counts. */
  readonly percent: number | null
  readonly answered: number
  readonly asked: number
  /** The heaviest first. */
  readonly lost: readonly Lost[]
  readonly follow_up: readonly string[]
}

/** Worth of a yes that nothing shows, where proof was asked. */
const saidOnly = 0.75

export function scoreOf(tier: Tier, given: readonly Given[]): Score {
  const byQuestion = new Map(given.map((one) => [one.question, one]))
  const judged = questionsFor(tier).map((question) => ({
    question,
    ...judge(question, byQuestion.get(question.id)),
  }))
  const counting = judged.filter(({ worth }) => worth !== null)
  const total = counting.reduce((sum, { question }) => sum + question.weight, 0)
  const points = (question: Question, worth: number) =>
    Math.round(((question.weight * (1 - worth)) / total) * 1000) / 10
  const lost = counting.flatMap(({ question, worth, reason }): readonly Lost[] =>
    worth === null || reason === null
      ? []
      : [
          {
            question: question.id,
            reason,
            points: points(question, worth),
            is_key: question.isKey === true,
          },
        ],
  )
  const got = counting.reduce((sum, { question, worth }) => sum + question.weight * (worth ?? 0), 0)
  return {
    percent: total === 0 ? null : Math.round((got / total) * 100),
    answered: judged.filter(({ reason }) => reason !== 'unanswered').length,
    asked: judged.length,
    lost: lost.toSorted((a, b) => b.points - a.points),
    follow_up: lost
      .filter(({ is_key, reason }) => is_key && reason !== 'said_without_proof')
      .map(({ question }) => question),
  }
}

interface Judged {
  /** Null: does not count. */
  readonly worth: number | null
  readonly reason: Reason | null
}

function judge(question: Question, given: Given | undefined): Judged {
  const answer = given?.answer ?? null
  if (given === undefined || answer === null) return { worth: 0, reason: 'unanswered' }
  if (answer === 'not_applicable') {
    const isExplained = (given.explanation ?? '').trim() !== ''
    return isExplained
      ? { worth: null, reason: null }
      : { worth: 0, reason: 'not_applicable_unexplained' }
  }
  if (answer === 'no') return { worth: 0, reason: 'no' }
  if (answer === 'partly') return { worth: 0.5, reason: 'partly' }
  const isShown = question.wantsProof !== true || given.files.length > 0
  return isShown ? { worth: 1, reason: null } : { worth: saidOnly, reason: 'said_without_proof' }
}

/** Whether an answer says something else than the time before; a new question has not changed. */
export function hasChanged(now: Given, before: Given | undefined): boolean {
  if (before === undefined || before.answer === null) return false
  return now.answer !== before.answer || text(now) !== text(before)
}

function text({ explanation }: Given): string {
  return (explanation ?? '').trim().replaceAll(/\s+/g, ' ')
}
