// SPDX-License-Identifier: EUPL-1.2
import type { Chain, OneSupplier, questions, remote } from '@schouw/core/chain'
import type { response } from '@schouw/core/vulns'
import * as z from 'zod'
import type { Route, Routes } from '../route.ts'
import { reused } from './questionnaire.ts'
import { readers } from './readers.ts'

const tag = 'chain'
const keepers = ['ciso', 'it_manager'] as const satisfies Route['who']

const language = z.enum(['nl', 'en'])
const tier = z.enum(['machine_builder', 'maintenance', 'software', 'msp', 'parts'])
const instant = z.iso.datetime()
const read = {
  as_of: z.int().min(0),
  today: z.iso.date(),
  /** Registers that the reader may not see: what rests on them is unknown. */
  hidden: z.array(z.string()),
}
const as = <Of>() => z.looseObject({}) as unknown as z.ZodType<Of>
const names = z.record(z.string(), z.string())

export interface ReviewAnswer {
  readonly question: string
  readonly answer: questions.AnswerOption | null
  readonly explanation: string | null
  readonly files: readonly { readonly digest: string; readonly name: string | null }[]
  /** What the same supplier said the time before; null when it was not asked. */
  readonly before: { readonly answer: string | null; readonly explanation: string | null } | null
  readonly has_changed: boolean
  readonly writer: string | null
  readonly at: string | null
  /** Texts that another wrote over. */
  readonly overwritten: readonly { readonly value: string; readonly writer: string }[]
}

export interface ReviewLink {
  readonly id: string
  readonly name: string
  readonly is_delegate: boolean
  readonly sections: readonly string[] | null
  readonly state: 'open' | 'expired' | 'revoked'
  readonly made_at: string
  readonly expires_at: string
  readonly opened_at: string | null
}

const open = z.object({
  review: z.uuid(),
  version: z.int(),
  supplier: z.uuid(),
  supplier_name: z.string(),
  state: z.string(),
  tier: tier.nullable(),
  answer_until: instant.nullable(),
  answered: z.int(),
  asked: z.int(),
  opened_at: instant.nullable(),
  last_written_at: instant.nullable(),
  score_percent: z.number().nullable(),
  is_late: z.boolean(),
})

/** A link that is told once: nobody keeps it but whoever gets it. */
const told = z.object({ review: z.uuid(), link: z.string(), is_mailed: z.boolean() })

export const chainRoutes = {
  /** Suppliers by how critical they are, with what comes up and who leans on whom. */
  chain: {
    method: 'GET',
    path: '/api/v1/chain',
    tag,
    who: readers,
    query: z.strictObject({
      q: z.string().max(200).optional(),
      band: z.enum(['critical', 'high', 'medium', 'low']).optional(),
      sort: z.enum(['criticality', 'name', 'clauses', 'review']).default('criticality'),
      offset: z.coerce.number().int().min(0).max(100_000).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      ...read,
      total: z.int(),
      bands: z.record(z.string(), z.int()),
      suppliers: z.array(as<Chain['suppliers'][number]>()),
      weights: as<Chain['weights']>(),
      agenda: z.array(as<Chain['agenda'][number]>()),
      agenda_total: z.int(),
      leaned_on: z.array(as<Chain['leaned_on'][number]>()),
      countries: z.array(as<Chain['countries'][number]>()),
      names,
    }),
    statuses: [200],
  },
  chainSupplier: {
    method: 'GET',
    path: '/api/v1/chain/suppliers/{id}',
    tag,
    who: readers,
    answer: z.object({ ...read, supplier: as<OneSupplier>(), names }),
    statuses: [200],
  },
  /** The written weighing that the law asks of each direct supplier, to print and sign. */
  supplierWeighing: {
    method: 'GET',
    path: '/api/v1/chain/suppliers/{id}/weighing',
    tag,
    who: readers,
    query: z.strictObject({ language, format: z.enum(['html', 'pdf']).default('html') }),
    answer: { media: ['text/html', 'application/pdf'] },
    statuses: [200],
  },
  /** What the contract lacks, with a text to begin from, for a lawyer. */
  supplierClauses: {
    method: 'GET',
    path: '/api/v1/chain/suppliers/{id}/clauses',
    tag,
    who: readers,
    query: z.strictObject({ language, contract: z.uuid().optional() }),
    answer: { media: ['text/markdown'] },
    statuses: [200],
  },
  /** What a supplier would be told of vulnerabilities in what it delivered: products and numbers alone. */
  supplierConcerns: {
    method: 'GET',
    path: '/api/v1/chain/suppliers/{id}/vulnerabilities',
    tag,
    who: keepers,
    answer: z.object({
      supplier: z.uuid(),
      concerns: z.array(as<response.Concern>()),
      /** Of exactly this; whoever approves it names it. */
      digest: z.string(),
      can_mail: z.boolean(),
    }),
    statuses: [200],
  },
  /** Approves what was looked at, and sends it. */
  sendSupplierConcerns: {
    method: 'POST',
    path: '/api/v1/chain/suppliers/{id}/vulnerabilities',
    tag,
    who: keepers,
    body: z.strictObject({
      name: z.string().trim().min(1).max(200),
      email: z.email().max(254),
      language,
      digest: z.string().length(64),
    }),
    answer: z.object({ is_mailed: z.boolean(), entry: z.int().nullable() }),
    statuses: [200],
  },
  sendQuestionnaire: {
    method: 'POST',
    path: '/api/v1/chain/suppliers/{id}/questionnaires',
    tag,
    who: keepers,
    body: z.strictObject({
      tier,
      /** Whom it is for, as the supplier will read it. */
      name: z.string().trim().min(1).max(200),
      email: z.email().max(254).optional(),
      language,
      answer_until: z.iso.date(),
    }),
    answer: told,
    statuses: [201],
  },
  renewQuestionnaireLink: {
    method: 'POST',
    path: '/api/v1/chain/reviews/{id}/link',
    tag,
    who: keepers,
    body: z.strictObject({
      name: z.string().trim().min(1).max(200),
      email: z.email().max(254).optional(),
      language,
      valid_days: z.int().min(1).max(180).default(30),
    }),
    answer: told,
    statuses: [201],
  },
  revokeQuestionnaireLinks: {
    method: 'DELETE',
    path: '/api/v1/chain/reviews/{id}/link',
    tag,
    who: keepers,
    statuses: [204],
  },
  questionnaires: {
    method: 'GET',
    path: '/api/v1/chain/questionnaires',
    tag,
    who: readers,
    query: z.strictObject({
      offset: z.coerce.number().int().min(0).max(100_000).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answer: z.object({
      today: z.iso.date(),
      total: z.int(),
      counts: z.record(z.string(), z.int()),
      items: z.array(open),
      has_mail: z.boolean(),
    }),
    statuses: [200],
  },
  /** Who would be asked of one kind of supplier, and who cannot. */
  previewRound: {
    method: 'GET',
    path: '/api/v1/chain/rounds',
    tag,
    who: keepers,
    query: z.strictObject({ tier }),
    answer: z.object({
      can_mail: z.boolean(),
      items: z.array(
        z.object({
          supplier: z.uuid(),
          supplier_name: z.string(),
          /** Of the contact; null where the register names nobody. */
          name: z.string().nullable(),
          email: z.string().nullable(),
          standing: z.enum(['ready', 'no_address', 'asked_already']),
        }),
      ),
    }),
    statuses: [200],
  },
  /** Asks those that were picked from the preview. */
  sendRound: {
    method: 'POST',
    path: '/api/v1/chain/rounds',
    tag,
    who: keepers,
    body: z.strictObject({
      tier,
      language,
      answer_until: z.iso.date(),
      suppliers: z.array(z.uuid()).min(1).max(200),
    }),
    answer: z.object({
      items: z.array(
        z.object({
          supplier: z.uuid(),
          supplier_name: z.string(),
          is_mailed: z.boolean(),
          /** Told once, where no mail went out. */
          link: z.string().nullable(),
          /** Why nothing was sent; null when it was. */
          code: z.string().nullable(),
        }),
      ),
      /** Picked, and not of this kind. */
      left_out: z.int(),
    }),
    statuses: [200],
  },
  questionnaireReview: {
    method: 'GET',
    path: '/api/v1/chain/reviews/{id}',
    tag,
    who: readers,
    answer: z.object({
      ...open.shape,
      today: z.iso.date(),
      answered_by_name: z.string().nullable(),
      answered_at: instant.nullable(),
      remarks: z.string().nullable(),
      verdict: z.string().nullable(),
      conclusion: z.string().nullable(),
      actions: z.array(z.string()),
      answers: z.array(as<ReviewAnswer>()),
      score: as<questions.Score>().nullable(),
      links: z.array(as<ReviewLink>()),
      reuses: z.array(z.object({ ...reused.shape, writer: z.string(), at: instant })),
    }),
    statuses: [200],
  },
  /** Back to the supplier: what is handed in is opened again, with a reason. */
  assessQuestionnaire: {
    method: 'POST',
    path: '/api/v1/chain/reviews/{id}/assessment',
    tag,
    who: keepers,
    body: z.strictObject({
      verdict: z.enum(['acceptable', 'acceptable_with_actions', 'unacceptable']),
      conclusion: z.string().trim().max(8000),
      next_review_on: z.iso.date(),
      /** Questions of which the gap becomes an action, due on a day. */
      follow_up: z.array(z.string().max(20)).max(60).default([]),
      due_on: z.iso.date().optional(),
    }),
    answer: z.object({ actions: z.array(z.uuid()) }),
    statuses: [200],
  },
  remoteAccess: {
    method: 'GET',
    path: '/api/v1/chain/remote-access',
    tag,
    who: readers,
    answer: z.object({ ...read, check: as<remote.RemoteCheck>(), names }),
    statuses: [200],
  },
  /** What `schouw inspect --json` wrote: sessions from outside are taken from it; at most 32 MiB. */
  bringSessions: {
    method: 'POST',
    path: '/api/v1/chain/remote-access/sessions',
    tag,
    who: ['ciso', 'it_manager', 'ot_engineer'],
    body: { media: ['application/octet-stream', '*/*'] },
    answer: z.object({ made: z.int(), again: z.int(), looked: z.int() }),
    statuses: [200],
  },
  /** One person looks at each grant and signs: keep, suspend or end. */
  reviewRemoteAccess: {
    method: 'POST',
    path: '/api/v1/chain/remote-access/review',
    tag,
    who: ['ciso', 'it_manager', 'ot_engineer'],
    body: z.strictObject({
      verdicts: z
        .array(
          z.strictObject({
            grant: z.uuid(),
            verdict: z.enum(['keep', 'suspend', 'end']),
            reason: z.string().trim().max(500).default(''),
          }),
        )
        .min(1)
        .max(500),
    }),
    answer: z.object({
      done: z.int(),
      refused: z.array(z.object({ grant: z.uuid(), code: z.string() })),
    }),
    statuses: [200],
  },
} as const satisfies Routes
