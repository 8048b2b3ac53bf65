// SPDX-License-Identifier: EUPL-1.2
import type { InventoryWords } from '../../words/pages/inventory-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useInventoryWords = spoken<InventoryWords>({
  nl: async () => (await import('../../words/pages/inventory-nl.ts')).inventoryNl,
  en: async () => (await import('../../words/pages/inventory-en.ts')).inventoryEn,
})
