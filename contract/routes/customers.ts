// SPDX-License-Identifier: EUPL-1.2
import type { customers } from '@schouw/core/chain'
import * as z from 'zod'
import type { Route, Routes } from '../route.ts'

const tag = 'customers'
const base = '/api/v1/chain/customers'
const inside = [
  'director',
  'supervisory_director',
  'ciso',
  'it_manager',
  'ot_engineer',
  'process_owner',
  'auditor',
  'consultant',
] as const satisfies Route['who']
const keepers = ['ciso', 'it_manager'] as const satisfies Route['who']

const as = <Of>() => z.looseObject({}) as unknown as z.ZodType<Of>
const language = z.enum(['nl', 'en'])
const instant = z.iso.datetime()
const option = z.enum(['yes', 'partly', 'no', 'not_applicable'])
/** Counted from one, as a spreadsheet shows them. */
const column = z.int().min(1).max(1000)
const layout = z.strictObject({
  sheet: z.string().min(1).max(200),
  question: column,
  answer: column,
  explanation: column.optional(),
})

/** What was said before to something like it. */
export interface EarlierAnswer {
  readonly id: string
  readonly question: string
  readonly answer: string | null
  readonly explanation: string | null
  /** To whom. */
  readonly party: string
  readonly fresh_until: string | null
  readonly likeness: number
}

export interface CustomerQuestion {
  readonly id: string
  readonly state: string
  readonly place: string
  readonly number: number
  readonly question: string
  readonly requirements: readonly string[]
  readonly answer: z.output<typeof option> | null
  readonly explanation: string | null
  readonly proof: readonly customers.Proof[]
  /** Pieces that are attached and that nobody has accepted. */
  readonly unread: number
  readonly drawn_from: string | null
  readonly fresh_until: string | null
  readonly is_stale: boolean
  readonly earlier: readonly EarlierAnswer[]
}

export interface QuestionnaireLine {
  readonly id: string
  readonly name: string
  readonly party_name: string
  readonly state: string
  readonly received_on: string | null
  readonly due_on: string | null
  readonly sent_on: string | null
  readonly asked: number
  readonly approved: number
  /** Drafts that hold an answer already. */
  readonly drafted: number
  readonly is_late: boolean
}

export interface ShareLine {
  readonly id: string
  readonly name: string
  readonly party_name: string
  readonly state: string
  readonly shared_until: string
  readonly is_over: boolean
  readonly has_link: boolean
  readonly views: number
  readonly last_view_at: string | null
}

const read = { as_of: z.int().min(0), today: z.iso.date(), hidden: z.array(z.string()) }

export const customerRoutes = {
  /** What customers asked, what they may see, what they were promised, and what can be shown. */
  customers: {
    method: 'GET',
    path: base,
    tag,
    who: inside,
    answer: z.object({
      ...read,
      questionnaires: z.array(as<QuestionnaireLine>()),
      shares: z.array(as<ShareLine>()),
      promises: z.array(as<customers.Promised>()),
      showing: z.array(as<customers.Showing>()),
    }),
    statuses: [200],
  },
  /** Finds the questions in a file that was uploaded before, and drafts an answer to each. */
  bringCustomerQuestionnaire: {
    method: 'POST',
    path: `${base}/questionnaires`,
    tag,
    who: keepers,
    body: z.strictObject({
      file: z.string().regex(/^[0-9a-f]{64}$/),
      file_name: z.string().trim().min(1).max(255),
      party_name: z.string().trim().min(1).max(200),
      due_on: z.iso.date().optional(),
      contract: z.uuid().optional(),
      /** Where questions stand, when that is not found. */
      layout: layout.optional(),
    }),
    answer: z.object({
      id: z.uuid().nullable(),
      questions: z.int(),
      drafted: z.int(),
      /** Of each sheet how it begins, to show where the questions are. */
      sheets: z.array(
        z.object({ name: z.string(), questions: z.int(), rows: z.array(z.array(z.string())) }),
      ),
    }),
    statuses: [200, 201],
  },
  customerQuestionnaire: {
    method: 'GET',
    path: `${base}/questionnaires/{id}`,
    tag,
    who: inside,
    answer: z.object({
      ...read,
      questionnaire: as<QuestionnaireLine & { file: string | null; filled_file: string | null }>(),
      language,
      questions: z.array(as<CustomerQuestion>()),
    }),
    statuses: [200],
  },
  /** A person's word for it: what they changed is changed, and then it is approved. */
  approveAnswerToCustomer: {
    method: 'POST',
    path: `${base}/answers/{id}/approval`,
    tag,
    who: keepers,
    body: z.strictObject({
      answer: option,
      explanation: z.string().trim().max(8000),
      /** Proof that goes with it; what is not named is taken off. */
      evidence: z.array(z.uuid()).max(50).optional(),
      drawn_from: z.uuid().nullable().optional(),
    }),
    statuses: [204],
  },
  /** The customer's own file with every approved answer in it. */
  fillCustomerQuestionnaire: {
    method: 'POST',
    path: `${base}/questionnaires/{id}/file`,
    tag,
    who: keepers,
    answer: z.object({
      digest: z.string(),
      name: z.string(),
      filled: z.int(),
      /** Approved, and not written: their cell computes, or no choice of theirs says the same. */
      left: z.array(
        z.object({
          place: z.string(),
          because: z.enum(['formula', 'taken', 'absent', 'no_choice', 'not_approved']),
        }),
      ),
    }),
    statuses: [201],
  },
  /** It went out: from then on it is what was said. */
  sendCustomerQuestionnaire: {
    method: 'POST',
    path: `${base}/questionnaires/{id}/sent`,
    tag,
    who: keepers,
    statuses: [204],
  },
  /** Own earlier answers that are about the same. */
  searchCustomerAnswers: {
    method: 'GET',
    path: `${base}/answers`,
    tag,
    who: inside,
    query: z.strictObject({ q: z.string().trim().min(2).max(400) }),
    answer: z.object({ found: z.array(as<EarlierAnswer>()) }),
    statuses: [200],
  },
  /** What a customer sees, as they see it, and who looked. */
  trustShare: {
    method: 'GET',
    path: `${base}/shares/{id}`,
    tag,
    who: inside,
    answer: z.object({
      share: as<ShareLine>(),
      shown: as<customers.TrustShown>(),
      links: z.array(
        z.object({
          id: z.uuid(),
          state: z.enum(['open', 'expired', 'revoked']),
          made_at: instant,
          expires_at: instant,
        }),
      ),
      views: z.array(
        z.object({ at: instant, what: z.enum(['shown', 'code_refused', 'downloaded']) }),
      ),
    }),
    statuses: [200],
  },
  /** Told once; the one before works no more. */
  makeTrustLink: {
    method: 'POST',
    path: `${base}/shares/{id}/link`,
    tag,
    who: keepers,
    answer: z.object({ link: z.string(), code: z.string(), expires_at: instant }),
    statuses: [201],
  },
  revokeTrustLinks: {
    method: 'DELETE',
    path: `${base}/shares/{id}/link`,
    tag,
    who: keepers,
    statuses: [204],
  },
  /** What the customer gets: a summary, the proof that is shared, and the page that checks it. */
  trustPack: {
    method: 'GET',
    path: `${base}/shares/{id}/pack`,
    tag,
    who: keepers,
    query: z.strictObject({ language }),
    answer: { media: ['application/vnd.etsi.asic-e+zip'] },
    statuses: [200],
  },
  trustSummary: {
    method: 'GET',
    path: `${base}/shares/{id}/summary`,
    tag,
    who: keepers,
    query: z.strictObject({ language }),
    answer: { media: ['application/pdf'] },
    statuses: [200],
  },
} as const satisfies Routes

const open = { tag: 'trust', who: 'public', method: 'POST' } as const
const behind = {
  token: z.string().min(1).max(200),
  code: z.string().trim().min(1).max(40),
}

/** What a customer sees behind its link with its code, and nothing else of the organisation. */
export const trustRoutes = {
  openTrust: {
    ...open,
    path: '/api/v1/trust',
    body: z.strictObject(behind),
    answer: as<customers.TrustShown>(),
    statuses: [200],
  },
  downloadTrust: {
    ...open,
    path: '/api/v1/trust/pack',
    body: z.strictObject({ ...behind, language }),
    answer: { media: ['application/vnd.etsi.asic-e+zip'] },
    statuses: [200],
  },
} as const satisfies Routes
