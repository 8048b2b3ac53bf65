// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../../words/language.tsx'
import { reportPointEn } from '../../words/pages/report-point-en.ts'
import { reportPointNl } from '../../words/pages/report-point-nl.ts'
import type { ReportPointWords } from '../../words/pages/report-point-words.ts'

export function useReportPointWords(): ReportPointWords {
  return { nl: reportPointNl, en: reportPointEn }[useLanguage().language]
}
