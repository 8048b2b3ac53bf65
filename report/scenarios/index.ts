// SPDX-License-Identifier: EUPL-1.2
/**
 * Scenarios of the measurement, each by the few words that stand for it beside a figure.
 */
import { scenarioTitles } from '../words/scenario-titles.ts'
import type { Language } from '../words/speech.ts'

/** Undefined for a code that somebody chose. */
export function scenarioTitle(code: string, language: Language): string | undefined {
  const titles: Readonly<Record<string, string | undefined>> = scenarioTitles[language]
  return titles[code]
}
