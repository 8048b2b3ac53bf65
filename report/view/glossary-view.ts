// SPDX-License-Identifier: EUPL-1.2
import { glossary } from '../words/glossary.ts'
import type { Section } from './document.ts'
import { plain, type Telling } from './telling.ts'

/** The words a director may not know, each in one sentence, with the other language's word. */
export function glossarySection({ say, text }: Telling): Section {
  const entries = glossary
    .map((entry) => ({
      id: `term-${entry.id}`,
      ...{
        nl: { term: entry.nl, meaning: entry.meaningNl, other: entry.en },
        en: { term: entry.en, meaning: entry.meaningEn, other: entry.nl },
      }[say.language],
    }))
    .sort((one, other) => (one.term.toLowerCase() < other.term.toLowerCase() ? -1 : 1))
  return {
    id: 'glossary',
    title: text.glossary.title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: text.glossary.title,
          isCaptionHidden: true,
          columns: [
            { title: text.glossary.term, align: 'left', grow: 1 },
            { title: text.glossary.meaning, align: 'left', grow: 4 },
            { title: text.glossary.other, align: 'left', grow: 1 },
          ],
          rows: entries.map(({ id, term, meaning, other }) => ({
            id,
            cells: [plain(term), plain(meaning), [{ text: other, quiet: true }]],
          })),
        },
      },
    ],
  }
}
