// SPDX-License-Identifier: EUPL-1.2
import type { CustomersWords } from '../../words/pages/customers-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useCustomersWords = spoken<CustomersWords>({
  nl: async () => (await import('../../words/pages/customers-nl.ts')).customersNl,
  en: async () => (await import('../../words/pages/customers-en.ts')).customersEn,
})
