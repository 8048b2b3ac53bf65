// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import * as z from 'zod'
import { stamp } from './kind.ts'

const text = z.string().min(1).max(20_000)

export const moveBody = z.strictObject({ to: z.string().min(1).max(64), reason: text.optional() })
export const reasonBody = z.strictObject({ reason: text })
/** Of the act that waits. */
export const answerBody = z.strictObject({ pending: z.uuid() })
export const declineBody = z.strictObject({ pending: z.uuid(), reason: text })

/** What came of a change. */
export interface DoneBody {
  /** Null for a new record that waits for a second person, or that the person may not read. */
  readonly record: RecordVersion | null
  readonly id: string
  readonly version: number
  readonly others: readonly {
    readonly kind: string
    readonly id: string
    readonly version: number
  }[]
  /** Indexes in the log; empty when nothing changed. */
  readonly entries: readonly number[]
  /** Of the act that now waits for a second person, or has just been answered. */
  readonly pending: string | null
}

/** Around the record of one kind. */
export function doneBody(record: z.ZodType): z.ZodType {
  return z.object({
    record: record.nullable(),
    id: z.uuid(),
    version: z.int().min(0),
    others: z.array(z.object({ kind: z.string(), id: z.uuid(), version: z.int() })),
    entries: z.array(z.int()),
    pending: z.uuid().nullable(),
  })
}

const entry = z.object({
  index: z.int(),
  version: z.int(),
  action: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  state: z.string().optional(),
  set: z.record(z.string(), z.unknown()).optional(),
  cleared: z.array(z.string()).optional(),
  erased: z.array(z.string()).optional(),
  approval: stamp.nullable().optional(),
  second: stamp.optional(),
  reason: z.string().optional(),
  cause: z.object({ kind: z.string(), id: z.string(), version: z.int() }).optional(),
})

/** Newest first. */
export const historyBody = z.object({ items: z.array(entry), next: z.string().nullable() })

export const pendingBody = z.object({
  items: z.array(
    z.object({
      pending: z.uuid(),
      version: z.int(),
      act: z.record(z.string(), z.unknown()),
      asked: stamp,
      approvers: z.array(z.string()),
      fields: z.array(z.string()),
    }),
  ),
})

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/)

export const proofBody = z.object({
  schema: z.literal('schouw/proof/1'),
  index: z.int(),
  size: z.int(),
  /** All of these are base64. */
  root: base64,
  leaf: base64,
  header: base64,
  proof: z.array(base64),
  /** What the header commits to, as far as it may be seen and was not erased. */
  slots: z.array(z.object({ slot: z.string(), salt: base64, bytes: base64 })),
  /** The signed note as it stands. */
  checkpoint: z.string(),
  /** The first checkpoint above the entry that an authority stamped, and the way to it. */
  stamped: z.object({ checkpoint: z.string(), proof: z.array(base64), token: base64 }).optional(),
})
