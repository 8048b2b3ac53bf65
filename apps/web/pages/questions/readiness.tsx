// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import { useContinuity } from '../../data/continuity.ts'
import { useExercises } from '../../data/crisis.ts'
import { useContinuityWords } from '../continuity/words.ts'
import { Duty } from '../exercises/duty.tsx'
import { useExerciseWords } from '../exercises/words.ts'

/** The yearly exercise and the restore tests: whether it would come back, as far as anybody tried. */
export function Readiness() {
  const words = useContinuityWords()
  const { title } = useExerciseWords()
  const continuity = useContinuity().data?.continuity
  const exercises = useExercises().data?.exercises
  return (
    <ul className="plain">
      {exercises !== undefined && (
        <li>
          <Duty duty={exercises.duty} /> <Link to="/exercises">{title}</Link>
        </li>
      )}
      {continuity !== undefined && (
        <li>
          {words.board(continuity.counts, continuity.missed.length)}{' '}
          <Link to="/continuity">{words.title}</Link>
        </li>
      )}
    </ul>
  )
}
