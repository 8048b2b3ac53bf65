// SPDX-License-Identifier: EUPL-1.2
import { kindOfPlural } from '@schouw/contract'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { isGoing, type Job, useJobs } from '../../data/jobs.ts'
import type { Session } from '../../data/session.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { PersonName } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { upper } from '../registers/page.tsx'
import { GoingOn, HowFar } from './going.tsx'
import { useJobsWords } from './words.ts'

/** All that takes a while: what it is doing, how far it is, whose it is, and a way to stop it. */
export function WorkUnderWay({ session }: { readonly session: Session }) {
  const words = useJobsWords()
  const isAll = session.organisation?.roles.includes('ciso') === true
  return (
    <>
      <Title name={words.title} />
      <p className="prose">
        <Glossed text={words.intro} />
      </p>
      {isAll && <p className="quiet prose">{words.all}</p>}
      <Ready of={useJobs()}>
        {({ items }) => {
          const going = items.filter(isGoing)
          const ended = items.filter((one) => !isGoing(one))
          return (
            <>
              <section aria-labelledby="going">
                <h2 id="going">{words.going}</h2>
                {going.length === 0 ? (
                  <p>{words.quiet}</p>
                ) : (
                  <ul className="plain">
                    {going.map((one) => (
                      <Going key={one.id} job={one} />
                    ))}
                  </ul>
                )}
              </section>
              <section aria-labelledby="ended">
                <h2 id="ended">{words.ended}</h2>
                {ended.length === 0 ? (
                  <p className="quiet">{words.noneEnded}</p>
                ) : (
                  <Ended jobs={ended} />
                )}
              </section>
            </>
          )
        }}
      </Ready>
    </>
  )
}

function Going({ job }: { readonly job: Job }) {
  const words = useJobsWords()
  const { language } = useLanguage()
  const about = useAbout(job)
  const { name, asked_at, asked_by } = job
  const at = pageOf(job)
  return (
    <li className="part">
      <strong>{words.names[name]}</strong>
      {about !== '' && (
        <>
          : <span className="stranger">{about}</span>
        </>
      )}{' '}
      <span className="quiet">
        <PersonName id={asked_by} />, {dayAndTime(asked_at, language)}
      </span>
      <GoingOn job={job} named={`${words.names[name]} ${about}`.trim()} />
      {at !== undefined && <Link to={at}>{words.open}</Link>}
    </li>
  )
}

function Ended({ jobs }: { readonly jobs: readonly Job[] }) {
  const words = useJobsWords()
  const { language } = useLanguage()
  return (
    <div className="scroll">
      <table className="table">
        <thead>
          <tr>
            {[words.what, words.by, words.began, words.progress, words.state].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.id}>
              <td>
                {words.names[job.name]} <About job={job} />
              </td>
              <td>
                <PersonName id={job.asked_by} />
              </td>
              <td>{dayAndTime(job.asked_at, language)}</td>
              <td>{job.progress === null ? '–' : <HowFar job={job} />}</td>
              <td>
                {words.states[job.state]}
                {job.state === 'cancelled' && (
                  <span className="quiet"> {words.left[job.leaves]}</span>
                )}
                {job.state === 'lost' && <span className="quiet"> {words.lost}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function About({ job }: { readonly job: Job }) {
  const about = useAbout(job)
  return <span className="quiet stranger">{about}</span>
}

function useAbout({ about }: Job): string {
  const { language } = useLanguage()
  const kind = kindOfPlural(about?.register ?? '')
  const register = kind === undefined ? '' : upper(registerTongue(language).kind(kind)[1])
  return [register, about?.file ?? ''].filter((one) => one !== '').join(', ')
}

/** Where it is looked at in full. */
function pageOf({ id, name }: Job): string | undefined {
  if (name.startsWith('import-')) return `/import/tables/${id}`
  if (name === 'advisories-import' || name === 'advisories-fetch')
    return '/vulnerabilities/advisories'
  return name === 'simulation' ? '/risks' : undefined
}
