// SPDX-License-Identifier: EUPL-1.2
import type { plan } from '@schouw/core/board'
import { addDays, daysBetween } from '@schouw/core/kernel'
import { type Drawing, type GanttRow, gantt, onScreen, type Style } from '../drawings/index.ts'
import { type Language, words } from '../words/index.ts'
import { planWords } from './plan-words.ts'

export interface PlanShown {
  readonly lines: readonly plan.PlanLine[]
  readonly from: string
  readonly to: string
  readonly today: string
  readonly nameOf: (person: string) => string
  /** Where an action leads; nowhere when absent, as on paper. */
  readonly leadsTo?: (line: plan.PlanLine) => string
}

const order = ['days_30', 'days_60', 'days_90', 'later']
const wide = 1080
const narrow = 350

/** The plan as bars over days, for a screen; the same drawing serves paper with another style. */
export function planShown(of: PlanShown, language: Language) {
  const picture = planPicture(of, language)
  return {
    wide: picture({ palette: onScreen, prefix: 'plan-wide', width: wide }),
    narrow: picture({ palette: onScreen, prefix: 'plan-narrow', width: narrow }),
  }
}

export function planPicture(of: PlanShown, language: Language): (style: Style) => Drawing {
  const { say } = words(language)
  const own = planWords(language)
  const { lines, from, to, today } = of
  const told = (line: plan.PlanLine) => tellingOf(line, of, language)
  const known = new Set(order)
  const groups = [...order, null].map((wave) => ({
    name: wave === null ? own.other : (own.waves[wave] ?? wave),
    rows: lines
      .filter((line) => (line.wave !== null && known.has(line.wave) ? line.wave : null) === wave)
      .map((line): GanttRow => {
        const row = told(line)
        const href = of.leadsTo?.(line)
        return {
          name: line.name,
          from: line.from,
          to: line.due_on,
          promised: line.promised_on,
          state: row.state,
          label: [row.due, row.owner].join(' · '),
          told: `${line.name}: ${own.states[row.state]}, ${row.due}, ${row.owner}`,
          ...(href === undefined ? {} : { href }),
        }
      }),
  }))
  const { columns } = own
  const table = {
    caption: own.caption,
    columns: [
      columns.action,
      columns.from,
      columns.to,
      columns.promised,
      columns.owner,
      columns.state,
    ].map((title) => ({ title, isNumber: false })),
    rows: lines.map((line) => {
      const row = told(line)
      const promised = line.promised_on === null ? '' : say.dayMonth(line.promised_on)
      return [
        line.name,
        say.dayMonth(line.from),
        row.due,
        promised,
        row.owner,
        own.states[row.state],
      ]
    }),
  }
  const weeks = Math.ceil(daysBetween(from, to) / 7)
  const ticks = Array.from({ length: weeks }, (_, week) => addDays(from, 7 * week)).map((on) => ({
    on,
    text: say.dayMonth(on),
  }))
  return (style) =>
    gantt(groups, { span: { from, to, today }, say: { ...own, table, ticks }, style })
}

function tellingOf(line: plan.PlanLine, of: PlanShown, language: Language) {
  const { say } = words(language)
  const own = planWords(language)
  const isOpen = line.state === 'open' || line.state === 'in_progress'
  return {
    state: line.is_late ? ('late' as const) : isOpen ? ('open' as const) : ('done' as const),
    due: line.due_on === null ? own.noDay : say.dayMonth(line.due_on),
    owner: line.owner === null ? own.nobody : of.nameOf(line.owner),
  }
}
