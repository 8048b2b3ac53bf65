// SPDX-License-Identifier: EUPL-1.2
import type { Moment } from '@schouw/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useSearchParams } from 'react-router'
import { api } from '../data/api.ts'
import { isOnlySupervising, type Session } from '../data/session.ts'
import { Ready } from '../parts/state.tsx'
import { day, dayAndTime, number } from '../words/dates.ts'
import { useLanguage } from '../words/language.tsx'
import type { AsOfWords } from '../words/pages/as-of-nl.ts'
import { spoken } from '../words/spoken.ts'

const useAsOfWords = spoken<AsOfWords>({
  nl: async () => (await import('../words/pages/as-of-nl.ts')).asOfNl,
  en: async () => (await import('../words/pages/as-of-en.ts')).asOfEn,
})

/** Characters of a root that are shown; the whole of it is in the checkpoint. */
const shownOfRoot = 12

/** On which state of the log a view of another day rests; or that the page shows no other day. */
export function AsOfBar({ session }: { readonly session: Session }) {
  const [search] = useSearchParams()
  const asOf = search.get('as_of') ?? ''
  const { language } = useLanguage()
  const words = useAsOfWords()
  const { pathname } = useLocation()
  const isThen = showsThen(pathname, session)
  const moment = useQuery({
    enabled: isThen,
    queryKey: ['proof', 'moment', asOf],
    queryFn: () => api.call('GET /api/v1/proof/moment', { query: { as_of: asOf } }),
  })
  const today = new URLSearchParams(search)
  today.delete('as_of')
  return (
    <aside className="clock-bar" aria-label={words.bar}>
      {isThen ? (
        <>
          <strong>{words.stood(shownMoment(asOf, language))}</strong>
          <Ready of={moment}>{(found) => <Rests on={found} />}</Ready>
        </>
      ) : (
        <span>{words.not}</span>
      )}
      <Link className="no-print" to={{ pathname, search: String(today) }} replace>
        {words.today}
      </Link>
    </aside>
  )
}

/** Pages that ask everything they show as of the day in their address. */
function showsThen(path: string, session: Session): boolean {
  if (path === '/') return !isOnlySupervising(session)
  return /^\/(overview|papers\/[^/]+|registers\/[^/]+(\/[0-9a-f-]{36})?)$/.test(path)
}

function shownMoment(asOf: string, language: 'nl' | 'en'): string {
  return /^\d{4}-\d\d-\d\d$/.test(asOf) ? day(asOf, language) : asOf
}

function Rests({ on }: { readonly on: Moment }) {
  const { language } = useLanguage()
  const words = useAsOfWords()
  const { as_of: size, root, before, after } = on
  const stamp = after ?? before
  return (
    <>
      <span>
        {words.head(number(size, language))} <code title={root}>{root.slice(0, shownOfRoot)}…</code>
      </span>
      <span>
        {after === null ? words.none : words.after(dayAndTime(after.at, language), after.authority)}{' '}
        {before !== null &&
          before.size !== after?.size &&
          words.before(number(before.size, language), dayAndTime(before.at, language))}
      </span>
      {stamp !== null && (
        <span className="no-print">
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(stamp.checkpoint)}`}
            download={`checkpoint-${stamp.size}.txt`}
          >
            {words.checkpoint}
          </a>{' '}
          <a
            href={`data:application/timestamp-reply;base64,${stamp.token}`}
            download={`${stamp.size}.tsr`}
          >
            {words.token}
          </a>
        </span>
      )}
    </>
  )
}
