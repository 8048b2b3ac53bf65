// SPDX-License-Identifier: EUPL-1.2
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import type { useRecord } from '../../data/records.ts'
import { useWhole } from '../../data/whole.ts'
import { useLanguage } from '../../words/language.tsx'
import { CameOf } from '../exercises/came-of.tsx'
import { NewAction } from '../exercises/improvements.tsx'
import { upper } from '../registers/page.tsx'
import { useIncidentWords } from './words.ts'

const over: readonly string[] = ['handled', 'closed']

interface LearningProps {
  readonly record: NonNullable<ReturnType<typeof useRecord>['data']>
}

/** What was learned and which work came of it: a lesson without work is counted as none. */
export function Learning({ record }: LearningProps) {
  const { id, state, values } = record
  const { language } = useLanguage()
  const { learning: words } = useIncidentWords()
  const allowed = useMay()
  const actions = (useWhole('action').data ?? []).filter(
    ({ retired, values }) =>
      retired === null && ((values['sources'] ?? []) as readonly string[]).includes(id),
  )
  const { lessons, cause } = values as { readonly lessons?: string; readonly cause?: string }
  if (!over.includes(state) && actions.length === 0) return null
  return (
    <section aria-labelledby="learning" className="block">
      <h2 id="learning">{words.title}</h2>
      {cause !== undefined && (
        <p className="said">
          <strong>{words.cause}</strong> {cause}
        </p>
      )}
      {lessons === undefined ? (
        <p className="ask">
          {words.none} <Link to={`/registers/incidents/${id}`}>{words.write}</Link>
        </p>
      ) : (
        <p className="said">{lessons}</p>
      )}
      {actions.length === 0 && <p className="quiet">{words.noWork}</p>}
      <ul className="plain">
        {actions.map((one) => (
          <li key={one.id}>
            <Link to={`/registers/actions/${one.id}`}>{String(one.values['name'] ?? '')}</Link>{' '}
            <span className="quiet">
              · {upper(registerTongue(language).code('action', one.state))}
            </span>
          </li>
        ))}
      </ul>
      {allowed('create', 'action') && (
        <NewAction key={actions.length} source={id} origin="incident" />
      )}
      <CameOf kind="incident" record={record} />
    </section>
  )
}
