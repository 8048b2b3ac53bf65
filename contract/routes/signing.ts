// SPDX-License-Identifier: EUPL-1.2
import type { approvals } from '@schouw/core/ledger'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { webauthn } from './identity-shapes.ts'

const members = ['director', 'supervisory_director'] as const
const readers = [...members, 'ciso', 'auditor', 'consultant'] as const
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const options = z.object({ challenge: z.uuid(), options: z.looseObject({}) })

const said = z.object({
  vote: z.uuid(),
  person: z.uuid(),
  on_behalf_of: z.uuid().nullable(),
  /** `unsigned`: no passkey. `refused`: there is a signature, and it does not hold. */
  signature: z.enum(['unsigned', 'signed', 'refused']),
  /** Why it does not hold. */
  why: z.string().nullable(),
  /** Fields and records that differ from what was signed; empty: it stands. */
  changed: z.array(z.string()),
  document: digest,
  log_size: z.int().nullable(),
  is_stamped: z.boolean(),
  is_synced: z.boolean().nullable(),
})

/** Decisions signed with a passkey that does nothing else, over exactly what is on the table. */
export const signingRoutes = {
  beginApprovalKey: {
    method: 'POST',
    path: '/api/v1/signing/keys/options',
    tag: 'signing',
    who: members,
    isSensitive: true,
    answer: options,
    statuses: [200],
  },
  enrolApprovalKey: {
    method: 'POST',
    path: '/api/v1/signing/keys',
    tag: 'signing',
    who: members,
    isSensitive: true,
    body: z.strictObject({
      challenge: z.uuid(),
      response: webauthn,
      name: z.string().trim().min(1).max(100),
      /** How it is known that the holder is the holder. */
      identified_how: z.string().trim().max(1000).optional(),
    }),
    answer: z.object({ id: z.uuid() }),
    statuses: [201],
  },
  /** What is on the table now, byte for byte, and what each vote stands on. */
  tableOfDecision: {
    method: 'GET',
    path: '/api/v1/signing/decisions/{id}',
    tag: 'signing',
    who: readers,
    answer: z.object({
      document: z.object({ name: z.string(), text: z.string(), bytes: z.int(), sha256: digest }),
      head: z.object({ size: z.int(), root: z.string() }),
      /** Newest time-stamped checkpoint. */
      stamped: z.object({ size: z.int(), at: z.iso.datetime(), sha256: digest }).nullable(),
      /** Own keys that sign here. */
      keys: z.array(z.object({ id: z.uuid(), name: z.string() })),
      said: z.array(said),
    }),
    statuses: [200],
  },
  /** Makes the statement that the passkey is to sign: the decision, the document, the head. */
  beginApproval: {
    method: 'POST',
    path: '/api/v1/signing/decisions/{id}/statement',
    tag: 'signing',
    who: members,
    body: z.strictObject({
      choice: z.enum(['approve', 'reject', 'abstain', 'took_note']),
      /** What the member looks at; refused when the table has changed since. */
      document: digest,
      reason: z.string().trim().max(4000).optional(),
      has_conflict: z.boolean(),
      on_behalf_of: z.uuid().optional(),
    }),
    answer: z.object({
      ...options.shape,
      statement: z.looseObject({}) as unknown as z.ZodType<approvals.ApprovalStatement>,
    }),
    statuses: [200],
  },
  giveApproval: {
    method: 'POST',
    path: '/api/v1/signing/decisions/{id}/approval',
    tag: 'signing',
    who: members,
    body: z.strictObject({ challenge: z.uuid(), response: webauthn }),
    answer: z.object({ vote: z.uuid() }),
    statuses: [201],
  },
  /** One approval as a file that `schouw verify` reads. */
  approvalFile: {
    method: 'GET',
    path: '/api/v1/signing/approvals/{vote}',
    tag: 'signing',
    who: readers,
    answer: z.looseObject({}),
    statuses: [200],
  },
} as const satisfies Routes
