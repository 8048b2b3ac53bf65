// SPDX-License-Identifier: EUPL-1.2
import type { MeetWords } from '../../words/pages/meet-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useMeetWords = spoken<MeetWords>({
  nl: async () => (await import('../../words/pages/meet-nl.ts')).meetNl,
  en: async () => (await import('../../words/pages/meet-en.ts')).meetEn,
})
