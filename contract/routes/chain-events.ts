// SPDX-License-Identifier: EUPL-1.2
import type { JointExercises } from '@schouw/core/board/exercises'
import * as z from 'zod'
import type { Routes } from '../route.ts'
import { readers } from './readers.ts'

const tag = 'chain'
const instant = z.iso.datetime()
const as = <Of>() => z.looseObject({}) as unknown as z.ZodType<Of>

const digest = z.string().regex(/^[0-9a-f]{64}$/)
const billVerdict = z.enum([
  'unreadable',
  'affected',
  'no_advisories',
  'blind',
  'partly',
  'nothing_found',
])

/** What a bill of materials came to; the lists are the beginning of what the counts are of. */
export interface Bill {
  readonly format: 'CycloneDX' | 'SPDX' | null
  readonly specVersion: string | null
  readonly components: number
  readonly recognised: number
  readonly affected: number
  readonly undecided: number
  readonly entries: number
  readonly findings: readonly {
    readonly name: string
    readonly version: string | null
    readonly weaknesses: readonly string[]
    readonly verdict: 'affected' | 'cannot_decide'
  }[]
  readonly blind: readonly string[]
  readonly problems: readonly { readonly code: string; readonly found: string }[]
}

/** What happens with a supplier: what went wrong at theirs, and what was tried together. */
export const chainEventRoutes = {
  supplierEvents: {
    method: 'GET',
    path: '/api/v1/chain/suppliers/{id}/events',
    tag,
    who: readers,
    answer: z.object({
      as_of: z.int().min(0),
      today: z.iso.date(),
      /** Registers that the reader may not see: what rests on them is unknown. */
      hidden: z.array(z.string()),
      incidents: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          type: z.string().nullable(),
          state: z.string(),
          noticed_at: instant.nullable(),
          /** The moment from which clocks run; null while nobody has decided on one. */
          aware_at: instant.nullable(),
          /** The supplier told it behind its own link. */
          is_from_supplier: z.boolean(),
        }),
      ),
      joint: as<JointExercises>(),
    }),
    statuses: [200],
  },
  /** What a supplier told us, by mail or telephone: an incident, with our clock from the moment a person says. */
  recordSupplierNotice: {
    method: 'POST',
    path: '/api/v1/chain/suppliers/{id}/notices',
    tag,
    who: ['ciso', 'it_manager', 'ot_engineer'],
    body: z.strictObject({
      is: z.enum(['incident', 'near_miss']),
      told: z.string().trim().min(1).max(8000),
      received_at: instant,
      /** Absent: no clock runs until somebody says when we became aware. */
      aware_at: instant.optional(),
    }),
    answer: z.object({ incident: z.uuid(), is_clock_running: z.boolean() }),
    statuses: [201],
  },
  /** Bills of materials that the supplier sent along with its answers. */
  supplierBills: {
    method: 'GET',
    path: '/api/v1/chain/suppliers/{id}/bills',
    tag,
    who: readers,
    answer: z.object({
      items: z.array(
        z.object({
          digest,
          name: z.string(),
          bytes: z.int(),
          writer: z.string(),
          at: instant,
          review: z.uuid(),
          /** The file itself is in quarantine: nothing reads it before somebody has looked. */
          is_apart: z.boolean(),
          verdict: billVerdict.nullable(),
          outcome: as<Bill>().nullable(),
          matched_at: instant.nullable(),
        }),
      ),
    }),
    statuses: [200],
  },
  /** Reads one, and holds what is in it against the advisories that there are. */
  matchSupplierBill: {
    method: 'POST',
    path: '/api/v1/chain/suppliers/{id}/bills',
    tag,
    who: ['ciso', 'it_manager'],
    body: z.strictObject({ digest }),
    answer: z.object({ verdict: billVerdict, outcome: as<Bill>() }),
    statuses: [200],
  },
} as const satisfies Routes
