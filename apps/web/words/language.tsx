// SPDX-License-Identifier: EUPL-1.2
import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { isLanguage, type Language, loadWords, type Words, wordsOf } from './index.ts'

interface Spoken {
  readonly language: Language
  readonly words: Words
  readonly speak: (language: Language) => void
}

const Context = createContext<Spoken | null>(null)
const kept = 'schouw-language'

/** What was chosen here before, else what the browser asks for, else Dutch. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept)
  if (isLanguage(chosen)) return chosen
  const asked = navigator.languages.map((one) => one.slice(0, 2))
  if (asked.includes('nl')) return 'nl'
  return asked.find(isLanguage) ?? 'nl'
}

/** Whoever came with a link leaves no cookie behind: what they chose stays in their own browser. */
function isBehindLink(): boolean {
  return location.hash.startsWith('#schouw_')
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speak = (next: Language) => {
    void loadWords(next).then(() => {
      localStorage.setItem(kept, next)
      if (!isBehindLink()) {
        // So that the server names the right words in the next page it sends.
        // biome-ignore lint/suspicious/noDocumentCookie: the store of cookies is not in every browser
        document.cookie = `${kept}=${next}; path=/; max-age=31536000; samesite=lax`
      }
      setLanguage(next)
    })
  }
  return <Context value={{ language, words: wordsOf(language), speak }}>{children}</Context>
}

export function useWords(): Words {
  return useLanguage().words
}

export function useLanguage(): Spoken {
  const spoken = use(Context)
  if (spoken === null) throw new Error('words are asked for outside the language provider')
  return spoken
}
