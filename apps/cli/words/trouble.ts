// SPDX-License-Identifier: EUPL-1.2
import { captureTroubles } from '@schouw/report/captures'
import type { Language } from '../language.ts'

const place = { en: 'at byte', nl: 'bij byte' } as const
const stood = { en: 'stood', nl: 'stond' } as const

/** One line: the file, what is wrong, and where. */
export function troubleLine(
  name: string,
  code: string,
  language: Language,
  where?: { readonly offset: number; readonly found: string },
): string {
  const what = captureTroubles[code]?.[language] ?? code
  if (where === undefined || where.found === '') return `${name}: ${what}`
  const { offset, found } = where
  return `${name}: ${what}; ${place[language]} ${offset} ${stood[language]} ${found.slice(0, 16)}`
}
