// SPDX-License-Identifier: EUPL-1.2
import glossary from './packs/glossary.json' with { type: 'json' }

export interface GlossaryTerm {
  readonly id: string
  readonly nl: string
  readonly en: string
  readonly definition_en: string
  readonly category: string
  readonly source: string
  readonly confidence: string
}

/** Words of the law and of IT and OT, as their sources use them. */
export const glossaryTerms: readonly GlossaryTerm[] = glossary.terms
