// SPDX-License-Identifier: EUPL-1.2
import type { figuresPack } from '@schouw/core/assurance'
import type { Line, Registers } from '../facts.ts'
import { compare } from '../work.ts'

export type Figure = (typeof figuresPack.figures)[number]

/** Where green and amber end, and who said so. */
export interface Limits {
  readonly green: number | null
  readonly amber: number | null
  readonly target: number | null
  readonly is_higher_better: boolean
  /** `default`: of the pack, or of whoever entered the figure. No board has set these. */
  readonly set_by: 'board' | 'default'
  /** By which the board set them, and since when; null while it has not. */
  readonly decision: string | null
  readonly since: string | null
  /** A decision that asks for other limits and is not taken yet. */
  readonly asked_in: string | null
}

interface Around {
  readonly registers: Registers
  readonly kpi: Line | undefined
  /** Of the pack, where it is one of those. */
  readonly figure: Figure | undefined
  readonly today: string
}

/**
 * The limits as the last decision of the board has them; they hold from the day it was taken, without
 * anybody copying them. Without one, what the register says, else what the pack says.
 */
export function limitsOf({ registers, kpi, figure, today }: Around): Limits {
  const direction = kpi?.text('direction') ?? figure?.direction
  const decisions =
    kpi === undefined
      ? []
      : registers.all('decision').flatMap((line) => {
          const row = line.rows('limits').find((one) => one.text('kpi') === kpi.id)
          return row === undefined ? [] : [{ line, row }]
        })
  const [taken] = decisions
    .filter(({ line }) => line.state === 'decided' && line.text('outcome') === 'approved')
    .filter(({ line }) => (line.text('decided_on') ?? '9999') <= today)
    .toSorted(
      (a, b) =>
        compare(b.line.text('decided_on') ?? '', a.line.text('decided_on') ?? '') ||
        compare(b.line.id, a.line.id),
    )
  const asked = decisions.find(({ line }) => line.state === 'draft' || line.state === 'tabled')
  const shared = {
    is_higher_better: direction !== 'lower_is_better',
    asked_in: asked?.line.id ?? null,
  }
  if (taken !== undefined) {
    return {
      ...shared,
      green: taken.row.number('green_limit'),
      amber: taken.row.number('amber_limit'),
      target: taken.row.number('target'),
      set_by: 'board',
      decision: taken.line.id,
      since: taken.line.text('decided_on'),
    }
  }
  const isOfBoard = kpi?.text('limits_set_by') === 'board'
  return {
    ...shared,
    green: kpi?.number('green_limit') ?? figure?.green ?? null,
    amber: kpi?.number('amber_limit') ?? figure?.amber ?? null,
    target: kpi?.number('target') ?? null,
    set_by: isOfBoard ? 'board' : 'default',
    decision: isOfBoard ? (kpi?.text('decision') ?? null) : null,
    since: null,
  }
}
