// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const open = { tag: 'questionnaire', who: 'public', method: 'POST' } as const

const token = z.string().min(1).max(200)
const writer = z.string().trim().min(1).max(120)
const question = z.string().min(1).max(20)
const instant = z.iso.datetime()

const field = z.object({
  value: z.string(),
  writer: z.string(),
  at: instant,
})

const answer = z.object({
  question,
  answer: field.nullable(),
  explanation: field.nullable(),
  files: z.array(z.object({ digest: z.string(), name: z.string(), writer: z.string() })),
  before: z
    .object({ answer: z.string().nullable(), explanation: z.string().nullable() })
    .nullable(),
})

/** A file with answers that were given to another, and what its signature said. */
export const reused = z.object({
  verdict: z.enum(['intact', 'changed']),
  /** Of the file. */
  name: z.string(),
  /** The key that it names, as it is written for those who verify. */
  signer: z.string().nullable(),
  asked_by: z.string().nullable(),
  supplier: z.string().nullable(),
  answered_at: instant.nullable(),
  /** Questions that were taken over. */
  taken: z.int(),
})

/** What a supplier sees behind its link, and nothing else of the organisation. */
export const questionnaireRoutes = {
  openQuestionnaire: {
    ...open,
    path: '/api/v1/questionnaire',
    body: z.strictObject({ token }),
    answer: z.object({
      organisation: z.string(),
      supplier: z.string(),
      /** For whom the link was made. */
      name: z.string(),
      language: z.enum(['nl', 'en']).nullable(),
      tier: z.enum(['machine_builder', 'maintenance', 'software', 'msp', 'parts']),
      state: z.enum(['sent', 'answered', 'assessed', 'closed']),
      answer_until: instant.nullable(),
      expires_at: instant,
      /** A link that was passed on is for these sections, and hands nothing in. */
      sections: z.array(z.string()).nullable(),
      is_delegate: z.boolean(),
      answers: z.array(answer),
      delegates: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          sections: z.array(z.string()),
          opened_at: instant.nullable(),
          is_open: z.boolean(),
        }),
      ),
    }),
    statuses: [200],
  },
  /** One field. What another added meanwhile stays; the answer says what stands there now. */
  saveAnswer: {
    ...open,
    path: '/api/v1/questionnaire/answers',
    body: z.strictObject({
      token,
      writer,
      question,
      field: z.enum(['answer', 'explanation']),
      value: z.string().max(4000),
      /** What the writer began from. */
      base: z.string().max(20_000),
    }),
    answer: z.object({ ...field.shape, is_merged: z.boolean() }),
    statuses: [200],
  },
  attachToAnswer: {
    ...open,
    path: '/api/v1/questionnaire/files',
    query: z.strictObject({
      question,
      name: z.string().min(1).max(200),
      writer,
    }),
    /** The link itself goes in the header `x-schouw-link`, where no log keeps it. */
    body: { media: ['application/octet-stream', '*/*'] },
    answer: z.object({ digest: z.string(), name: z.string(), is_apart: z.boolean() }),
    statuses: [201],
  },
  detachFromAnswer: {
    ...open,
    path: '/api/v1/questionnaire/files/removal',
    body: z.strictObject({ token, question, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    statuses: [204],
  },
  delegateQuestionnaire: {
    ...open,
    path: '/api/v1/questionnaire/delegates',
    body: z.strictObject({
      token,
      name: writer,
      sections: z.array(z.string().max(40)).min(1).max(10),
    }),
    answer: z.object({ id: z.uuid(), link: z.string() }),
    statuses: [201],
  },
  revokeDelegate: {
    ...open,
    path: '/api/v1/questionnaire/delegates/removal',
    body: z.strictObject({ token, id: z.uuid() }),
    statuses: [204],
  },
  submitQuestionnaire: {
    ...open,
    path: '/api/v1/questionnaire/submission',
    body: z.strictObject({ token, writer, remarks: z.string().trim().max(4000).default('') }),
    answer: z.object({ answered_at: instant }),
    statuses: [200],
  },
  /** Their own answers as a signed file, to take to another who asks the same. */
  exportAnswers: {
    ...open,
    path: '/api/v1/questionnaire/export',
    body: z.strictObject({ token }),
    answer: { media: ['text/plain'] },
    statuses: [200],
  },
  /** Answers that were given elsewhere: taken over where nothing stands yet, if the signature holds. */
  importAnswers: {
    ...open,
    path: '/api/v1/questionnaire/import',
    body: z.strictObject({
      token,
      writer,
      name: z.string().min(1).max(200),
      text: z.string().min(1).max(500_000),
    }),
    answer: reused,
    statuses: [200],
  },
  /** Something went wrong at the supplier's: it lies with the organisation as told, and a person decides what it is. */
  noticeFromSupplier: {
    ...open,
    path: '/api/v1/questionnaire/notices',
    body: z.strictObject({
      token,
      writer,
      what: z.string().trim().min(1).max(8000),
      noticed_at: instant.optional(),
      contact: z.string().trim().max(254).default(''),
    }),
    answer: z.object({ received_at: instant }),
    statuses: [201],
  },
  /** Their own answers, to keep. */
  copyOfQuestionnaire: {
    ...open,
    path: '/api/v1/questionnaire/copy',
    body: z.strictObject({ token, language: z.enum(['nl', 'en']) }),
    answer: { media: ['text/html'] },
    statuses: [200],
  },
} as const satisfies Routes
