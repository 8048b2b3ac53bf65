// SPDX-License-Identifier: EUPL-1.2
import { kindOfPlural } from '@schouw/contract/client'
import { kinds, type RecordKind } from '@schouw/core/registers'
import { type RegisterTongue, registerTongue } from '@schouw/report/registers'
import { useParams } from 'react-router'
import { useLanguage } from '../../words/language.tsx'

export interface Register {
  readonly kind: RecordKind
  readonly plural: string
  readonly tongue: RegisterTongue
  readonly one: string
  readonly many: string
  readonly help: string
}

/** The register that the address names. */
export function useRegister(): Register | undefined {
  const { language } = useLanguage()
  const { plural = '' } = useParams()
  const name = kindOfPlural(plural)
  if (name === undefined) return undefined
  const tongue = registerTongue(language)
  const [one, many, help] = tongue.kind(name)
  return { kind: kinds[name], plural, tongue, one, many, help }
}

/**
 * Fields that a list shows: what names the record, then what is known of most, in the order of the
 * form. A column that says nothing of anybody tells nothing.
 */
export function columnsOf(
  kind: RecordKind,
  items: readonly { readonly values: object }[],
): readonly string[] {
  const dull = ['long_text', 'rows', 'digest']
  const names = Object.entries(kind.fields)
    .filter(([, field]) => !dull.includes(field.type) && !('many' in field && field.many === true))
    .map(([name]) => name)
  const known = (name: string) => items.filter(({ values }) => name in values).length
  const telling = names
    .filter((name) => known(name) > 0)
    .toSorted((a, b) => known(b) - known(a) || names.indexOf(a) - names.indexOf(b))
    .slice(0, mostColumns)
  const named = [...new Set([...kind.key, ...kind.title])].filter((name) => names.includes(name))
  const chosen = [...new Set([...named, ...telling])].slice(0, mostColumns)
  return [...named, ...names.filter((name) => chosen.includes(name) && !named.includes(name))]
}

const mostColumns = 6

export function isNumber(kind: RecordKind, name: string): boolean {
  const type = kind.fields[name]?.type ?? 'text'
  return ['whole', 'euro', 'decimal', 'percent', 'hours'].includes(type)
}
