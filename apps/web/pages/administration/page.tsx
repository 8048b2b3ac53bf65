// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { Followers } from './followers.tsx'
import { Grants } from './grants.tsx'
import { Part } from './part.tsx'
import { Provider } from './provider.tsx'
import { Tokens } from './tokens.tsx'
import { Webhooks } from './webhooks.tsx'
import { useAdministrationWords } from './words.ts'

const healthMs = 15_000

/** Everything that comes in or goes out otherwise than by a page, on one. */
export function Administration() {
  const words = useAdministrationWords()
  return (
    <>
      <Title name={words.title} />
      <p className="prose">
        <Glossed text={words.intro} />
      </p>
      <Health />
      <Grants />
      <Provider />
      <Tokens />
      <Webhooks />
      <Followers />
    </>
  )
}

function Health() {
  const { health: own } = useAdministrationWords()
  const found = useQuery({
    queryKey: ['health'],
    queryFn: () => api.call('GET /api/v1/health'),
    refetchInterval: healthMs,
  })
  return (
    <Part id="health" title={own.title}>
      <Ready of={found}>
        {({ jobs, mail }) => (
          <>
            <p>
              {jobs === null ? own.noJobs : own.jobs(jobs.waiting, jobs.active)}{' '}
              <Link to="/work">{own.work}</Link>
            </p>
            {jobs !== null && jobs.given_up > 0 && (
              <p className="broken">{own.givenUp(jobs.given_up)}</p>
            )}
            {mail !== null && (
              <p className={mail.state === 'away' ? 'broken' : undefined}>
                {own.mail[mail.state]} {mail.waiting > 0 && own.mailWaits(mail.waiting)}
              </p>
            )}
          </>
        )}
      </Ready>
    </Part>
  )
}
