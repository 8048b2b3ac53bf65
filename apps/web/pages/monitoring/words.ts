// SPDX-License-Identifier: EUPL-1.2
import type { MonitoringWords } from '../../words/pages/monitoring-words.ts'
import { spoken } from '../../words/spoken.ts'

export const useMonitoringWords = spoken<MonitoringWords>({
  nl: async () => (await import('../../words/pages/monitoring-nl.ts')).monitoringNl,
  en: async () => (await import('../../words/pages/monitoring-en.ts')).monitoringEn,
})
