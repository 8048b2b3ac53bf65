// SPDX-License-Identifier: EUPL-1.2
import type { KindName } from '@schouw/core/registers'
import { type ChainFacts, type Line, linesOf } from '../facts.ts'
import type { AnswerOption } from '../questions/index.ts'
import { Matcher } from './match.ts'
import { evidenceOf, type Proof } from './proof.ts'
import { Topics } from './topics.ts'

export interface Draft {
  readonly requirements: readonly string[]
  /** Null: the registers do not say, and nobody guesses. */
  readonly answer: AnswerOption | null
  readonly explanation: string | null
  readonly proof: readonly Proof[]
  /** The earlier answer it was drawn from. */
  readonly drawn_from: string | null
  readonly fresh_until: string | null
  readonly is_stale: boolean
  /** What the answer rests on: words said before, own registers, or nothing at all. */
  readonly basis: 'said_before' | 'register' | 'nothing'
  readonly likeness: number
}

/** Registers that answers to customers are drafted from. */
export const kindsOfAnswers = [
  'organisation',
  'customer-questionnaire',
  'customer-answer',
  'requirement-answer',
  'evidence-file',
  'trust-share',
  'contract',
  'audit',
] as const satisfies readonly KindName[]

/** An earlier answer must be about the same, not only about the same subject. */
const sameQuestion = 0.6
/** Below this the second requirement is more likely noise than a subject of its own. */
const nearFirst = 0.85

/** Everything on record that can answer a customer, gone through once. */
export class AnswerBook {
  readonly #topics: Topics
  readonly #before: Matcher
  readonly #answers: ReadonlyMap<string, Line>
  readonly #own: ReadonlyMap<string, readonly Line[]>
  readonly #evidence: ReturnType<typeof evidenceOf>
  readonly #today: string

  constructor(facts: ChainFacts, texts: Readonly<Record<string, readonly string[]>>) {
    this.#today = facts.today
    this.#topics = new Topics(texts)
    // What has lapsed is no longer anybody's word.
    const said = linesOf(facts, 'customer-answer').filter(({ state }) => state === 'approved')
    this.#answers = new Map(said.map((one) => [one.id, one]))
    this.#before = new Matcher(
      said.map((one) => ({
        id: one.id,
        text: one.text('question') ?? '',
        requirements: one.list('requirements'),
      })),
    )
    this.#own = Map.groupBy(
      linesOf(facts, 'requirement-answer'),
      (one) => one.text('requirement') ?? '',
    )
    this.#evidence = evidenceOf(facts)
  }

  proofs(ids: readonly string[]): readonly Proof[] {
    return ids.flatMap((id) => this.#evidence.byId.get(id) ?? [])
  }

  /** Earlier answers that are about the same, the likeliest first. */
  before(question: string, most = 5) {
    return this.#before.find(question, most).flatMap(({ id, likeness }) => {
      const line = this.#answers.get(id)
      return line === undefined ? [] : [{ line, likeness }]
    })
  }

  draft(question: string, own?: string): Draft {
    const asked = this.#topics.find(question)
    const [first] = asked
    const requirements = asked
      .filter(({ likeness }) => likeness >= (first?.likeness ?? 0) * nearFirst)
      .map(({ id }) => id)
      .slice(0, 2)
    const same = this.before(question).find(
      ({ line, likeness }) =>
        line.id !== own &&
        likeness >= sameQuestion &&
        (line.text('fresh_until') ?? this.#today) >= this.#today,
    )
    if (same !== undefined) return this.#saidBefore(same.line, same.likeness)
    return this.#fromRegisters(requirements, first?.likeness ?? 0)
  }

  #saidBefore(line: Line, likeness: number): Draft {
    const proof = this.proofs(line.list('evidence'))
    return {
      requirements: line.list('requirements'),
      answer: line.text('answer') as AnswerOption | null,
      explanation: line.text('explanation'),
      proof,
      drawn_from: line.id,
      fresh_until: line.text('fresh_until'),
      is_stale: proof.some(({ is_stale }) => is_stale),
      basis: 'said_before',
      likeness,
    }
  }

  #fromRegisters(requirements: readonly string[], likeness: number): Draft {
    const lines = requirements.flatMap((id) => this.#own.get(id) ?? [])
    const proof = uniqueProof([
      ...lines.flatMap((one) => this.proofs(one.list('evidence'))),
      ...requirements.flatMap((id) => this.#evidence.byRequirement.get(id) ?? []),
    ])
    const ends = [
      ...lines.flatMap((one) => one.text('next_review_on') ?? []),
      ...proof.flatMap(({ valid_until }) => valid_until ?? []),
    ]
    const fresh = ends.toSorted()[0] ?? null
    const answer = answerFrom(lines)
    return {
      requirements,
      answer,
      explanation: null,
      proof,
      drawn_from: null,
      fresh_until: fresh,
      is_stale: fresh !== null && fresh < this.#today,
      basis: answer === null ? 'nothing' : 'register',
      likeness,
    }
  }
}

/** From this rung of the ladder it is done as a rule; below it is done in part. */
const asRule = 3

/** Of several sites and requirements the weakest counts. */
function answerFrom(lines: readonly Line[]): AnswerOption | null {
  const levels = lines.flatMap((one) => one.number('level') ?? [])
  if (levels.length === 0) {
    return lines.some((one) => one.text('not_applicable') !== null) ? 'not_applicable' : null
  }
  const least = Math.min(...levels)
  return least >= asRule ? 'yes' : least > 0 ? 'partly' : 'no'
}

function uniqueProof(all: readonly Proof[]): readonly Proof[] {
  return [...new Map(all.map((one) => [one.id, one])).values()]
}
