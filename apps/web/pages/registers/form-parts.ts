// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind } from '@schouw/core/registers'

type Field = RecordKind['fields'][string]

export const formParts = ['first', 'told', 'days', 'amounts', 'linked', 'lists'] as const
export type FormPart = (typeof formParts)[number]

const partOfType: Readonly<Record<string, FormPart>> = {
  date: 'days',
  instant: 'days',
  whole: 'amounts',
  euro: 'amounts',
  decimal: 'amounts',
  percent: 'amounts',
  hours: 'amounts',
  reference: 'linked',
  rows: 'lists',
}

/** A form as short as this is read at once. */
const fewFields = 8

/**
 * The fields of a kind in the order of its form: what must be filled in and what names the record
 * first, the rest by what it is. In each part they keep the order of the declaration.
 */
export function partsOf(
  kind: RecordKind,
): readonly (readonly [FormPart, readonly [string, Field][]])[] {
  const fields = Object.entries<Field>(kind.fields)
  if (fields.length <= fewFields) return [['first', fields]]
  const named = [...kind.key, ...kind.title]
  const partOf = ([name, field]: [string, Field]): FormPart =>
    ('required' in field && field.required === true) || named.includes(name)
      ? 'first'
      : (partOfType[field.type] ?? 'told')
  return formParts.flatMap((part) => {
    const some = fields.filter((one) => partOf(one) === part)
    return some.length === 0 ? [] : [[part, some] as const]
  })
}
