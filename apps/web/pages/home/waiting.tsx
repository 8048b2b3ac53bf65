// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import { useWaiting } from '../../data/waiting.ts'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useDecideWords } from '../decisions/words.ts'

/**
 * What holds once I have looked: nothing is said where nothing waits. Only how much and since when:
 * naming it asks for the words of every register, which this page does not load.
 */
export function Waiting() {
  const { language } = useLanguage()
  const words = useDecideWords()
  const { data } = useWaiting()
  const [first] = data?.items ?? []
  if (data === undefined || first === undefined) return null
  const { items } = data
  const people = new Set(items.map(({ asked }) => asked.by)).size
  return (
    <section aria-labelledby="waiting" className="block">
      <h2 id="waiting">{words.waitingCount(items.length)}</h2>
      <p>
        <Link to="/waiting">
          {words.waitingSince(items.length, people, day(first.asked.at, language))}
        </Link>
      </p>
    </section>
  )
}
