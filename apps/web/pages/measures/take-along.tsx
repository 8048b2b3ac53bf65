// SPDX-License-Identifier: EUPL-1.2
import { plurals } from '@schouw/contract/client'
import { useSession } from '../../data/session.ts'
import { useLanguage } from '../../words/language.tsx'
import { useApplicabilityWords } from './words.ts'

const models = [
  'catalog',
  'component-definition',
  'assessment-results',
  'plan-of-action-and-milestones',
] as const

const oscalRoles: readonly string[] = [
  'director',
  'supervisory_director',
  'ciso',
  'auditor',
  'consultant',
]

/** The same as files: for an auditor, a spreadsheet, another program. */
export function TakeAlong({ framework }: { readonly framework: string }) {
  const { language } = useLanguage()
  const words = useApplicabilityWords()
  const roles = useSession().data?.organisation?.roles ?? []
  const statement = (format: 'csv' | 'xlsx') => {
    const query = new URLSearchParams({ format, language })
    if (framework !== '') query.set('framework', framework)
    return `/api/v1/applicability/export?${query}`
  }
  const register = (kind: 'measure' | 'requirement-answer') =>
    `/api/v1/exports/${plurals[kind]}?format=xlsx&language=${language}`
  return (
    <section className="block no-print" aria-labelledby="take">
      <h2 id="take">{words.take}</h2>
      <ul className="plain">
        <li>
          <a href={statement('xlsx')} download>
            {words.xlsx}
          </a>{' '}
          ·{' '}
          <a href={statement('csv')} download>
            {words.csv}
          </a>
        </li>
        <li>
          <a href={register('measure')} download>
            {words.measures}
          </a>{' '}
          ·{' '}
          <a href={register('requirement-answer')} download>
            {words.answers}
          </a>
        </li>
        {roles.some((role) => oscalRoles.includes(role)) && (
          <li>
            {words.oscal}:{' '}
            {models.map((model, at) => (
              <span key={model}>
                {at > 0 && ' · '}
                <a
                  href={`/api/v1/oscal?model=${model}&language=${language}`}
                  download={`oscal-${model}.json`}
                >
                  {words.models[model]}
                </a>
              </span>
            ))}
          </li>
        )}
      </ul>
    </section>
  )
}
