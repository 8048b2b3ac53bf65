// SPDX-License-Identifier: EUPL-1.2
import { use } from 'react'
import type { Language } from './index.ts'
import { useLanguage } from './language.tsx'

type Fetch = (language: Language) => Promise<unknown>

/** What React looks at: of a promise that says so it takes the value without waiting for a turn. */
interface Told<Words> extends Promise<Words> {
  status?: 'fulfilled'
  value?: Words
}

const parts: Fetch[] = []

/**
 * The words of a part of the application in the language that is spoken, the other left where it is.
 * Whoever asks waits under the nearest `Suspense`, once, unless `spokenHere` was waited for before.
 */
export function spoken<Words>(
  fetched: Readonly<Record<Language, () => Promise<Words>>>,
): () => Words {
  const known = new Map<Language, Promise<Words>>()
  const asked = (language: Language) => {
    const coming = known.get(language) ?? telling(fetched[language]())
    known.set(language, coming)
    return coming
  }
  parts.push(asked)
  return () => use(asked(useLanguage().language))
}

/** Resolves when every part whose code is here can speak. */
export async function spokenHere(language: Language): Promise<void> {
  await Promise.all(parts.map((fetch) => fetch(language)))
}

function telling<Words>(coming: Promise<Words>): Promise<Words> {
  const told: Told<Words> = coming.then((words) => {
    told.status = 'fulfilled'
    told.value = words
    return words
  })
  return told
}
