// SPDX-License-Identifier: EUPL-1.2
import { incidentYear } from '@schouw/core/board/year'
import { useWhole } from '../../data/whole.ts'
import { useTimes } from '../../parts/times.ts'
import { euro, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useIncidentWords } from './words.ts'

/** What the last twelve months come to, and whether anything was learned from them. */
export function Year() {
  const { language } = useLanguage()
  const { year: words } = useIncidentWords()
  const times = useTimes()
  const incidents = useWhole('incident').data
  const actions = useWhole('action').data
  if (incidents === undefined || actions === undefined) return null
  const found = incidentYear({ incidents, actions }, times.today())
  if (found.incidents + found.near_misses === 0) return null
  const unlearned = found.without_lessons + found.without_work
  return (
    <p>
      {words.counts(found.incidents, found.near_misses, found.significant)}{' '}
      {words.cost(number(found.outage_hours, language, 1), euro(found.damage_eur, language))}
      {found.without_damage > 0 && ` ${words.lacks(found.without_damage)}`}
      {unlearned > 0 && <span className="ask"> {words.unlearned(unlearned)}</span>}
    </p>
  )
}
