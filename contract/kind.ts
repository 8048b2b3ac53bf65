// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordKind, RecordVersion, ValuesOf } from '@schouw/core/registers'
import * as z from 'zod'
import { fieldSchema, optionally } from './field.ts'

const instant = z.iso.datetime()

/** Who, and when. */
export const stamp = z.object({ at: instant, by: z.string() })

/** A record as it goes over the line: all or some of its values, by what the reader may see. */
export type RecordBody = RecordVersion

/** The same with the values of one kind. A reader may not see all of them. */
export type RecordOf<Name extends KindName> = Omit<RecordVersion, 'kind' | 'values'> & {
  readonly kind: Name
  readonly values: Partial<ValuesOf<Name>>
}

export interface KindSchemas {
  /** All values of a new record. */
  readonly values: z.ZodType
  /** Null clears, what is absent stays. */
  readonly patch: z.ZodType
  readonly create: z.ZodType
  readonly change: z.ZodType
  readonly record: z.ZodType
  readonly list: z.ZodType
}

/** Everything that is said about records of a kind. */
export function kindSchemas(kind: RecordKind): KindSchemas {
  const fields = Object.entries(kind.fields)
  const values = z.strictObject(optionally(kind.fields))
  const patch = z.strictObject(
    Object.fromEntries(
      fields.map(([name, field]) => [name, fieldSchema(field).nullable().optional()]),
    ),
  )
  const seen = z.object(
    Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field).optional()])),
  )
  const record = z.object({
    kind: z.literal(kind.name),
    id: z.uuid(),
    version: z.int().min(1),
    state: z.enum(kind.lifecycle.states),
    values: seen,
    created: stamp,
    changed: stamp,
    approval: stamp.nullable(),
    retired: stamp.extend({ reason: z.string() }).nullable(),
    erased: z.array(z.string()),
  })
  return {
    values,
    patch,
    create: z.strictObject({ values, state: z.enum(kind.lifecycle.initial).optional() }),
    change: z.strictObject({ values: patch }),
    record,
    list: z.object({
      items: z.array(record),
      next: z.string().nullable(),
      as_of: z.int().min(0),
    }),
  }
}
