// SPDX-License-Identifier: EUPL-1.2
/**
 * Glossary: every word of the law and of IT and OT that a page may use, explained in one sentence
 * in both languages. Where the report explains a word itself, its sentence is the one.
 */
import { glossaryTerms } from '@schouw/core/law'
import { glossary } from '../words/glossary.ts'
import { dutch } from './dutch.ts'

export interface Explained {
  readonly id: string
  readonly nl: string
  readonly en: string
  readonly meaning: { readonly nl: string; readonly en: string }
  /** `law`, `scope`, `ot` and so on; `own` where only the report has the word. */
  readonly category: string
  /** Where the word comes from. */
  readonly source: string | null
}

const told = new Map(glossary.map((one) => [one.id, one]))
const packed = new Set(glossaryTerms.map(({ id }) => id))

export const explained: readonly Explained[] = [
  ...glossaryTerms.map(({ id, nl, en, definition_en, category, source }) => {
    const own = told.get(id)
    const meaning = {
      nl: own?.meaningNl ?? dutch[id] ?? '',
      en: own?.meaningEn ?? definition_en,
    }
    return { id, nl, en, meaning, category, source }
  }),
  ...glossary
    .filter(({ id }) => !packed.has(id))
    .map(({ id, nl, en, meaningNl, meaningEn }) => {
      const meaning = { nl: meaningNl, en: meaningEn }
      return { id, nl, en, meaning, category: 'own', source: null }
    }),
]
