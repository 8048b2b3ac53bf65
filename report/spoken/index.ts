// SPDX-License-Identifier: EUPL-1.2
/**
 * Spoken: which language a browser speaks, so that it fetches the words of that one and no other.
 * Where files lie on a disk nothing of this is used: there every language is at hand.
 */
import type { Language } from '../words/speech.ts'

type Fetch = (language: Language) => Promise<void>

let language: Language = 'nl'
const fetches: Fetch[] = []

/** Words that are needed as soon as their part is: fetched now, and again for the next language. */
export function whenSpoken(fetch: Fetch): Promise<void> {
  fetches.push(fetch)
  return fetch(language)
}

/** Resolves when everything that was needed so far can be said in it. */
export async function speakIn(next: Language): Promise<void> {
  language = next
  await Promise.all(fetches.map((fetch) => fetch(next)))
}
