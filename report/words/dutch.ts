// SPDX-License-Identifier: EUPL-1.2
import { actionsNl } from './actions-nl.ts'
import { findingsNl } from './findings-nl.ts'
import type { LanguageParts } from './language-parts.ts'
import { reportNl } from './report-nl.ts'
import { requirementsNl } from './requirements-nl.ts'
import { risksNl } from './risks-nl.ts'
import { vocabularyNl } from './vocabulary-nl.ts'

export const dutch: LanguageParts = {
  text: reportNl,
  vocabulary: vocabularyNl,
  requirements: requirementsNl,
  sentences: { ...findingsNl, ...risksNl, ...actionsNl },
}
