// SPDX-License-Identifier: EUPL-1.2
import type { ProviderWords } from '../../words/pages/providers-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useProviderWords = spoken<ProviderWords>({
  nl: async () => (await import('../../words/pages/providers-nl.ts')).providersNl,
  en: async () => (await import('../../words/pages/providers-en.ts')).providersEn,
})
