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

/** Fields that a list shows: what names the record, then what tells most about it. */
export function columnsOf(kind: RecordKind): readonly string[] {
  const dull = ['long_text', 'rows', 'digest']
  const names = Object.entries(kind.fields)
    .filter(([, field]) => !dull.includes(field.type) && !('many' in field && field.many === true))
    .map(([name]) => name)
  return [...new Set([...kind.key, ...kind.title, ...names])]
    .filter((name) => names.includes(name))
    .slice(0, 6)
}
