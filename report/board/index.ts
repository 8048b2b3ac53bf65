// SPDX-License-Identifier: EUPL-1.2
/**
 * Board: the dike of registers as they stand, drawn and told by the same code as that of a
 * nulmeting.
 */
import type { MeasureResult } from '@schouw/core/assurance'
import { type Drawing, onScreen } from '../drawings/index.ts'
import {
  type DikeTelling,
  dikeMarkOf,
  dikeNotes,
  dikePicture,
  sentences,
  shares,
} from '../view/dike-view.ts'
import { type Language, words } from '../words/index.ts'

export { type PlanShown, planPicture, planShown } from './plan.ts'

export interface DikeOfBoard {
  readonly measures: readonly MeasureResult[]
  readonly boardLevel: {
    readonly level: number
    readonly decidedOn: string | null
    readonly decision: string | null
  } | null
  /** Where a section leads; its place on the same page when absent. */
  readonly leadsTo?: (measure: string) => string
}

export interface DikeShown {
  /** Widths in pixels to drawings that fit. */
  readonly wide: Drawing
  readonly narrow: Drawing
  readonly notes: readonly {
    readonly id: string
    readonly title: string
    readonly sentences: readonly string[]
  }[]
}

const wide = 780
const narrow = 350

export function dikeShown(of: DikeOfBoard, language: Language): DikeShown {
  const { measures, boardLevel, leadsTo } = of
  const { say, text, sentence } = words(language)
  const board_level =
    boardLevel === null
      ? null
      : { ...boardLevel, decided_on: boardLevel.decidedOn, decision: boardLevel.decision }
  const baseline = { measures, board_level, comparison: null, actions: [] }
  const more = leadsTo === undefined ? {} : { leadsTo }
  const tell: DikeTelling = { say, text, sentence, baseline, ...more }
  const picture = dikePicture(tell)
  return {
    wide: picture({ palette: onScreen, prefix: 'dike-wide', width: wide }, true),
    narrow: picture({ palette: onScreen, prefix: 'dike-narrow', width: narrow }, true),
    notes: dikeNotes(tell),
  }
}

/** One section by itself: its mark, what it rests on, and what is to be said of it. */
export function sectionShown(measure: MeasureResult, language: Language) {
  const { say, text, sentence } = words(language)
  const baseline = { measures: [measure], board_level: null, comparison: null, actions: [] }
  const tell: DikeTelling = { say, text, sentence, baseline }
  const style = { palette: onScreen, prefix: `mark-${measure.id}`, width: 88 }
  return {
    mark: dikeMarkOf(tell, measure)(style, false).svg,
    restsOn: measure.level === null ? '' : text.dike.restsOn(shares(measure)),
    sentences: sentences(tell, measure),
  }
}

/** How the parts of the page of the board are said. */
export function boardTongue(language: Language) {
  return words(language).say
}
