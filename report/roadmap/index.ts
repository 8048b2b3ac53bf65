// SPDX-License-Identifier: EUPL-1.2
/**
 * Roadmap: the plan of the registers to take along: its bars drawn by the code that draws them on
 * the screen, and the same as tables, for paper and for a spreadsheet. Same plan, same values.
 */
import type { plan } from '@schouw/core/board'
import { type PlanShown, planPicture } from '../board/index.ts'
import { onPaper } from '../drawings/index.ts'
import { breakable } from '../paper/breakable.ts'
import { type Language, words } from '../words/index.ts'
import { roadmapWords } from './words.ts'

export interface PlanTaken {
  readonly plan: plan.Plan
  readonly organisation: string
  /** `YYYY-MM-DD`. */
  readonly today: string
  readonly nameOf: (person: string) => string
}

type Cell = string | number | null

export interface PlanTable {
  readonly title: string
  /** Of a sheet. */
  readonly name: string
  /** Said where there are no rows. */
  readonly none: string
  readonly heads: readonly string[]
  readonly aligns: readonly ('left' | 'right')[]
  /** Share of the width; 0 is as narrow as its words. */
  readonly grow: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
}

/** Bars on one page; more are drawn on the next. */
const barsOnPage = 18
const drawnWidth = 1180

export function planTables(taken: PlanTaken, language: Language): readonly PlanTable[] {
  const own = roadmapWords(language)
  const { columns: name } = own
  const { lines, money } = taken.plan
  const work: PlanTable = {
    ...{ title: own.work, name: own.sheets.work, none: own.empty },
    heads: [
      name.code,
      name.action,
      name.state,
      name.owner,
      name.from,
      name.due,
      name.promised,
      name.cost,
    ],
    aligns: ['left', 'left', 'left', 'left', 'left', 'left', 'left', 'right'],
    grow: [0, 4, 0, 2, 0, 0, 0, 0],
    rows: lines.map((line) => [
      line.code,
      line.name,
      own.states[stateOf(line)],
      line.owner === null ? own.nobody : taken.nameOf(line.owner),
      line.from,
      line.due_on,
      line.promised_on,
      line.cost_eur,
    ]),
  }
  const budgets: PlanTable = {
    ...{ title: own.money, name: own.sheets.money, none: own.noMoney },
    heads: [name.budget, name.year, name.asked, name.granted, name.committed, name.spent],
    aligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    grow: [4, 0, 0, 0, 0, 0],
    rows: money.budgets.flatMap((budget) =>
      [budget, ...budget.parts].map((one, at) => [
        at === 0 ? one.name : `– ${one.name}`,
        at === 0 ? budget.year : null,
        one.asked_eur,
        one.granted_eur,
        one.committed_eur,
        one.spent_eur,
      ]),
    ),
  }
  const notDone: PlanTable = {
    ...{ title: own.notDone, name: own.sheets.notDone, none: own.noNotDone },
    heads: [name.what, name.came, name.on, name.asked, name.granted, name.consequence],
    aligns: ['left', 'left', 'left', 'right', 'right', 'left'],
    grow: [3, 0, 0, 0, 0, 4],
    rows: money.not_done.map((one) => [
      one.name,
      own.outcomes[one.what],
      one.on,
      one.asked_eur,
      one.granted_eur,
      one.consequence,
    ]),
  }
  return [work, budgets, notDone]
}

/** Values of the template, and the moment the file says it was made: the day it is about. */
export function planPaper(taken: PlanTaken, language: Language) {
  const own = roadmapWords(language)
  const { say } = words(language)
  const { plan, organisation, today, nameOf } = taken
  const drawn = plan.lines.filter(
    (line) => isOpen(line) || (line.done_on ?? line.due_on ?? '') >= plan.from,
  )
  const open = plan.lines.filter(isOpen).length
  const counts = {
    open,
    late: plan.lines.filter(({ is_late }) => is_late).length,
    done: plan.lines.length - open,
  }
  const pictures = pagesOf(drawn).map((lines, page) => {
    const shown: PlanShown = { lines, from: plan.from, to: plan.to, today, nameOf }
    const picture = planPicture(shown, language)
    const { svg, title, description, width, height } = picture({
      ...{ palette: onPaper, prefix: `plan-${page}`, width: drawnWidth },
    })
    return { svg, alt: `${title}. ${description}`, ratio: height / width }
  })
  const tables = planTables(taken, language).map((table) => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell) => written(cell, language))),
  }))
  const data = {
    ...{ language, organisation, title: own.title, page: own.page, pictures, tables },
    asOf: own.asOf(say.date(today)),
    date: today.split('-').map(Number),
    answer: plan.lines.length === 0 ? own.empty : own.answer(counts),
  }
  return { data: breakable(data), createdAt: new Date(`${today}T00:00:00Z`) }
}

/** `plan-2026-11-20`. */
export function planFileName({ today }: PlanTaken, language: Language): string {
  return `${roadmapWords(language).file}-${today}`
}

function written(cell: Cell, language: Language): string {
  const { say } = words(language)
  if (cell === null) return ''
  if (typeof cell === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(cell) ? say.dayMonth(cell) : cell
  return cell > 9_999 || cell < 0
    ? new Intl.NumberFormat({ nl: 'nl-NL', en: 'en-GB' }[language]).format(cell)
    : String(cell)
}

function pagesOf(lines: readonly plan.PlanLine[]): readonly (readonly plan.PlanLine[])[] {
  const pages: (readonly plan.PlanLine[])[] = []
  for (let at = 0; at < lines.length; at += barsOnPage) pages.push(lines.slice(at, at + barsOnPage))
  return pages
}

const openStates: readonly string[] = ['open', 'in_progress']

function isOpen({ state }: plan.PlanLine): boolean {
  return openStates.includes(state)
}

function stateOf(line: plan.PlanLine): 'open' | 'late' | 'done' {
  if (line.is_late) return 'late'
  return isOpen(line) ? 'open' : 'done'
}
