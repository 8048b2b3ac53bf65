// SPDX-License-Identifier: EUPL-1.2
import type { customers } from '@schouw/core/chain'
import { type Language, speech } from '../words/speech.ts'

const say = {
  nl: {
    proof: 'Dit berust op',
    rests: { said: 'gezegd', shown: 'getoond', tested: 'getest' },
  },
  en: {
    proof: 'This rests on',
    rests: { said: 'said', shown: 'shown', tested: 'tested' },
  },
} as const

/**
 * The beginning of an explanation for a customer: on what the answer rests. A person reads it, and
 * writes the rest; what is confidential is not named.
 */
export function draftText(
  { answer, proof }: { readonly answer: string | null; readonly proof: readonly customers.Proof[] },
  language: Language,
): string | null {
  const words = say[language]
  if (answer !== 'yes' && answer !== 'partly') return null
  const named = proof.filter(({ is_confidential, is_stale }) => !is_confidential && !is_stale)
  if (named.length === 0) return null
  const each = named.slice(0, 3).map(({ name, dated, rests_on }) => {
    const rests = words.rests[rests_on]
    return `${name} (${dated === null ? rests : `${rests}, ${speech(language).shortDate(dated)}`})`
  })
  return `${words.proof}: ${each.join('; ')}.`
}
