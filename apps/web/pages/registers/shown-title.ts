// SPDX-License-Identifier: EUPL-1.2
import type { RecordKind } from '@schouw/core/registers'
import type { RegisterTongue } from '@schouw/report/registers'
import { day, dayAndTime } from '../../words/dates.ts'
import type { Language } from '../../words/index.ts'

interface Titled {
  readonly kind: RecordKind
  readonly values: Readonly<Record<string, unknown>>
  readonly tongue: RegisterTongue
  readonly language: Language
}

/** What a record is called on its page: choices and days in words, no code beside a name. */
export function shownTitle({ kind, values, tongue, language }: Titled): string {
  const isNamed = kind.title[0] !== 'code' && typeof values[kind.title[0] ?? ''] === 'string'
  const parts = kind.title.flatMap((name) => {
    const field = kind.fields[name]
    const value = values[name]
    // What is referred to stands in the facts below, where it leads somewhere.
    if (value === undefined || value === null || field?.type === 'reference') return []
    if (name === 'code' && isNamed) return []
    const text = String(value)
    if (field?.type === 'choice') return [tongue.code(kind.name, text, name)]
    if (field?.type === 'date') return [day(text, language)]
    return [field?.type === 'instant' ? dayAndTime(text, language) : text]
  })
  const title = [...new Set(parts)].join(', ')
  return title.charAt(0).toUpperCase() + title.slice(1)
}

const madeCode = /[a-z]_[a-z]/

/** The same of a title that came as text, as in a list of what was found; a code stays findable. */
export function foundTitle(title: string, { kind, tongue, language }: Omit<Titled, 'values'>) {
  const parts = title.split(' · ')
  const fields = kind.title.filter((name) => kind.fields[name]?.type !== 'reference')
  if (parts.length !== fields.length) return [...new Set(parts)].join(' · ')
  const said = parts.flatMap((part, at) => {
    const name = fields[at] ?? ''
    const type = kind.fields[name]?.type
    // Made of what something was proposed from: its name says that in words.
    if (name === 'code' && at > 0 && madeCode.test(part)) return []
    if (type === 'choice') return tongue.code(kind.name, part, name)
    if (type === 'date') return day(part, language)
    return type === 'instant' ? dayAndTime(part, language) : part
  })
  return [...new Set(said)].join(' · ')
}
