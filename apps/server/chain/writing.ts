// SPDX-License-Identifier: EUPL-1.2
import { questions, type Tier, tiers } from '@schouw/core/chain'
import { newId } from '../http/ids.ts'
import { recordsOf, referring, type StoredRecord, textOf } from '../reading/around.ts'
import type { Database } from '../storage/dialect.ts'
import type { LinkRow } from './links.ts'

export interface Field {
  readonly value: string
  readonly writer: string
  readonly at: string
}

export interface Written {
  readonly question: string
  readonly answer: Field | null
  readonly explanation: Field | null
  readonly files: readonly {
    readonly digest: string
    readonly name: string
    readonly writer: string
  }[]
}

export interface Saving {
  readonly link: LinkRow
  readonly question: string
  readonly field: 'answer' | 'explanation'
  readonly value: string
  readonly base: string
  readonly writer: string
  readonly now: string
}

/** A text never grows past this by being merged: then what came last is kept, and the rest beside it. */
const mostText = 16_000

/**
 * Writes one field. What another added since the writer began is merged with it, and what is written
 * over is kept beside, so that two people who type at once lose nothing.
 */
export async function saveField(
  db: Database,
  { link, question, field, value, base, writer, now }: Saving,
): Promise<Field & { readonly is_merged: boolean }> {
  const current = await db
    .selectFrom('questionnaire_fields')
    .select(['value', 'writer'])
    .where('review', '=', link.review)
    .where('question', '=', question)
    .where('field', '=', field)
    .forUpdate()
    .executeTakeFirst()
  const before = current?.value ?? ''
  const both = field === 'answer' ? value : questions.merged(base, value, before)
  const next = both.length > mostText ? value : both
  const isOver = before !== '' && before !== base && !next.includes(before)
  if (current !== undefined && isOver) {
    await db
      .insertInto('questionnaire_overwritten')
      .values({
        ...{ id: newId(now), review: link.review, question, field },
        ...{ value: before, writer: current.writer, written_at: now },
      })
      .execute()
  }
  const row = { value: next, writer, link: link.id, written_at: now }
  await db
    .insertInto('questionnaire_fields')
    .values({ review: link.review, question, field, ...row })
    .onConflict((conflict) =>
      conflict.columns(['tenant', 'review', 'question', 'field']).doUpdateSet(row),
    )
    .execute()
  return { value: next, writer, at: now, is_merged: next !== value }
}

/** What stands at each question of these reviews. */
export async function writtenIn(
  db: Database,
  review: string,
): Promise<ReadonlyMap<string, Written>> {
  const fields = await db
    .selectFrom('questionnaire_fields')
    .select(['question', 'field', 'value', 'writer', 'written_at'])
    .where('review', '=', review)
    .execute()
  const files = await db
    .selectFrom('questionnaire_files')
    .select(['question', 'digest', 'name', 'writer'])
    .where('review', '=', review)
    .orderBy('at')
    .execute()
  const found = new Map<string, Written>()
  const at = (question: string): Written =>
    found.get(question) ?? { question, answer: null, explanation: null, files: [] }
  for (const { question, field, value, writer, written_at } of fields) {
    found.set(question, { ...at(question), [field]: { value, writer, at: written_at } })
  }
  for (const { question, ...file } of files) {
    const one = at(question)
    found.set(question, { ...one, files: [...one.files, file] })
  }
  return found
}

/** Of the last review before this one that the supplier handed in, by question. */
export async function answersBefore(
  db: Database,
  review: StoredRecord,
): Promise<ReadonlyMap<string, questions.Given>> {
  const supplier = textOf(review.values, 'supplier') ?? ''
  const all = await referring(db, { kind: 'supplier-review', field: 'supplier', target: supplier })
  const [last] = all
    .filter(({ id, state }) => id < review.id && (state === 'answered' || state === 'assessed'))
    .filter(({ values }) => textOf(values, 'type') === 'questionnaire')
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
  return new Map((last === undefined ? [] : givenIn(last)).map((one) => [one.question, one]))
}

interface Row {
  readonly code?: string
  readonly answer?: questions.AnswerOption
  readonly explanation?: string
  readonly files?: readonly string[]
}

/** What a record holds, once it was handed in. */
export function givenIn({ values }: StoredRecord): readonly questions.Given[] {
  const rows = (values as { readonly answers?: readonly Row[] }).answers ?? []
  return rows.flatMap(({ code, answer, explanation, files }) =>
    code === undefined
      ? []
      : [
          {
            question: code,
            answer: answer ?? null,
            explanation: explanation ?? null,
            files: files ?? [],
          },
        ],
  )
}

export function givenFrom(written: ReadonlyMap<string, Written>): readonly questions.Given[] {
  return [...written.values()].map(({ question, answer, explanation, files }) => ({
    question,
    answer: questions.answerOptions.find((one) => one === answer?.value) ?? null,
    explanation: explanation === null || explanation.value === '' ? null : explanation.value,
    files: files.map(({ digest }) => digest),
  }))
}

export function tierIn(review: StoredRecord): Tier {
  const said = textOf(review.values, 'tier')
  return tiers.find((one) => one === said) ?? 'parts'
}

export async function reviewOf(db: Database, id: string): Promise<StoredRecord | undefined> {
  const found = (await recordsOf(db, 'supplier-review', [id])).get(id)
  return found?.retired === null ? found : undefined
}

/** The questions that a link is for. */
export function askedBy(
  link: Pick<LinkRow, 'sections'>,
  review: StoredRecord,
): readonly questions.Question[] {
  const all = questions.questionsFor(tierIn(review))
  const { sections } = link
  return sections === null ? all : all.filter(({ section }) => sections.includes(section))
}
