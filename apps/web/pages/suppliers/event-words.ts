// SPDX-License-Identifier: EUPL-1.2
import type { SupplierEventsWords } from '../../words/pages/supplier-events-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useEventWords = spoken<SupplierEventsWords>({
  nl: async () => (await import('../../words/pages/supplier-events-nl.ts')).supplierEventsNl,
  en: async () => (await import('../../words/pages/supplier-events-en.ts')).supplierEventsEn,
})
