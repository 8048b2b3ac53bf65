// SPDX-License-Identifier: EUPL-1.2
/**
 * Capture kit: how to record the traffic of a plant without touching it, as sections that a page and
 * a paper show alike. It names no law: what a works council or a privacy officer has to be asked is
 * for the organisation to know.
 */
import type { PackBlock, PackSection } from '../emergency/model.ts'
import type { Language } from '../words/index.ts'
import { kitEn } from './kit-en.ts'
import { kitNl } from './kit-nl.ts'
import { switchWays } from './switches.ts'

export type { PackBlock, PackSection } from '../emergency/model.ts'

/** The day on which its texts were last looked at; the paper is dated by it. */
const written = { text: '2026-11-22', date: [2026, 11, 22] } as const

export function captureKit(language: Language): {
  readonly title: string
  readonly intro: string
  readonly sections: readonly PackSection[]
} {
  const { title, intro, switches, before, after } = { nl: kitNl, en: kitEn }[language]
  const lines = switchWays.map(({ maker, on, off, beware, source, isSure }) => [
    maker,
    `${on}\n\n${switches.off}\n${off}`,
    beware[language],
    `${isSure ? switches.sure : switches.unsure}\n${source}`,
  ])
  const table: PackBlock = {
    kind: 'table',
    table: { heads: switches.heads, widths: [1.3, 3.2, 1.9, 1.6], rows: lines, rowHeight: null },
  }
  const text: PackBlock = { kind: 'text', text: switches.text }
  const own: PackSection = { title: switches.title, opensPage: true, blocks: [text, table] }
  return { title, intro, sections: [...before, own, ...after] }
}

/** Values of the paper template, for an organisation by name. */
export function captureKitPaper(language: Language, organisation: string) {
  const { title, intro, sections } = captureKit(language)
  const { page, kind } = { nl: kitNl, en: kitEn }[language]
  const first: PackSection = {
    title: '',
    opensPage: false,
    blocks: [{ kind: 'text', text: intro }],
  }
  const data = {
    ...{ language, title, organisation, kind, page },
    asOf: written.text,
    date: written.date,
    sections: [first, ...sections],
  }
  return { data, createdAt: new Date(`${written.text}T00:00:00Z`) }
}
