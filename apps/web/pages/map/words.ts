// SPDX-License-Identifier: EUPL-1.2
import type { MapWords } from '../../words/pages/map-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useMapWords = spoken<MapWords>({
  nl: async () => (await import('../../words/pages/map-nl.ts')).mapNl,
  en: async () => (await import('../../words/pages/map-en.ts')).mapEn,
})
