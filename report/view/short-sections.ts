// SPDX-License-Identifier: EUPL-1.2
import type { Baseline } from '@schouw/core/baseline'
import type { Section, Text } from './document.ts'
import { plain, quiet, sourceText, type Telling } from './telling.ts'

/** Every decision asked; null when page one already shows them all. */
export function decisionsSection(tell: Telling): Section | null {
  const { baseline, text, sentence } = tell
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
            { title: columns.yes, align: 'left', grow: 2.6 },
            { title: columns.no, align: 'left', grow: 2.6 },
            { title: columns.terms, align: 'left', grow: 2 },
          ],
          rows: baseline.decisions.map((one) => ({
            cells: [
              [
                { text: sentence(one.question) },
                ...(one.source === null
                  ? []
                  : [
                      ...sourceText(tell, one.source).map((run, n) => ({
                        ...run,
                        quiet: true as const,
                        ...(n === 0 ? { opensLine: true as const } : {}),
                      })),
                    ]),
              ],
              cell(one.if_yes === null ? null : sentence(one.if_yes)),
              cell(one.if_no === null ? null : sentence(one.if_no)),
              terms(tell, one),
            ],
          })),
        },
      },
    ],
  }
}

/** By when, for how much, on whose proposal; a line each. */
function terms({ say, text }: Telling, one: Baseline['decisions'][number]): Text {
  const { front } = text
  const lines = [
    ...(one.due === null ? [] : [front.by(say.date(one.due))]),
    ...(one.money === null ? [] : [front.costs(say.euroRange(one.money))]),
    ...(one.proposed_by === null ? [] : [front.proposedBy(one.proposed_by)]),
  ]
  if (lines.length === 0) return quiet('–')
  return lines.map((line, n) => (n === 0 ? { text: line } : { text: line, opensLine: true }))
}

export function suppliersSection(tell: Telling): Section {
  const { baseline, say, text } = tell
  const { columns, title, none, intro, inOrder } = text.suppliers
  if (baseline.suppliers.length === 0) {
    return { id: 'suppliers', title, blocks: [{ kind: 'text', text: plain(none) }] }
  }
  // Critical first, as the sentence above says.
  const suppliers = baseline.suppliers.toSorted(
    (one, other) => Number(other.is_critical) - Number(one.is_critical),
  )
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
          rows: suppliers.map((supplier) => ({
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
      { kind: 'text', text: plain(`${intro} ${attached}`) },
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
    ],
  }
}
