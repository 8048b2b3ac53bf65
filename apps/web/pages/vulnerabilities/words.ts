// SPDX-License-Identifier: EUPL-1.2
import type { VulnerabilityWords } from '../../words/pages/vulnerabilities-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useVulnerabilityWords = spoken<VulnerabilityWords>({
  nl: async () => (await import('../../words/pages/vulnerabilities-nl.ts')).vulnerabilitiesNl,
  en: async () => (await import('../../words/pages/vulnerabilities-en.ts')).vulnerabilitiesEn,
})
