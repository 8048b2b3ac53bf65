// SPDX-License-Identifier: EUPL-1.2
import { plurals } from '@schouw/contract/client'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type OwnLine, useOwnWork } from '../../data/own-work.ts'
import type { Session } from '../../data/session.ts'
import { Ready } from '../../parts/state.tsx'
import { Title } from '../../parts/title.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useOwnWords } from '../../words/own.ts'
import { placeOf } from './place.ts'

interface OwnProps {
  readonly session: Session
  /** Shown once it is known how much stands above it, so that nothing moves under the reader. */
  readonly children: ReactNode
}

/** Of those who do the work: what is in their own name, before the page of the board. */
export function OwnWork({ session, children }: OwnProps) {
  const { home } = useWords()
  const organisation = session.organisation
  const query = useOwnWork(organisation?.person ?? '', organisation?.roles ?? [])
  return (
    <>
      <Ready of={query}>
        {(found) => {
          const filled = found.filter(({ lines }) => lines.length > 0)
          return filled.length === 0 ? <Title name={home.title} /> : <Blocks filled={filled} />
        }}
      </Ready>
      {/* There from the start, so that what it asks for does not wait for what stands above it. */}
      <div hidden={query.isPending}>{children}</div>
    </>
  )
}

type Filled = NonNullable<ReturnType<typeof useOwnWork>['data']>

function Blocks({ filled }: { readonly filled: Filled }) {
  const own = useOwnWords()
  const { home } = useWords()
  return (
    <>
      <Title name={own.title} />
      <section aria-label={own.title} className="no-print">
        <div className="own-work">
          {filled.map(({ block, kind, lines, hasMore }) => (
            <section key={block} aria-labelledby={`own-${block}`} className="block">
              <h2 id={`own-${block}`}>{own.blocks[block]}</h2>
              <ul className="plain">
                {lines.map((line) => (
                  <Own key={line.id} line={line} />
                ))}
              </ul>
              {hasMore && (
                <p>
                  <Link to={`/registers/${plurals[kind]}`}>{own.more}</Link>
                </p>
              )}
            </section>
          ))}
        </div>
      </section>
      <h2 className="as-title">{home.title}</h2>
    </>
  )
}

function Own({ line }: { readonly line: OwnLine }) {
  const { language } = useLanguage()
  const own = useOwnWords()
  const { kind, name, due_on } = line
  const isLate = due_on !== null && due_on < new Date().toISOString().slice(0, 10)
  return (
    <li>
      <Link to={placeOf(line)}>{name}</Link>{' '}
      {due_on !== null && (
        <span className={isLate ? 'broken' : 'quiet'}>
          {isLate ? own.late(day(due_on, language)) : own.before(day(due_on, language))}
        </span>
      )}
      {due_on === null && kind === 'action' && <span className="quiet">{own.noDay}</span>}
    </li>
  )
}
