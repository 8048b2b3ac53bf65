// SPDX-License-Identifier: EUPL-1.2
import type { Section, Text } from './document.ts'
import { plain, quiet, sourceText, type Telling } from './telling.ts'

/** Every decision asked; null when page one already shows them all. */
export function decisionsSection(tell: Telling): Section | null {
  const { baseline, say, text, sentence } = tell
  if (baseline.decisions.length === 0) return null
  const { columns, title } = text.decisions
  const cell = (value: string | null): Text => (value === null ? quiet('–') : plain(value))
  return {
    id: 'decisions',
    title,
    blocks: [
      {
        kind: 'table',
        table: {
          caption: title,
          isCaptionHidden: true,
          columns: [
            { title: columns.question, align: 'left', grow: 3 },
            { title: columns.yes, align: 'left', grow: 2 },
            { title: columns.no, align: 'left', grow: 2 },
            { title: columns.money, align: 'right', grow: 0 },
            { title: columns.due, align: 'left', grow: 0 },
            { title: columns.by, align: 'left', grow: 0 },
          ],
          rows: baseline.decisions.map((one) => ({
            cells: [
              [
                { text: sentence(one.question) },
                ...(one.source === null
                  ? []
                  : [
                      { text: ' ' },
                      ...sourceText(tell, one.source).map((run) => ({
                        ...run,
                        quiet: true as const,
                      })),
                    ]),
              ],
              cell(one.if_yes === null ? null : sentence(one.if_yes)),
              cell(one.if_no === null ? null : sentence(one.if_no)),
              cell(one.money === null ? null : say.euroRange(one.money)),
              cell(one.due === null ? null : say.shortDate(one.due)),
              cell(one.proposed_by),
            ],
          })),
        },
      },
    ],
  }
}

export function suppliersSection(tell: Telling): Section {
  const { baseline, say, text } = tell
  const { columns, title, none, intro, inOrder } = text.suppliers
  if (baseline.suppliers.length === 0) {
    return { id: 'suppliers', title, blocks: [{ kind: 'text', text: plain(none) }] }
  }
  return {
    id: 'suppliers',
    title,
    blocks: [
      { kind: 'text', text: plain(intro) },
      {
        kind: 'table',
        table: {
          caption: title,
          isCaptionHidden: true,
          columns: [
            { title: columns.name, align: 'left', grow: 2 },
            { title: columns.critical, align: 'left', grow: 0 },
            { title: columns.gaps, align: 'left', grow: 4 },
            { title: columns.source, align: 'left', grow: 0 },
          ],
          rows: baseline.suppliers.map((supplier) => ({
            cells: [
              plain(supplier.name),
              plain(supplier.is_critical ? text.yes : text.no),
              supplier.gaps.length === 0
                ? quiet(inOrder)
                : plain(say.list(supplier.gaps.map((gap) => say.word(gap, 'gap')))),
              sourceText(tell, supplier.source),
            ],
          })),
        },
      },
    ],
  }
}

/** What was read, so that anyone can check that this report is of these files. */
export function sourcesSection({ baseline, say, text }: Telling): Section {
  const { columns, title, intro, attached } = text.sources
  return {
    id: 'sources',
    title,
    blocks: [
      { kind: 'text', text: plain(intro) },
      {
        kind: 'table',
        table: {
          caption: title,
          isCaptionHidden: true,
          columns: [
            { title: columns.file, align: 'left', grow: 2 },
            { title: columns.bytes, align: 'right', grow: 0 },
            { title: columns.sha256, align: 'left', grow: 3 },
          ],
          rows: baseline.inputs.map((input, n) => ({
            id: `input-${n + 1}`,
            cells: [
              [{ text: input.path, mono: true }],
              plain(say.number(input.bytes)),
              [{ text: input.sha256, mono: true }],
            ],
          })),
        },
      },
      { kind: 'note', text: plain(attached) },
    ],
  }
}
