// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import type { PackBlock, PackSection, Told } from './model.ts'

type Loose = Readonly<Record<string, unknown>>

/** Every playbook on a page of its own, those that nobody approved marked. */
export function playbookSections(told: Told): readonly PackSection[] {
  const { own, records } = told
  const found = records('playbook')
    .filter(({ state }) => state !== 'withdrawn')
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0))
  if (found.length === 0) {
    const none: PackBlock = { kind: 'note', text: own.none }
    return [{ title: `5. ${own.playbooks.title}`, opensPage: true, blocks: [none] }]
  }
  return found.map((record, at) => ({
    title: at === 0 ? `5. ${own.playbooks.title}` : '',
    opensPage: true,
    blocks: playbookBlocks(record, told),
  }))
}

function playbookBlocks(record: RecordVersion, { own }: Told): readonly PackBlock[] {
  const words = own.playbooks
  const values = record.values as Loose
  const steps = Array.isArray(values['steps']) ? (values['steps'] as readonly Loose[]) : []
  const said = (field: string, title: string): readonly PackBlock[] =>
    typeof values[field] === 'string' ? [{ kind: 'text', text: `${title}: ${values[field]}` }] : []
  const isReady = record.state === 'approved'
  return [
    { kind: 'head', text: nameOf(record) },
    ...(isReady ? [] : [{ kind: 'warning', text: words.draft } as const]),
    ...said('trigger', words.trigger),
    ...said('mandate', words.mandate),
    {
      kind: 'table',
      table: {
        heads: words.columns,
        widths: [0.35, 4, 1.7, 0.7, 1.5],
        rows: steps.map((step) => {
          const marks = [
            step['asks_decision'] === true ? words.decision : null,
            step['can_stop_production'] === true ? words.stops : null,
          ].filter((one) => one !== null)
          const text = String(step['text'] ?? '')
          const within = step['within_hours']
          return [
            String(step['number'] ?? ''),
            marks.length === 0 ? text : `${text} (${marks.join(', ')})`,
            String(step['by'] ?? ''),
            within === undefined ? '' : words.within(Number(within)),
            '',
          ]
        }),
        rowHeight: null,
      },
    },
  ]
}

/** What is said first, whole, so that it can be read out over a telephone. */
export function statementSection({ own, crisis, language }: Told): PackSection {
  const { statements } = own
  const inTongue = crisis.statements.filter((one) => (one.language ?? language) === language)
  const shown = inTongue.length > 0 ? inTongue : crisis.statements
  const blocks = shown.map((one): PackBlock => {
    const audience = statements.audience[one.audience] ?? one.audience
    const mark = one.is_ready ? '' : ` (${statements.draft})`
    return {
      kind: 'message',
      title: `${audience}: ${one.name}${mark}`,
      lines: one.text.split('\n'),
    }
  })
  const none: PackBlock = { kind: 'note', text: own.none }
  return {
    title: `6. ${statements.title}`,
    opensPage: true,
    blocks: blocks.length === 0 ? [none] : blocks,
  }
}

function nameOf({ values, id }: RecordVersion): string {
  const name: unknown = values['name']
  return typeof name === 'string' ? name : id
}
