// SPDX-License-Identifier: EUPL-1.2
import type { Line } from '../facts.ts'

const withoutBoard: readonly string[] = ['phishing_test', 'call_tree', 'technical', 'exit_test']

/** The last exercise that the board can have taken part in; held by that day. */
export function lastWithBoard(exercises: readonly Line[], today: string): Line | null {
  const [last] = exercises
    .filter(({ state }) => state !== 'cancelled')
    .filter((line) => line.flag('has_board') !== false)
    .filter((line) => !withoutBoard.includes(line.text('type') ?? ''))
    .filter((line) => (line.text('held_on') ?? '9999') <= today)
    .toSorted((a, b) => ((a.text('held_on') ?? '') < (b.text('held_on') ?? '') ? 1 : -1))
  return last ?? null
}
