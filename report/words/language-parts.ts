// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue } from './report-nl.ts'
import type { RequirementTitles } from './requirement-titles.ts'
import type { SentenceWords } from './sentence-words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What every language must bring. */
export interface LanguageParts {
  readonly text: Catalogue
  readonly vocabulary: Vocabulary
  readonly requirements: RequirementTitles
  readonly sentences: SentenceWords
}
