// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useStep } from '../../data/records.ts'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import type { Lines } from './lines.ts'
import { reviewMonths, starters } from './starters.ts'
import { usePoliciesWords } from './words.ts'

/** What is expected and not there yet, and one button that makes it, without a text. */
export function Starting({ lines }: { readonly lines: Lines }) {
  const { language } = useLanguage()
  const { start: words } = usePoliciesWords()
  const allowed = useMay()
  const step = useStep('policy')
  const [isBusy, setIsBusy] = useState(false)
  const [isDone, setIsDone] = useState(false)
  const areas = new Set(lines.map(({ area }) => area))
  const missing = starters.filter(({ area }) => !areas.has(area))
  const make = async () => {
    setIsBusy(true)
    try {
      for (const one of missing) {
        const [name, note] = one[language]
        const { code, area, duties, applies_to } = one
        const values = { code, name, note, area, duties, applies_to, review_months: reviewMonths }
        await step.mutateAsync({ do: 'create', values })
      }
      setIsDone(true)
    } catch {
      // Shown below; what was made before stays, and the button offers the rest.
    } finally {
      setIsBusy(false)
    }
  }
  const mayMake = allowed('create', 'policy')
  return (
    <section aria-labelledby="starting" className="no-print">
      {missing.length > 0 && (
        <>
          <h2 id="starting">{words.title}</h2>
          <p className="prose">{lines.length === 0 ? words.empty : words.some}</p>
          <ul className="prose">
            {missing.map((one) => (
              <li key={one.area}>
                <strong>{one[language][0]}</strong>. {one[language][1]}
              </li>
            ))}
          </ul>
        </>
      )}
      <Refusal error={step.error} />
      {isDone && <output>{words.done} </output>}
      {mayMake && (
        <p>
          {missing.length > 0 && (
            <>
              <Button loading={isBusy} onClick={() => void make()}>
                {words.button(missing.length)}
              </Button>{' '}
            </>
          )}
          <Link to="/registers/policies/new">{words.new}</Link>
        </p>
      )}
    </section>
  )
}
