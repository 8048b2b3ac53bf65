// SPDX-License-Identifier: EUPL-1.2
import type { KindName } from '@schouw/core/registers'
import { plainName } from '../table/index.ts'
import type { Speeches } from './speech.ts'

/** Words for the codes of one choice, both ways. */
export interface Choices {
  readonly options: readonly string[]
  /** The word in the language that is written, or the code where no word would be read back. */
  readonly word: (code: string) => string
  /** Undefined for what is none of them. */
  readonly code: (text: string) => string | undefined
}

export function choicesOf(
  of: { readonly kind: KindName; readonly place: string; readonly options: readonly string[] },
  speeches: Speeches,
): Choices {
  const { kind, place, options } = of
  const exact = new Map<string, string | null>()
  const plain = new Map<string, string | null>()
  const note = (map: Map<string, string | null>, text: string, code: string) => {
    if (text === '') return
    const known = map.get(text)
    // What could mean two things means neither.
    map.set(text, known === undefined || known === code ? code : null)
  }
  for (const code of options) {
    for (const { code: word } of speeches) {
      note(exact, word({ kind, place, code }).toLowerCase(), code)
      note(plain, plainName(word({ kind, place, code })), code)
    }
    note(plain, plainName(code), code)
  }
  const read = (text: string): string | undefined => {
    const low = text.trim().toLowerCase()
    if (options.includes(low)) return low
    return exact.get(low) ?? plain.get(plainName(low)) ?? undefined
  }
  const [own] = speeches
  const word = (code: string): string => {
    const said = own.code({ kind, place, code })
    return read(said) === code && !/[;\n"]/.test(said) ? said : code
  }
  return { options, word, code: read }
}
