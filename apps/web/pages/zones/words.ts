// SPDX-License-Identifier: EUPL-1.2
import type { ZonesWords } from '../../words/pages/zones-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useZonesWords = spoken<ZonesWords>({
  nl: async () => (await import('../../words/pages/zones-nl.ts')).zonesNl,
  en: async () => (await import('../../words/pages/zones-en.ts')).zonesEn,
})
