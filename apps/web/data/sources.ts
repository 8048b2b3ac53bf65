// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { nameOf } from './imports.ts'

export type Source = AnswerOf<'GET /api/v1/sources/{id}'>
export type Proposal = AnswerOf<'GET /api/v1/sources/{id}/proposals'>['items'][number]
export type Sighting = AnswerOf<'GET /api/v1/sources/{id}/sightings'>['items'][number]
export type Accepted = AnswerOf<'POST /api/v1/sources/{id}/accept'>['items'][number]
export type Acceptance = BodyOf<'POST /api/v1/sources/{id}/accept'>['accept'][number]

const key = (id: string) => ['source', id] as const
const page = '100'
/** The most that is accepted at once. */
const mostAtOnce = 1_000

export function useSources(isAllowed: boolean) {
  return useQuery({
    queryKey: ['sources'],
    enabled: isAllowed,
    queryFn: () => api.call('GET /api/v1/sources'),
  })
}

export function useSource(id: string) {
  return useQuery({
    queryKey: key(id),
    queryFn: () => api.call('GET /api/v1/sources/{id}', { params: { id } }),
  })
}

export function useProposals(id: string) {
  return useInfiniteQuery({
    queryKey: [...key(id), 'proposals'],
    queryFn: ({ pageParam }) =>
      api.call('GET /api/v1/sources/{id}/proposals', {
        params: { id },
        query: { from: String(pageParam), limit: page },
      }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })
}

export function useSightings(id: string) {
  return useInfiniteQuery({
    queryKey: [...key(id), 'sightings'],
    queryFn: ({ pageParam }) =>
      api.call('GET /api/v1/sources/{id}/sightings', {
        params: { id },
        query: { from: String(pageParam), limit: page },
      }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })
}

/** Everything that asks for no choice, also what lies beyond the pages that were loaded. */
export async function undisputed(id: string): Promise<readonly Acceptance[]> {
  const all: Acceptance[] = []
  for (let from: number | null = 0; from !== null; ) {
    const query = { from: String(from), limit: '1000' }
    const found: AnswerOf<'GET /api/v1/sources/{id}/proposals'> = await api.call(
      'GET /api/v1/sources/{id}/proposals',
      { params: { id }, query },
    )
    for (const { number, digest, action } of found.items) {
      if (action !== 'choose') all.push({ number, digest })
    }
    from = found.next
  }
  return all
}

export function useAccept(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (asked: readonly Acceptance[] | 'all') => {
      const all = asked === 'all' ? await undisputed(id) : asked
      const items: Accepted[] = []
      for (let from = 0; from < all.length; from += mostAtOnce) {
        const accept = all.slice(from, from + mostAtOnce)
        const done = await api.call('POST /api/v1/sources/{id}/accept', {
          params: { id },
          body: { accept },
        })
        items.push(...done.items)
      }
      return items
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['source', 'list', 'record'].includes(String(queryKey[0])),
      }),
  })
}

export function uploadSource(file: File, site: string, signal?: AbortSignal) {
  return api.call('POST /api/v1/sources', {
    query: { name: nameOf(file), ...(site === '' ? {} : { site }) },
    body: file as never,
    headers: { 'content-type': 'application/octet-stream' },
    ...(signal === undefined ? {} : { signal }),
  })
}

/** What a browser found in a capture; the capture itself stays where it is. */
export function uploadFacts(file: File, site: string) {
  return api.call('POST /api/v1/sources', {
    query: { name: nameOf(file), format: 'inspect', ...(site === '' ? {} : { site }) },
    body: file as never,
    headers: { 'content-type': 'application/octet-stream' },
  })
}
