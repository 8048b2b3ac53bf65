// SPDX-License-Identifier: EUPL-1.2
import { Button, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { Link, NavLink } from 'react-router'
import { useAsOf } from '../data/as-of.ts'
import { isOnlyReporting, isOnlySupervising, type Session, signOut } from '../data/session.ts'
import { waysOf } from '../pages/import/roles.ts'
import { othersThan, type Words } from '../words/index.ts'
import { useLanguage } from '../words/language.tsx'
import { Bell } from './bell.tsx'
import { ClockBar } from './clock-bar.tsx'
import { SearchButton } from './search-button.tsx'

/** Hardly ever there, and never on the first page of somebody who comes in. */
const AsOfBar = lazy(async () => ({ default: (await import('./as-of-bar.tsx')).AsOfBar }))

type Place = readonly [address: string, name: keyof Words['nav']]

const places: readonly Place[] = [
  ['/', 'home'],
  ['/measures', 'measures'],
  ['/risks', 'risks'],
  ['/map', 'map'],
  ['/vulnerabilities', 'vulnerabilities'],
  ['/suppliers', 'suppliers'],
  ['/incidents', 'incidents'],
  ['/roadmap', 'roadmap'],
  ['/questions', 'questions'],
  ['/scope', 'scope'],
  ['/people', 'people'],
  ['/registers', 'registers'],
  ['/import', 'import'],
]

/** Whose daily work these are not comes to them from what they touch. */
const mendersOnly: readonly Place[1][] = ['map', 'vulnerabilities', 'suppliers']

/** Those who supervise start from the questions; nobody is shown a door that stays shut. */
function placesOf(session: Session): readonly Place[] {
  const isSupervising = isOnlySupervising(session)
  return places.flatMap(([to, name]): readonly Place[] => {
    if (name === 'import' && waysOf(session).length === 0) return []
    if (mendersOnly.includes(name) && !isMending(session)) return []
    if (!isSupervising) return [[to, name]]
    if (name === 'home')
      return [
        ['/', 'questions'],
        ['/overview', 'home'],
      ]
    return name === 'questions' ? [] : [[to, name]]
  })
}

/** Whose daily work it is; others come to it from what it touches. */
function isMending({ organisation }: Session): boolean {
  const mending: readonly string[] = ['ciso', 'it_manager', 'ot_engineer', 'consultant']
  return organisation?.roles.some((role) => mending.includes(role)) ?? false
}

/** What stands around every page of somebody who is in. */
export function Frame({
  session,
  children,
}: {
  readonly session: Session
  readonly children: ReactNode
}) {
  const { words } = useLanguage()
  const [asOf] = useAsOf()
  const isReporter = isOnlyReporting(session)
  const own = isReporter ? [] : placesOf(session)
  return (
    <>
      <a className="skip" href="#content">
        {words.toContent}
      </a>
      <header className="top">
        <Link className="name" to="/">
          {session.organisation?.name ?? words.product}
        </Link>
        <nav aria-label={words.nav.label}>
          {own.map(([to, name]) => (
            <NavLink key={to} to={to} end={to === '/'}>
              {words.nav[name]}
            </NavLink>
          ))}
        </nav>
        {!isReporter && <SearchButton />}
        <Bell />
        <Own session={session} />
      </header>
      {!isReporter && <ClockBar />}
      {asOf !== '' && (
        <Suspense fallback={null}>
          <AsOfBar session={session} />
        </Suspense>
      )}
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
    </>
  )
}

/** What is one's own, behind one's name: the platform's own popover, which needs no code of ours. */
function Own({ session }: { readonly session: Session }) {
  const { words, language, speak } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const queries = useQueryClient()
  const next = colorScheme === 'dark' ? 'light' : 'dark'
  return (
    <>
      <Button variant="default" size="xs" popoverTarget="own">
        {session.account.name}
      </Button>
      <div id="own" popover="auto" className="own">
        {session.organisations.length > 1 && (
          <Link to="/organisations">{words.nav.organisations}</Link>
        )}
        <Link to="/account">{words.nav.account}</Link>
        {session.organisation?.roles.includes('ciso') === true && (
          <Link to="/administration">{words.nav.administration}</Link>
        )}
        {!isOnlyReporting(session) && <Link to="/work">{words.nav.work}</Link>}
        {!isOnlyReporting(session) && <Link to="/start">{words.nav.start}</Link>}
        <Link to="/reading">{words.nav.reading}</Link>
        <Link to="/report">{words.nav.report}</Link>
        <Link to="/glossary">{words.nav.glossary}</Link>
        {othersThan(language).map(([one, name]) => (
          <button key={one} type="button" lang={one} onClick={() => speak(one)}>
            {name}
          </button>
        ))}
        <button type="button" onClick={() => setColorScheme(next)}>
          {words.nav[next]}
        </button>
        <button type="button" onClick={() => void signOut(queries)}>
          {words.nav.signOut}
        </button>
      </div>
    </>
  )
}
