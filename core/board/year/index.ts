// SPDX-License-Identifier: EUPL-1.2
/**
 * Year: what the incidents of the last twelve months come to: how many, how long, what they cost, and
 * whether what was learned became work. Drills are practice and are in none of it.
 */
import { addMonths } from '@schouw/core/kernel'
import type { RecordVersion } from '@schouw/core/registers'
import { lineOf } from '../facts.ts'

export interface IncidentYear {
  /** First day that counts. */
  readonly since: string
  readonly incidents: number
  readonly near_misses: number
  readonly significant: number
  /** Of those whose hours or costs somebody wrote down. */
  readonly outage_hours: number
  readonly damage_eur: number
  /** Incidents of which nobody wrote down what they cost: the sum lacks them. */
  readonly without_damage: number
  /** Handled ones without a lesson, and lessons from which no work came. */
  readonly without_lessons: number
  readonly without_work: number
}

type Known = Pick<RecordVersion, 'id' | 'kind' | 'state' | 'values'> &
  Partial<Pick<RecordVersion, 'created' | 'approval' | 'version' | 'retired'>>

const handled: readonly string[] = ['handled', 'closed']
const small: readonly string[] = ['near_miss', 'odd_observation']

export function incidentYear(
  {
    incidents,
    actions,
  }: { readonly incidents: readonly Known[]; readonly actions: readonly Known[] },
  today: string,
): IncidentYear {
  const since = addMonths(today, -12)
  const lines = incidents
    .filter(({ retired, state }) => (retired ?? null) === null && state !== 'dismissed')
    .map(whole)
    .filter((line) => line.flag('is_exercise') !== true)
    .filter((line) => {
      const at = line.text('detected_at') ?? line.text('noticed_at') ?? line.text('started_at')
      const day = (at ?? line.since).slice(0, 10)
      return day >= since && day <= today
    })
  const real = lines.filter((line) => !small.includes(line.text('type') ?? ''))
  const over = real.filter(({ state }) => handled.includes(state))
  const worked = new Set(
    actions
      .filter(({ retired }) => (retired ?? null) === null)
      .map(whole)
      .flatMap((line) => line.list('sources')),
  )
  const sum = (field: string) => real.reduce((all, line) => all + (line.number(field) ?? 0), 0)
  const learned = over.filter((line) => line.text('lessons') !== null)
  return {
    since,
    incidents: real.length,
    near_misses: lines.length - real.length,
    significant: real.filter((line) => line.text('significance') === 'significant').length,
    outage_hours: sum('outage_hours'),
    damage_eur: sum('damage_eur'),
    without_damage: real.filter((line) => line.number('damage_eur') === null).length,
    without_lessons: over.length - learned.length,
    without_work: learned.filter(({ id }) => !worked.has(id)).length,
  }
}

function whole(record: Known) {
  const stamp = { at: '', by: '' }
  return lineOf({
    ...{ version: 1, approval: null, retired: null, created: stamp, changed: stamp, erased: [] },
    ...record,
  } as RecordVersion)
}
