// SPDX-License-Identifier: EUPL-1.2
import type { PersonRole, PersonRow } from './inputs.ts'
import { plainWord } from './texts.ts'

/** The name behind an id or a name as written; the word itself where nobody is known by it. */
export function personNamed(
  people: readonly PersonRow[] | null,
  word: string | null,
): string | null {
  if (word === null) return null
  const wanted = plainWord(word)
  const hit = (people ?? []).find(
    ({ id, name }) => plainWord(id) === wanted || plainWord(name) === wanted,
  )
  return hit?.name ?? word
}

/** Whoever holds the role today; the first in the file when there are several. */
export function holderOf(
  people: readonly PersonRow[] | null,
  role: PersonRole,
  today: string,
): string | null {
  const hit = (people ?? []).find(
    (person) =>
      person.role === role &&
      person.is_executive !== false &&
      (person.left_on === null || person.left_on > today),
  )
  return hit?.name ?? null
}
