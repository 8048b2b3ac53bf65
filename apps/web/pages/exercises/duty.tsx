// SPDX-License-Identifier: EUPL-1.2
import type { Exercises } from '../../data/crisis.ts'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useExerciseWords } from './words.ts'

/** When the board last exercised, until when the next is due, and whether one is planned. */
export function Duty({ duty }: { readonly duty: Exercises['duty'] }) {
  const { language } = useLanguage()
  const { duty: words } = useExerciseWords()
  const { last, due_on: due, standing, planned } = duty
  const told =
    last === null || due === null || standing === 'never'
      ? words.never
      : words[standing](day(last.on, language), day(due, language))
  return (
    <>
      <span className={standing === 'late' ? 'broken' : standing === 'soon' ? 'ask' : undefined}>
        {told}
      </span>{' '}
      {planned === null ? words.notPlanned : words.planned(day(planned.on, language))}
    </>
  )
}
