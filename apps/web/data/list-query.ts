// SPDX-License-Identifier: EUPL-1.2
import type { ListAsked } from '@schouw/contract/client'
import type { KindName } from '@schouw/core/registers'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

const listOf = (kind: KindName) => ['list', kind] as const

/** As many as the server gives at once: whoever scrolls on wants many. */
const mostRows = 500

export function listQuery<Name extends KindName>(kind: Name, asked: ListAsked) {
  return infiniteQueryOptions({
    queryKey: [...listOf(kind), asked],
    queryFn: ({ pageParam, signal }) =>
      api.list<Name>(
        kind,
        pageParam === null ? asked : { ...asked, limit: mostRows, cursor: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
}
