// SPDX-License-Identifier: EUPL-1.2
import type { QueryClient } from '@tanstack/react-query'
import { sessionQuery, wasIn } from '../data/session.ts'
import { standingQuery } from '../data/standing.ts'

/** What the first page will ask for anyway, asked while its code is still on the way. */
export function askFirst(queries: QueryClient): void {
  void queries.prefetchQuery(sessionQuery)
  if (location.pathname !== '/') return
  void import('../pages/home/page.tsx')
  if (localStorage.getItem(wasIn) !== null) void queries.prefetchQuery(standingQuery(''))
}
