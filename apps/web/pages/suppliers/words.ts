// SPDX-License-Identifier: EUPL-1.2
import type { ChainWords } from '../../words/pages/chain-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useChainWords = spoken<ChainWords>({
  nl: async () => (await import('../../words/pages/chain-nl.ts')).chainNl,
  en: async () => (await import('../../words/pages/chain-en.ts')).chainEn,
})
