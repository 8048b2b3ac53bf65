// SPDX-License-Identifier: EUPL-1.2
import { kindOfPlural, ownWork, pathOfList } from '@schouw/contract/client'
import type { QueryClient } from '@tanstack/react-query'
import { isBrought } from '../data/brought.ts'
import { figuresQuery } from '../data/figures.ts'
import { clocksQuery } from '../data/incidents.ts'
import { listQuery } from '../data/list-query.ts'
import { noticesQuery } from '../data/notices.ts'
import { ownWorkQuery } from '../data/own-work.ts'
import { riskCurveQuery } from '../data/risk.ts'
import { type Session, sessionQuery } from '../data/session.ts'
import { standingQuery } from '../data/standing.ts'
import { waitingQuery } from '../data/waiting.ts'
import { fetchPage } from './pages.tsx'

/** A page that is still on its way after this is waited for within its frame. */
const mostMs = 1_500

/**
 * What the first page needs is there before it is drawn, so that it is drawn once: its code, its
 * words and the answers that came with it. What did not come the page asks for by itself.
 */
export async function firstPage(queries: QueryClient): Promise<void> {
  const asked = queries.fetchQuery(sessionQuery).catch(() => null)
  if (!isBrought('/api/v1/notices')) return
  const session = await asked
  if (session?.next !== 'done') return
  await Promise.race([
    Promise.all([fetchPage(location.pathname, session), answered(queries, session)]),
    new Promise((resolve) => setTimeout(resolve, mostMs)),
  ])
}

function answered(queries: QueryClient, { organisation }: Session): Promise<unknown> {
  const { person = '', roles = [] } = organisation ?? {}
  const plural = /^\/registers\/([a-z-]+)$/.exec(location.pathname)?.[1] ?? ''
  const kind = kindOfPlural(plural)
  const [first] = ownWork(roles, person)
  const asked = { limit: 100, sort: 'title' }
  const known = (path: string, ask: () => Promise<unknown>) => (isBrought(path) ? ask() : undefined)
  return Promise.all([
    known('/api/v1/notices', () => queries.prefetchQuery(noticesQuery)),
    known('/api/v1/clocks', () => queries.prefetchQuery(clocksQuery)),
    known('/api/v1/standing', () => queries.prefetchQuery(standingQuery(''))),
    known('/api/v1/figures', () => queries.prefetchQuery(figuresQuery(''))),
    known('/api/v1/pending', () => queries.prefetchQuery(waitingQuery)),
    ...['off', 'all'].map((treatments) =>
      known(`/api/v1/risk/curve?treatments=${treatments}`, () =>
        queries.prefetchQuery(riskCurveQuery({ treatments })),
      ),
    ),
    ...(kind === undefined
      ? []
      : [
          known(pathOfList(kind, asked), () =>
            queries.prefetchInfiniteQuery(listQuery(kind, asked)),
          ),
        ]),
    ...(first === undefined
      ? []
      : [
          known(pathOfList(first.kind, first.asked), () =>
            queries.prefetchQuery(ownWorkQuery(person, roles)),
          ),
        ]),
  ])
}
