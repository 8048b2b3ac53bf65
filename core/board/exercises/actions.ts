// SPDX-License-Identifier: EUPL-1.2
import type { Line } from '../facts.ts'

/** Work that came of an exercise. */
export interface ActionLine {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly is_late: boolean
}

const doneStates: readonly string[] = ['done', 'verified', 'cancelled']

export function actionsOf(
  source: string,
  actions: readonly Line[],
  today: string,
): readonly ActionLine[] {
  return actions
    .filter((one) => one.list('sources').includes(source))
    .map((one) => ({
      id: one.id,
      name: one.text('name') ?? '',
      state: one.state,
      is_late: !doneStates.includes(one.state) && (one.text('due_on') ?? '9999') < today,
    }))
}
