// SPDX-License-Identifier: EUPL-1.2
/**
 * View: the report as chapters, tables and pictures, before it becomes a page or a screen. The
 * director's page first, then the roadmap, then everything that proves it.
 */
import type { Baseline } from '@schouw/core/baseline'
import type { Language } from '../words/index.ts'
import type { Report, Section } from './document.ts'
import { findingsSection } from './findings-view.ts'
import { answer, front, frontFigure, headlineFigures } from './front.ts'
import { glossarySection } from './glossary-view.ts'
import { inventorySection } from './inventory-view.ts'
import { lawSection } from './law-view.ts'
import { measuresSection } from './measures-view.ts'
import { methodSection } from './method-view.ts'
import { networkSection } from './network-view.ts'
import { risksSection } from './risks-view.ts'
import { roadmapSection } from './roadmap-view.ts'
import { decisionsSection, sourcesSection, suppliersSection } from './short-sections.ts'
import { clamped, telling } from './telling.ts'

export type * from './document.ts'
export { networkPicture } from './network-view.ts'
export { type Telling, telling } from './telling.ts'

export interface Headline {
  readonly answer: string
  readonly figures: readonly { readonly value: string; readonly label: string }[]
}

/** Page one in four lines, for who has no page: the same figures, rounded the same. */
export function headline(baseline: Baseline, language: Language): Headline {
  const tell = telling(baseline, language)
  return {
    answer: answer(tell),
    figures: headlineFigures(baseline).map((figure) => {
      const { isMeasured, value, base, label, source } = frontFigure(tell, figure)
      const needs = source.map(({ text }) => text).join('')
      return {
        value: base === '' ? value : `${value} ${base}`,
        label: isMeasured ? label : `${label} (${needs})`,
      }
    }),
  }
}

/** Same baseline and language, same report. */
export function reportOf(baseline: Baseline, language: Language): Report {
  const tell = telling(baseline, language)
  const { say, text } = tell
  const sections: readonly (Section | null)[] = [
    roadmapSection(tell),
    decisionsSection(tell),
    measuresSection(tell),
    networkSection(tell),
    inventorySection(tell),
    findingsSection(tell),
    risksSection(tell),
    suppliersSection(tell),
    lawSection(tell),
    methodSection(tell),
    glossarySection(tell),
    sourcesSection(tell),
  ]
  return {
    language,
    title: text.title(baseline.organisation.name),
    organisation: clamped(baseline.organisation.name, 60),
    kind: text.kind,
    asOf: text.asOf(say.date(tell.day(baseline.as_of))),
    page: text.page,
    contents: text.contents,
    skip: text.skip,
    seeTable: text.seeTable,
    front: front(tell),
    sections: sections.filter((section) => section !== null),
  }
}
