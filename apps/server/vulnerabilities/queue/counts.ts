// SPDX-License-Identifier: EUPL-1.2
import type { Database } from '../../storage/dialect.ts'
import { type Part, within } from './best.ts'

export interface Counts {
  readonly now: number
  readonly next_window: number
  readonly never: number
  readonly find_out: number
  readonly undecided: number
  readonly done: number
}

export async function countsOf(db: Database, part: Part = {}): Promise<Counts> {
  const rows = await db
    .selectFrom('vulnerability_lines as l')
    .select(({ fn }) => [
      'waits',
      'is_done',
      fn.countAll<string>().as('all'),
      fn.countAll<string>().filterWhere('is_decided', '=', false).as('undecided'),
    ])
    .where(within(part, 'l'))
    .groupBy(['waits', 'is_done'])
    .execute()
  const sum = (of: readonly { readonly all: string }[]) =>
    of.reduce((total, { all }) => total + Number(all), 0)
  const open = rows.filter(({ is_done }) => !is_done)
  const waiting = (when: string) => sum(open.filter(({ waits }) => waits === when))
  return {
    now: waiting('now'),
    next_window: waiting('next_window'),
    never: waiting('never'),
    find_out: waiting('find_out'),
    undecided: open.reduce((total, { undecided }) => total + Number(undecided), 0),
    done: sum(rows.filter(({ is_done }) => is_done)),
  }
}

/** What was counted of everything, when a part of it came to be otherwise. */
export function movedBy(counts: Counts, before: Counts, after: Counts): Counts {
  const by = (name: keyof Counts) => counts[name] - before[name] + after[name]
  return {
    now: by('now'),
    next_window: by('next_window'),
    never: by('never'),
    find_out: by('find_out'),
    undecided: by('undecided'),
    done: by('done'),
  }
}
