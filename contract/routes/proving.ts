// SPDX-License-Identifier: EUPL-1.2
import * as z from 'zod'
import type { Routes } from '../route.ts'

const at = z.iso.datetime()
const count = z.number().int().nonnegative()

/** What this installation can show of its log to somebody who does not believe it. */
export const layersAnswer = z.object({
  log: z.object({
    origin: z.string(),
    size: count,
    /** Base64. */
    root: z.string(),
    /** Claimed time of the last entry. */
    at: at.nullable(),
    /** The signed note. */
    checkpoint: z.string(),
    /** Verifier keys, as C2SP writes them. */
    keys: z.array(z.string()),
  }),
  timestamps: z.object({
    /** Host of the authority; null where none is set. */
    authority: z.string().nullable(),
    newest: z
      .object({
        size: count,
        at,
        /** SHA-256 of the stamped checkpoint, hex. */
        sha256: z.string(),
        chain_ends_at: at.nullable(),
        clock_behind_ms: z.number().int().nullable(),
      })
      .nullable(),
    /** Asked for, and not there yet. */
    waiting: z.object({ since: at, error: z.string().nullable() }).nullable(),
    renewed_at: at.nullable(),
    renewal_error: z.string().nullable(),
  }),
  witness: z.object({
    name: z.string().nullable(),
    newest: z.object({ size: count, at }).nullable(),
    error: z.string().nullable(),
  }),
  mailed: z.object({
    is_set: z.boolean(),
    newest: z.object({ size: count, at, people: count }).nullable(),
  }),
  /** Directors whose passkeys vouch for a head. */
  signed: z.object({ people: count, newest_size: count.nullable() }),
  alarms: z.array(
    z.enum([
      'clock-differs',
      'stamp-late',
      'chain-ends',
      'witness-ahead',
      'witness-silent',
      'nothing-outside',
    ]),
  ),
})

export type Layers = z.infer<typeof layersAnswer>

const stamped = z.object({
  /** Entries below it. */
  size: count,
  /** What the token says. */
  at,
  /** Host of the authority. */
  authority: z.string(),
  /** The signed note, and base64 of the token over it. */
  checkpoint: z.string(),
  token: z.string(),
})

/** What a screen, register or pack of another day rests on. */
export const momentAnswer = z.object({
  as_of: count,
  /** Claimed time of the last entry below it. */
  at: at.nullable(),
  /** Base64: of the tree of exactly that size. */
  root: z.string(),
  /** The newest head that was stamped by then: not before. */
  before: stamped.nullable(),
  /** The first stamped head that covers all of it: not after. Null: no time but our own. */
  after: stamped.nullable(),
})

export type Moment = z.infer<typeof momentAnswer>

export const provingRoutes = {
  moment: {
    method: 'GET',
    path: '/api/v1/proof/moment',
    tag: 'proof',
    who: 'signed-in',
    /** A size of the log, a date or an instant. */
    query: z.object({ as_of: z.string().max(40) }),
    answer: momentAnswer,
    statuses: [200],
  },
  layers: {
    method: 'GET',
    path: '/api/v1/proof/layers',
    tag: 'proof',
    who: ['director', 'supervisory_director', 'ciso', 'auditor'],
    answer: layersAnswer,
    statuses: [200],
  },
} as const satisfies Routes
