// SPDX-License-Identifier: EUPL-1.2
import type { ProofWords } from '../../words/pages/proof-nl.ts'
import { spoken } from '../../words/spoken.ts'

export const useProofWords = spoken<ProofWords>({
  nl: async () => (await import('../../words/pages/proof-nl.ts')).proofNl,
  en: async () => (await import('../../words/pages/proof-en.ts')).proofEn,
})
