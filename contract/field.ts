// SPDX-License-Identifier: EUPL-1.2
import type { Field, RecordKind } from '@schouw/core/registers'
import * as z from 'zod'

type Scalar = Exclude<Field, { type: 'rows' }>

/** Bounds of `core/registers/limits.ts`, which a test holds these to. */
const longText = 20_000
const items = 500
const rows = 200

const id = z.string().regex(/^[0-9a-z][0-9a-z-]{0,63}$/)

/** A value as the core writes it. What comes in may be spelled wider: the core makes it canonical. */
export function fieldSchema(field: Field): z.ZodType {
  if (field.type === 'rows') {
    const row = z.strictObject(optionally(field.fields))
    return z
      .array(row)
      .min(field.required === true ? 1 : 0)
      .max(field.maxRows ?? rows)
  }
  const one = scalarSchema(field)
  if (!('many' in field) || field.many !== true) return one
  return z
    .array(one)
    .min(field.required === true ? 1 : 0)
    .max(field.maxItems ?? items)
}

/** Members of a table of fields; those that need not be known may be absent. */
export function optionally(fields: RecordKind['fields']): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const schema = fieldSchema(field)
      return [name, field.required === true ? schema : schema.optional()]
    }),
  )
}

function scalarSchema(field: Scalar): z.ZodType {
  switch (field.type) {
    case 'text': {
      const text = z.string().min(1).max(field.max)
      return field.format === undefined ? text : text.meta({ 'x-format': field.format })
    }
    case 'long_text':
      return z.string().min(1).max(longText)
    case 'whole':
      return z.int().min(field.min).max(field.max).meta(unit(field.unit))
    case 'euro':
      return z
        .int()
        .min(field.min ?? 0)
        .meta(unit('eur'))
    case 'decimal':
      return decimal(field.decimals).meta(unit(field.unit))
    case 'percent':
      return decimal(2).meta(unit('percent'))
    case 'hours':
      return decimal(2).meta(unit('hours'))
    case 'date':
      return z.iso.date()
    case 'instant':
      return z.iso.datetime({ offset: true })
    case 'yes_no':
      return z.boolean()
    case 'choice':
      return z.enum(field.options)
    case 'reference':
      return id.meta({ 'x-refers-to': field.to })
    case 'digest':
      return z.string().regex(/^[0-9a-f]{64}$/)
    case 'ip':
    case 'mac':
    case 'cidr':
      return z.string().min(1).max(64).meta({ 'x-format': field.type })
  }
}

/** Text, so that its bytes are the same everywhere. */
function decimal(decimals: number): z.ZodString {
  return z.string().regex(new RegExp(`^-?\\d{1,15}(\\.\\d{1,${decimals}})?$`))
}

function unit(name: string | undefined): { 'x-unit'?: string } {
  return name === undefined ? {} : { 'x-unit': name }
}
