// SPDX-License-Identifier: EUPL-1.2
import { figuresPack } from '@schouw/core/assurance'
import { addDays } from '@schouw/core/kernel'
import { type Line, type Ref, type Registers, refOf } from '../facts.ts'
import { compare } from '../work.ts'
import type { FigureLine } from './lines.ts'

/** A figure that is beyond a limit, or was, with the work on it. */
export interface Deviation {
  readonly figure: string
  readonly kpi: string
  readonly band: 'red' | 'amber' | 'green'
  /** Work on it that is open; null when there is none. */
  readonly action: (Ref & { readonly state: string; readonly due_on: string | null }) | null
  /**
   * `open`: there is no work on it yet. `close`: it is within its limits again while the work stands
   * open. `wait`: work is under way.
   */
  readonly step: 'open' | 'close' | 'wait'
  /** Of the action to be opened. */
  readonly proposal: {
    readonly code: string
    readonly owner: string | null
    readonly due_on: string
    readonly priority: 'high' | 'medium'
  } | null
}

const daysToMend = { red: 30, amber: 60 } as const

const openStates: readonly string[] = ['open', 'in_progress']

/** One action at a time for each figure; the next only when that one is over. */
export function deviationsOf(
  lines: readonly FigureLine[],
  { registers, today }: { readonly registers: Registers; readonly today: string },
): readonly Deviation[] {
  const actions = registers.all('action').filter((line) => line.text('origin') === 'threshold')
  return lines.flatMap((line): readonly Deviation[] => {
    const { kpi, band, id } = line
    if (kpi === null) return []
    const own = actions.filter((one) => one.list('sources').includes(kpi))
    const [open] = own
      .filter(({ state }) => openStates.includes(state))
      .toSorted((a, b) => compare(a.id, b.id))
    const action =
      open === undefined ? null : { ...refOf(open), state: open.state, due_on: open.text('due_on') }
    if (band === 'green') {
      if (action === null) return []
      return [{ figure: id, kpi, band, action, step: 'close', proposal: null }]
    }
    if (band !== 'red' && band !== 'amber') return []
    if (action !== null) return [{ figure: id, kpi, band, action, step: 'wait', proposal: null }]
    const proposal = {
      code: codeOf(line, own),
      owner: line.owner ?? holderOf(registers, id, today),
      due_on: addDays(today, daysToMend[band]),
      priority: band === 'red' ? ('high' as const) : ('medium' as const),
    }
    return [{ figure: id, kpi, band, action: null, step: 'open', proposal }]
  })
}

const longestCode = 32

/** The same for whoever asks at the same time, so that the register takes only one of them. */
function codeOf({ id }: FigureLine, earlier: readonly Line[]): string {
  return `KPI-${id.slice(0, longestCode).replaceAll('_', '-')}-${earlier.length + 1}`
}

/** Whoever holds the role that the figure is for; null when nobody, or nobody alone, does. */
function holderOf(registers: Registers, id: string, today: string): string | null {
  const role = figuresPack.figures.find((one) => one.id === id)?.owner_role
  const holders = registers
    .all('appointment')
    .filter((line) => line.text('role') === role)
    .filter((line) => (line.text('from') ?? '') <= today && (line.text('to') ?? '9999') > today)
    .flatMap((line) => line.text('person') ?? [])
  return new Set(holders).size === 1 ? (holders[0] ?? null) : null
}
