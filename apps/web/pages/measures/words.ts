// SPDX-License-Identifier: EUPL-1.2
import { requirementsPack } from '@schouw/core/assurance'
import type { Language } from '../../words/index.ts'
import { useLanguage } from '../../words/language.tsx'
import { applicabilityEn } from '../../words/pages/applicability-en.ts'
import { type ApplicabilityWords, applicabilityNl } from '../../words/pages/applicability-nl.ts'
import { measuresEn } from '../../words/pages/measures-en.ts'
import { measuresNl } from '../../words/pages/measures-nl.ts'

export function useMeasureWords() {
  return { nl: measuresNl, en: measuresEn }[useLanguage().language]
}

export function useApplicabilityWords(): ApplicabilityWords {
  return { nl: applicabilityNl, en: applicabilityEn }[useLanguage().language]
}

/** Of a rung of the ladder: its name and what it means. */
export function rungOf(level: number, language: Language): readonly [name: string, text: string] {
  const rung = requirementsPack.maturity_scale.find((one) => one.level === level)
  if (rung === undefined) return [String(level), '']
  const texts = {
    nl: [rung.name_nl, rung.definition_nl],
    en: [rung.name_en, rung.definition_en],
  } as const
  return texts[language]
}

/** Editions by which the numbers of the pack go. */
export const standards: Readonly<Record<string, string>> = {
  iso27001_2022: 'ISO/IEC 27001:2022',
  iec62443_2_1_2024: 'IEC 62443-2-1:2024',
  iec62443_3_3_2013: 'IEC 62443-3-3:2013',
  nist_csf_2_0: 'NIST CSF 2.0',
  cir_2024_2690_annex: '(EU) 2024/2690',
  cyfun_2025: 'CyFun 2025',
}

const laws: Readonly<Record<string, readonly [name: string, jurisdiction: string | null]>> = {
  nis2: ['NIS2', null],
  nl_cbw: ['Cbw', 'NL'],
  nl_cbb: ['Cbb', 'NL'],
  de_bsig: ['BSIG', 'DE'],
  be_law_2024_04_26: ['BE 26-4-2024', 'BE'],
}

/** Where the law asks it, with the country's own law where the organisation is. */
export function lawsOf(
  refs: Readonly<Record<string, string | readonly string[]>>,
  jurisdiction: string,
): string {
  return Object.entries(laws)
    .filter(([, [, where]]) => where === null || where === jurisdiction)
    .flatMap(([key, [name]]) => (typeof refs[key] === 'string' ? [`${name} ${refs[key]}`] : []))
    .join(' · ')
}
