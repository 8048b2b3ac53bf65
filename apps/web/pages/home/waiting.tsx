// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import { useWaiting } from '../../data/waiting.ts'
import { useDecideWords } from '../decisions/words.ts'
import { WaitingLine } from '../waiting/line.tsx'

const shown = 3

/** What holds once I have looked: nothing is said where nothing waits. */
export function Waiting() {
  const words = useDecideWords()
  const { data } = useWaiting()
  if (data === undefined || data.items.length === 0) return null
  return (
    <section aria-labelledby="waiting" className="block">
      <h2 id="waiting">{words.waitingCount(data.items.length)}</h2>
      <ul className="plain">
        {data.items.slice(0, shown).map((act) => (
          <li key={act.pending}>
            <WaitingLine act={act} />
          </li>
        ))}
      </ul>
      <p>
        <Link to="/waiting">{words.waitingAll(data.items.length)}</Link>
      </p>
    </section>
  )
}
