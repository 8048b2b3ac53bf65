// SPDX-License-Identifier: EUPL-1.2
import type { SensorsWords } from '../../words/pages/sensors-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useSensorsWords = spoken<SensorsWords>({
  nl: async () => (await import('../../words/pages/sensors-nl.ts')).sensorsNl,
  en: async () => (await import('../../words/pages/sensors-en.ts')).sensorsEn,
})
