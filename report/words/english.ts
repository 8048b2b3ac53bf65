// SPDX-License-Identifier: EUPL-1.2
import { actionsEn } from './actions-en.ts'
import { findingsEn } from './findings-en.ts'
import type { LanguageParts } from './language-parts.ts'
import { reportEn } from './report-en.ts'
import { requirementsEn } from './requirements-en.ts'
import { risksEn } from './risks-en.ts'
import { vocabularyEn } from './vocabulary-en.ts'

export const english: LanguageParts = {
  text: reportEn,
  vocabulary: vocabularyEn,
  requirements: requirementsEn,
  sentences: { ...findingsEn, ...risksEn, ...actionsEn },
}
