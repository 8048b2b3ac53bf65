// SPDX-License-Identifier: EUPL-1.2
import { questions } from '@schouw/core/chain'
import * as z from 'zod'

/** Answers of a supplier as a signed file that another organisation can take over. */
export const supplierAnswers = z.strictObject({
  schema: z.literal('schouw/supplier-answers/1'),
  supplier: z.string().max(200),
  /** The organisation that asked, and whose server signed. */
  asked_by: z.string().max(200),
  questionnaire: z.string().max(60),
  /** Null: not handed in yet when it was written. */
  answered_at: z.iso.datetime().nullable(),
  written_at: z.iso.datetime(),
  key: z.string().max(400),
  answers: z
    .array(
      z.strictObject({
        question: z.string().max(20),
        answer: z.enum(questions.answerOptions).nullable(),
        explanation: z.string().max(20_000).nullable(),
        files: z.array(z.strictObject({ name: z.string().max(200), sha256: z.string().max(64) })),
      }),
    )
    .max(500),
})

export type SupplierAnswers = z.infer<typeof supplierAnswers>
