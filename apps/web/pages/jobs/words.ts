// SPDX-License-Identifier: EUPL-1.2
import type { JobsWords } from '../../words/pages/jobs-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useJobsWords = spoken<JobsWords>({
  nl: async () => (await import('../../words/pages/jobs-nl.ts')).jobsNl,
  en: async () => (await import('../../words/pages/jobs-en.ts')).jobsEn,
})
