// SPDX-License-Identifier: EUPL-1.2
import { UsageError } from './usage.ts'

export type Language = 'en' | 'nl'

/** What was asked for, else what the environment says, else English. */
export function languageOf(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  if (asked !== undefined) {
    if (asked === 'nl' || asked === 'en') return asked
    throw new UsageError(`--lang is nl or en, not ${asked}`)
  }
  const set = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return set.toLowerCase().startsWith('nl') ? 'nl' : 'en'
}
