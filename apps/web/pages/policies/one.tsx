// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link, useParams } from 'react-router'
import { useMay } from '../../data/may.ts'
import type { Session } from '../../data/session.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Missing } from '../missing.tsx'
import { upper } from '../registers/page.tsx'
import { AddText } from './add-text.tsx'
import { type Line, type Lines, usePolicies } from './lines.ts'
import { Readers } from './readers.tsx'
import { Text } from './text.tsx'
import { usePoliciesWords } from './words.ts'

/** One policy: its texts, what was decided about them, when it is reviewed, who read it. */
export function OnePolicy({ session }: { readonly session: Session }) {
  const { id = '' } = useParams()
  const { one: words } = usePoliciesWords()
  const policies = usePolicies()
  return (
    <>
      <p className="quiet">
        <Link to="/policies">{words.all}</Link>
      </p>
      <Ready of={policies as never}>
        {(lines: Lines) => {
          const line = lines.find((one) => one.id === id)
          return line === undefined ? <Missing /> : <Sheet line={line} session={session} />
        }}
      </Ready>
    </>
  )
}

function Sheet({ line, session }: { readonly line: Line; readonly session: Session }) {
  const words = usePoliciesWords()
  const { one } = words
  const allowed = useMay()
  const roles = session.organisation?.roles ?? []
  const maySee = roles.includes('ciso') || roles.includes('director')
  return (
    <>
      <Title name={line.name} />
      <Facts line={line} />
      <section aria-labelledby="texts">
        <h2 id="texts">{one.texts}</h2>
        {line.texts.length === 0 && <p>{one.noTexts}</p>}
        {line.texts.map((text) => (
          <Text key={text.id} text={text} line={line} session={session} />
        ))}
        {allowed('create', 'policy-version') && (
          <AddText key={line.texts.length} line={line} session={session} />
        )}
      </section>
      {maySee && <Readers text={line.in_force} isKeeper={roles.includes('ciso')} />}
    </>
  )
}

function Facts({ line }: { readonly line: Line }) {
  const { language } = useLanguage()
  const words = usePoliciesWords()
  const tongue = registerTongue(language)
  const { standing, review_on: reviewOn } = line
  const isOff = standing === 'newer_waits' || standing === 'not_approved'
  return (
    <>
      <p className="prose">{line.purpose ?? words.one.noPurpose}</p>
      <p>
        <strong className={standing === 'expired' ? 'broken' : isOff ? 'ask' : undefined}>
          {upper(words.standing[standing])}
        </strong>
        {' · '}
        {upper(tongue.code('policy', line.area, 'area'))}
        {' · '}
        {words.columns.owner}: {line.owner === null ? words.nobody : <RecordLink id={line.owner} />}
        {' · '}
        {words.columns.review}:{' '}
        <span className={line.is_review_late ? 'broken' : undefined}>
          {reviewOn === null
            ? words.noReview
            : line.is_review_late
              ? words.lateOn(day(reviewOn, language))
              : day(reviewOn, language)}
        </span>
        {' · '}
        <Link to={`/registers/policies/${line.id}`}>{words.one.register}</Link>
      </p>
    </>
  )
}
