// SPDX-License-Identifier: EUPL-1.2
import type { SupplierWords } from '../../words/pages/supplier-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useSupplierWords = spoken<SupplierWords>({
  nl: async () => (await import('../../words/pages/supplier-nl.ts')).supplierNl,
  en: async () => (await import('../../words/pages/supplier-en.ts')).supplierEn,
})
