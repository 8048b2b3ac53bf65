// SPDX-License-Identifier: EUPL-1.2
import { questions } from '@schouw/core/chain'
import type { Actor } from '@schouw/core/registers'
import { questionWords } from '@schouw/report/chain'
import type { Answer } from '../http/answer.ts'
import { type StoredRecord, textOf } from '../reading/around.ts'
import type { TenantId } from '../storage/session.ts'
import type { Storage } from '../storage/storage.ts'
import type { LinkRow } from './links.ts'
import { Steps } from './steps.ts'
import { answersBefore, givenFrom, tierIn, writtenIn } from './writing.ts'

export interface HandingIn {
  readonly storage: Storage
  readonly tenant: TenantId
  readonly review: StoredRecord
  readonly link: LinkRow
  readonly writer: string
  readonly remarks: string
  readonly language: 'nl' | 'en'
  readonly now: string
}

/** Whoever holds the link is the supplier, for this review and as long as the link is. */
export function supplierActor(
  review: StoredRecord,
  link: LinkRow,
): Actor & { readonly supplier: string } {
  const supplier = textOf(review.values, 'supplier') ?? ''
  const until = link.expires_at
  return {
    ...{ person: link.id, roles: ['supplier'], processes: [], supplier },
    ...{ from: link.made_at, until },
  }
}

/**
 * What was typed becomes the record, with the words of each question as they were asked. A crash
 * after the first step leaves answers in a review that is still open; handing in again finishes it.
 */
export async function handIn(given: HandingIn): Promise<Answer> {
  const { storage, tenant, review, link, writer, remarks, language, now } = given
  const { before, written } = await storage.read(tenant, async (db) => ({
    before: await answersBefore(db, review),
    written: await writtenIn(db, review.id),
  }))
  const byQuestion = new Map(givenFrom(written).map((one) => [one.question, one]))
  const words = questionWords(language).questions
  const answers = questions.questionsFor(tierIn(review)).map(({ id }) => {
    const said = byQuestion.get(id)
    return {
      code: id,
      question: words[id]?.[0] ?? id,
      ...(said?.answer ? { answer: said.answer } : {}),
      ...(said?.explanation ? { explanation: said.explanation.slice(0, 4000) } : {}),
      ...(said === undefined ? {} : { changed: questions.hasChanged(said, before.get(id)) }),
      ...(said === undefined || said.files.length === 0 ? {} : { files: said.files }),
    }
  })
  const steps = new Steps(storage, tenant, supplierActor(review, link))
  const refused =
    (await steps.change('supplier-review', review.id, {
      ...{ answers, answered_at: now, answered_by_name: writer },
      ...(remarks === '' ? {} : { remarks }),
    })) ?? (await steps.move('supplier-review', review.id, 'answered'))
  return refused ?? { status: 200, body: { answered_at: now } }
}
