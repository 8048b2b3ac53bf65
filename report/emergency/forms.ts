// SPDX-License-Identifier: EUPL-1.2
import { incidentTerms } from '@schouw/core/law'
import type { PackBlock, PackSection, Told } from './model.ts'
import type { EmergencyWords } from './words.ts'

const logLines = 22
const blank = (cells: number, rows: number) =>
  Array.from({ length: rows }, () => Array.from({ length: cells }, () => ''))

/** To write on by hand: the clocks of the law that applies, the log, the acceptance of restarts. */
export function formSections(told: Told): readonly PackSection[] {
  const { forms } = told.own
  const log: PackBlock = {
    kind: 'table',
    table: {
      heads: forms.logColumns,
      widths: [0.4, 1, 5, 1.3, 1.3],
      rows: blank(5, logLines),
      rowHeight: 9,
    },
  }
  return [
    { title: `7. ${forms.title}: ${forms.clock}`, opensPage: true, blocks: clockBlocks(told) },
    {
      title: `8. ${forms.title}: ${forms.log}`,
      opensPage: true,
      blocks: [{ kind: 'text', text: forms.logHelp }, log],
    },
    {
      title: `9. ${forms.title}: ${forms.restart}`,
      opensPage: true,
      blocks: [restartTable(told)],
    },
  ]
}

function clockBlocks({ own, jurisdiction, language }: Told): readonly PackBlock[] {
  const { forms } = own
  const terms = jurisdiction === null ? [] : incidentTerms(jurisdiction).terms
  const rows = terms.map((term) => [
    { nl: term.title_nl, en: term.title_en }[language],
    termOf(term, forms),
    '',
    '',
    '',
  ])
  return [
    {
      kind: 'table',
      table: { heads: [forms.aware], widths: [1], rows: blank(1, 1), rowHeight: 14 },
    },
    { kind: 'text', text: forms.clockHelp },
    {
      kind: 'table',
      table: {
        heads: forms.clockColumns,
        widths: [2.9, 2.3, 1, 1.5, 1],
        rows: [...rows, ...blank(5, 1)],
        rowHeight: 7.4,
      },
    },
  ]
}

type Term = ReturnType<typeof incidentTerms>['terms'][number]

/** From what a term runs, where it is not from the moment of knowing. */
function termOf(
  { duration, regime_id, trigger_event }: Term,
  forms: EmergencyWords['forms'],
): string {
  // Ours is what was agreed, not what a pack takes where nothing was.
  if (regime_id === 'contract') return forms.byContract
  const special = forms.triggers[trigger_event]
  if (duration === null || duration.value === 0) return special ?? forms.noTerm
  const term = forms.term(duration.value, duration.unit)
  return special === undefined ? term : `${term} ${special}`
}

function restartTable({ own, crisis, records }: Told): PackBlock {
  const people = new Map(records('person').map((one) => [one.id, String(one.values['name'] ?? '')]))
  const owners = new Map(
    records('process').map((one) => [one.id, people.get(String(one.values['owner'] ?? '')) ?? '']),
  )
  return {
    kind: 'table',
    table: {
      heads: own.forms.restartColumns,
      widths: [2.2, 1.6, 1.6, 1.4, 2],
      rows: [
        ...crisis.order.map(({ process, name }) => [name, '', owners.get(process) ?? '', '', '']),
        ...blank(5, 2),
      ],
      rowHeight: 11,
    },
  }
}
