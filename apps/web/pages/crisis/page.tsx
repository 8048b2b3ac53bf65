// SPDX-License-Identifier: EUPL-1.2
import { gapText } from '@schouw/report/crisis-gaps'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { type Crisis, useCrisis } from '../../data/crisis.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import './crisis.css'
import { IsolationByZone } from './isolation.tsx'
import { PackLink } from './pack-link.tsx'
import { Places } from './places.tsx'
import { Statements } from './statements.tsx'
import { useCrisisWords } from './words.ts'

/** What lies ready: who is called, what is said, what is closed off, and all of it on paper. */
export function CrisisPage() {
  const words = useCrisisWords()
  return (
    <>
      <Title name={words.title} />
      <p>
        <Glossed text={words.intro} />
      </p>
      <PackLink />
      <Ready of={useCrisis()}>
        {({ crisis }) => (
          <>
            <Gaps gaps={crisis.gaps} />
            <Places places={crisis.places} />
            <Statements statements={crisis.statements} />
            <Playbooks playbooks={crisis.playbooks} />
            <IsolationByZone isolation={crisis.isolation} />
          </>
        )}
      </Ready>
    </>
  )
}

const registers = {
  no_deputy: 'crisis-contacts',
  deputy_without_number: 'crisis-contacts',
  no_number: 'crisis-contacts',
  needs_network: 'crisis-contacts',
  not_called: 'crisis-contacts',
  statement_not_ready: 'holding-statements',
  playbook_not_approved: 'playbooks',
} as const

function Gaps({ gaps }: { readonly gaps: Crisis['gaps'] }) {
  const { language } = useLanguage()
  const words = useCrisisWords()
  const told = (gap: Crisis['gaps'][number]) => gapText(gap, language)
  return (
    <>
      <p className="answer">{words.missing(gaps.length)}</p>
      {gaps.length > 0 && (
        <details open={gaps.length <= 8}>
          <summary>{words.showMissing}</summary>
          <ul>
            {gaps.map((one) => {
              const plural = one.code in registers ? registers[one.code as 'no_deputy'] : null
              return (
                <li key={`${one.code} ${one.about} ${one.record}`}>
                  {one.record === null || plural === null ? (
                    told(one)
                  ) : (
                    <Link to={`/registers/${plural}/${one.record}`}>{told(one)}</Link>
                  )}
                </li>
              )
            })}
          </ul>
        </details>
      )}
    </>
  )
}

function Playbooks({ playbooks }: { readonly playbooks: Crisis['playbooks'] }) {
  const { language } = useLanguage()
  const words = useCrisisWords()
  const tongue = registerTongue(language)
  return (
    <section aria-labelledby="playbooks">
      <h2 id="playbooks">{words.playbooks}</h2>
      <ul className="plain">
        {playbooks.map(({ id, name, state, exercised_on }) => (
          <li key={id}>
            <Link to={`/playbooks/${id}`}>{name}</Link>{' '}
            <span className={state === 'approved' ? 'quiet' : 'ask'}>
              · {upper(tongue.code('playbook', state))}
            </span>{' '}
            <span className="quiet">
              ·{' '}
              {exercised_on === null
                ? words.notExercised
                : words.exercised(day(exercised_on, language))}
            </span>
          </li>
        ))}
      </ul>
      {playbooks.length === 0 && (
        <p>
          <Link to="/incidents">{words.toPlaybooks}</Link>
        </p>
      )}
    </section>
  )
}
