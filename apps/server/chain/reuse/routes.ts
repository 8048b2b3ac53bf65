// SPDX-License-Identifier: EUPL-1.2
// Answers given once, carried to another organisation by the supplier itself.
import { createHash } from 'node:crypto'
import { routes } from '@schouw/contract'
import { no } from '../../http/answer.ts'
import { newId } from '../../http/ids.ts'
import { serveRoute } from '../../http/route.ts'
import { organisationName, recordsOf, textOf } from '../../reading/around.ts'
import type { Database } from '../../storage/dialect.ts'
import { signerOf } from '../../storage/ledger/secret.ts'
import { type Behind, headers, isOpen, type Serving } from '../behind.ts'
import { askedBy, saveField, tierIn, writtenIn } from '../writing.ts'
import { readStatement, type Statement, writeStatement } from './statement.ts'

export function servedReuse({ app, around, behind, admit }: Serving): void {
  const { clock, storage, linkOrigin } = around
  serveRoute(app, routes.exportAnswers, { clock, admit }, ({ body }) =>
    behind(body.token, async (db, { tenant, link, review }) => {
      const written = await writtenIn(db, review.id)
      const id = textOf(review.values, 'supplier') ?? ''
      const supplier = (await recordsOf(db, 'supplier', [id])).get(id)
      const name = `${new URL(linkOrigin()).host}/answers`
      const signer = signerOf(name, storage.secrets.key(`supplier-answers/${tenant}`))
      const text = writeStatement(
        {
          ...{ supplier: textOf(supplier?.values, 'name') ?? '', tier: tierIn(review) },
          ...{ asked_by: await organisationName(db), written_at: clock() },
          answered_at: textOf(review.values, 'answered_at'),
          answers: askedBy(link, review).map(({ id: question }) => {
            const one = written.get(question)
            const answer = one?.answer?.value ?? ''
            return {
              ...{ question, answer: answer === '' ? null : (answer as 'yes') },
              explanation: one?.explanation?.value ?? null,
              files: (one?.files ?? []).map((file) => ({ name: file.name, sha256: file.digest })),
            }
          }),
        },
        signer,
      )
      const type = 'text/plain; charset=utf-8'
      const attached = { 'content-disposition': 'attachment; filename="supplier-answers.txt"' }
      return { status: 200, type, headers: { ...headers, ...attached }, body: text }
    }),
  )
  serveRoute(app, routes.importAnswers, { clock, admit }, ({ body }) =>
    behind(body.token, async (db, found) => {
      if (!isOpen(found, clock())) return no('frozen')
      const read = readStatement(body.text)
      if (read.verdict === 'not-this-format') {
        return no('body-refused', { errors: [{ code: 'field-refused', path: '/text' }] })
      }
      const { verdict, statement } = read
      const now = clock()
      // Of what was changed nothing is taken over, and the customer hears of it all the same.
      const isTaken = verdict === 'intact' && statement !== null
      const taken = isTaken ? await takeOver(db, { found, statement, writer: body.writer, now }) : 0
      const told = {
        ...{ verdict, name: body.name, taken, signer: statement?.key ?? null },
        ...{ asked_by: statement?.asked_by ?? null, supplier: statement?.supplier ?? null },
        answered_at: statement?.answered_at ?? null,
      }
      const digest = createHash('sha256').update(body.text).digest('hex')
      await db
        .insertInto('questionnaire_reuses')
        .values({
          id: newId(now),
          review: found.review.id,
          digest,
          writer: body.writer,
          at: now,
          ...told,
        })
        .execute()
      return { status: 200, body: told, headers }
    }),
  )
}

interface Taking {
  readonly found: Behind
  readonly statement: Statement
  readonly writer: string
  readonly now: string
}

/** Only where nothing stands yet, and only what is asked here; files are named and do not come along. */
async function takeOver(
  db: Database,
  { found: { link, review }, statement, writer, now }: Taking,
): Promise<number> {
  const written = await writtenIn(db, review.id)
  const asked = new Set<string>(askedBy(link, review).map(({ id }) => id))
  let taken = 0
  for (const { question, answer, explanation } of statement.answers) {
    const there = written.get(question)
    const isEmpty = (there?.answer?.value ?? '') === '' && (there?.explanation?.value ?? '') === ''
    if (!asked.has(question) || !isEmpty || answer === null) continue
    const saving = { link, question, base: '', writer, now }
    await saveField(db, { ...saving, field: 'answer', value: answer })
    if (explanation !== null && explanation !== '') {
      await saveField(db, { ...saving, field: 'explanation', value: explanation.slice(0, 4000) })
    }
    taken += 1
  }
  return taken
}
