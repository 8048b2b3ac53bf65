// SPDX-License-Identifier: EUPL-1.2
// What each page asks first, whatever the answers to its other questions are.
import { kindOfPlural, ownWork, pathOfList } from '@schouw/contract/client'
import { type LossBook, treatmentsOn } from '@schouw/core/losses'

export interface Reader {
  /** Who is in stands for in the organisation; absent for a machine. */
  readonly person: string
  readonly roles: readonly string[]
}

export interface Question {
  /** With what is asked, as the page spells it. */
  readonly path: string
  /** What the page will ask once it knows this. */
  readonly leadsTo?: (answer: string) => readonly string[]
  /** Whether a page names the records that this field of the answer tells. */
  readonly isNamed?: (field: string) => boolean
}

/** In the frame around every page. */
const around: readonly Question[] = [
  { path: '/api/v1/session' },
  { path: '/api/v1/notices' },
  { path: '/api/v1/clocks' },
]

const among =
  (...fields: readonly string[]) =>
  (field: string) =>
    fields.includes(field)
const isReference = (field: string) => field !== 'id' && field !== 'by'

const standing: Question = { path: '/api/v1/standing', isNamed: among('owner', 'person') }
const board: readonly Question[] = [
  standing,
  { path: '/api/v1/pending' },
  { path: '/api/v1/figures' },
  { path: '/api/v1/risk/curve?treatments=off' },
  { path: '/api/v1/risk/curve?treatments=all' },
]
const five: readonly Question[] = [
  standing,
  { path: pathOfList('crown-jewel', { limit: 100 }) },
  { path: '/api/v1/figures' },
  { path: pathOfList('exercise', { limit: 100 }) },
  { path: '/api/v1/chain?sort=criticality&limit=10&offset=0' },
  { path: '/api/v1/continuity' },
  { path: '/api/v1/drills' },
]
const risks: readonly Question[] = [
  { path: pathOfList('site', { limit: 200 }) },
  { path: pathOfList('process', { limit: 200 }) },
  {
    path: '/api/v1/risk/curve?treatments=off',
    leadsTo: chosenCurve,
    isNamed: among('owner', 'process'),
  },
]

/** By what is at an address, as in `/registers/:plural`; of an address without more. */
export function firstQuestions(url: string, path: string, reader: Reader): readonly Question[] {
  return [...around, ...ownOf(url, path, reader)]
}

function ownOf(url: string, path: string, { person, roles }: Reader): readonly Question[] {
  // What stands after the question mark changes what is asked.
  if (url.includes('?')) return []
  if (path === '/questions') return five
  if (path === '/measures') return [standing]
  if (path === '/risks') return risks
  if (path === '/registers/:plural') return listed(url)
  if (path === '/overview') return board
  if (path !== '/') return []
  if (roles.every((role) => role === 'supervisory_director')) return five
  const own = ownWork(roles, person).map(({ kind, asked }) => ({ path: pathOfList(kind, asked) }))
  return [...own, ...board]
}

function listed(url: string): readonly Question[] {
  const kind = kindOfPlural(/^\/registers\/([a-z-]+)$/.exec(url)?.[1] ?? '')
  if (kind === undefined) return []
  return [{ path: pathOfList(kind, { limit: 100, sort: 'title' }), isNamed: isReference }]
}

/** With what is chosen, or all of it while nothing is. */
function chosenCurve(answer: string): readonly string[] {
  const { book } = JSON.parse(answer) as { readonly book: LossBook }
  const on = treatmentsOn(book, 'chosen')
  const shown = on.length > 0 ? on : treatmentsOn(book, 'all')
  const asked = new URLSearchParams({ treatments: shown.join(',') })
  return shown.length === 0 ? [] : [`/api/v1/risk/curve?${asked}`]
}
