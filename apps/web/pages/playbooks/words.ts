// SPDX-License-Identifier: EUPL-1.2
import type { PlaybookWords } from '../../words/pages/playbooks-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const usePlaybookWords = spoken<PlaybookWords>({
  nl: async () => (await import('../../words/pages/playbooks-nl.ts')).playbooksNl,
  en: async () => (await import('../../words/pages/playbooks-en.ts')).playbooksEn,
})
