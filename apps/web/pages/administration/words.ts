// SPDX-License-Identifier: EUPL-1.2
import type { AdministrationWords } from '../../words/pages/administration-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useAdministrationWords = spoken<AdministrationWords>({
  nl: async () => (await import('../../words/pages/administration-nl.ts')).administrationNl,
  en: async () => (await import('../../words/pages/administration-en.ts')).administrationEn,
})
