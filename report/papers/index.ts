// SPDX-License-Identifier: EUPL-1.2
/**
 * Papers: what a body, one of its members or somebody who asks them gets to read, all of the same
 * pieces as the board pack, so that one template prints them and one page shows them.
 */
import { type InsurerFacts, insurerAnswers } from '@schouw/core/board/insurer'
import { boardPack, type PackBlock, type PackOf, parts, toldOf, valuesOf } from '../pack/index.ts'
import type { Language } from '../words/index.ts'
import { insurerBlocks } from './insurer.ts'
import { type MinutesOf, minutesBlocks } from './minutes.ts'
import { auditReport, managementReview, ownFile, type Records } from './others.ts'
import { paperWords } from './words.ts'

export type { MinutesOf } from './minutes.ts'
export { paperSheets, paperSlides } from './tables.ts'

export const paperNames = [
  'pack',
  'five_questions',
  'checklist',
  'management_review',
  'audit_report',
  'own_file',
  'insurer',
] as const
export type PaperName = (typeof paperNames)[number]

export function paperTitles(language: Language): Readonly<Record<PaperName, string>> {
  return paperWords[language].titles
}

export interface PaperOf extends PackOf {
  readonly records: Records & InsurerFacts['records']
  readonly hiddenKinds: InsurerFacts['hidden']
  /** Who asks: the file of a director is one’s own. */
  readonly person: string
}

/** Values of the template, the same ones plain, and the time of making: that of the last entry. */
export function paperOf(name: PaperName, of: PaperOf, language: Language) {
  if (name === 'pack') return boardPack(of, language)
  const told = toldOf(of, language)
  const title = paperWords[language].titles[name]
  const { records, person } = of
  const blocks: Readonly<Record<Exclude<PaperName, 'pack'>, () => readonly PackBlock[]>> = {
    five_questions: () => parts.questions(told, { isDrawn: true }),
    checklist: () => parts.checklist(told),
    management_review: () => managementReview(told, records),
    audit_report: () => auditReport(told, records),
    own_file: () => ownFile(told, records, person),
    insurer: () => {
      const facts = { records, hidden: of.hiddenKinds, today: of.pack.today }
      return insurerBlocks(told, insurerAnswers(facts))
    },
  }
  return valuesOf(told, { title, kind: title, blocks: blocks[name]() })
}

export function minutesPaper(of: PackOf, minutes: MinutesOf, language: Language) {
  const told = toldOf(of, language)
  const title = paperWords[language].titles.minutes
  return valuesOf(told, { title, kind: title, blocks: minutesBlocks(told, minutes) })
}
