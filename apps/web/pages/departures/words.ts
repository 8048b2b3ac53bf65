// SPDX-License-Identifier: EUPL-1.2
import type { DeparturesWords } from '../../words/pages/departures-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useDeparturesWords = spoken<DeparturesWords>({
  nl: async () => (await import('../../words/pages/departures-nl.ts')).departuresNl,
  en: async () => (await import('../../words/pages/departures-en.ts')).departuresEn,
})

export type { DeparturesWords }
