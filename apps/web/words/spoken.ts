// SPDX-License-Identifier: EUPL-1.2
import { use } from 'react'
import type { Language } from './index.ts'
import { useLanguage } from './language.tsx'

/**
 * The words of a part of the application in the language that is spoken, the other left where it is.
 * Whoever asks waits under the nearest `Suspense`, once.
 */
export function spoken<Words>(
  fetched: Readonly<Record<Language, () => Promise<Words>>>,
): () => Words {
  const known = new Map<Language, Promise<Words>>()
  return () => {
    const { language } = useLanguage()
    const asked = known.get(language) ?? fetched[language]()
    known.set(language, asked)
    return use(asked)
  }
}
