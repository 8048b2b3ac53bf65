// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { nameOf } from './imports.ts'

export type Queue = AnswerOf<'GET /api/v1/vulnerabilities'>
export type Line = Queue['items'][number]
export type Standing = Queue['standing']
export type AdvisoryRow = AnswerOf<'GET /api/v1/advisories'>['items'][number]
export type Advisory = AnswerOf<'GET /api/v1/advisories/{document}'>
export type AssetView = AnswerOf<'GET /api/v1/vulnerabilities/assets/{id}'>
export type AdvisoryImport = AnswerOf<'GET /api/v1/advisory-imports/{id}'>
export type Decision = BodyOf<'POST /api/v1/vulnerabilities/decisions'>
export type When = Line['proposal']['when']

// Under `list`: whatever changes records asks for it again.
const key = (...rest: readonly string[]) => ['list', 'vulnerabilities', ...rest]

export interface QueueAsked {
  readonly when: When | ''
  readonly isDone: boolean
  /** In percent; empty for however sure. */
  readonly confidence: string
  readonly after: string
}

export function useQueue({ when, isDone, confidence, after }: QueueAsked) {
  const query = {
    ...(confidence === '' ? {} : { confidence }),
    ...(when === '' ? {} : { when }),
    done: String(isDone) as 'true' | 'false',
    ...(after === '' ? {} : { after }),
  }
  return useQuery({
    queryKey: key('queue', when, query.done, confidence, after),
    queryFn: () => api.call('GET /api/v1/vulnerabilities', { query }),
  })
}

export function useAdvisories(asked: {
  readonly q: string
  readonly only: 'matched' | 'all'
  readonly isUnread: boolean
  readonly sort: 'brought' | 'released' | 'score'
  readonly from: number
}) {
  const { q, from, isUnread, ...rest } = asked
  const unread = isUnread ? ({ unread: 'true' } as const) : {}
  const query = { ...rest, ...unread, ...(q === '' ? {} : { q }), from: String(from) }
  return useQuery({
    queryKey: key('advisories', JSON.stringify(query)),
    queryFn: () => api.call('GET /api/v1/advisories', { query }),
  })
}

export function useAdvisory(document: string) {
  return useQuery({
    queryKey: key('advisory', document),
    queryFn: () => api.call('GET /api/v1/advisories/{document}', { params: { document } }),
  })
}

export function useAssetView(id: string) {
  return useQuery({
    queryKey: key('asset', id),
    queryFn: () => api.call('GET /api/v1/vulnerabilities/assets/{id}', { params: { id } }),
  })
}

export type TrailStep = AnswerOf<'GET /api/v1/vulnerabilities/trail'>['items'][number]

export function useTrail(subject: string, weakness: string) {
  const query = { subject, weakness }
  return useQuery({
    queryKey: key('trail', subject, weakness),
    queryFn: () => api.call('GET /api/v1/vulnerabilities/trail', { query }),
  })
}

export function useProducts() {
  return useQuery({
    queryKey: key('products'),
    queryFn: () => api.call('GET /api/v1/vulnerabilities/products'),
  })
}

const open: readonly string[] = ['waiting', 'reading', 'matching']

/** Asked again while one of them is under way. */
export function useAdvisoryImports() {
  return useQuery({
    queryKey: key('imports'),
    queryFn: () => api.call('GET /api/v1/advisory-imports'),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => open.includes(one.state)) === true ? 1_500 : false,
  })
}

export function useBringAdvisories() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: { readonly file: File; readonly origin: string }) =>
      api.call('POST /api/v1/advisory-imports', {
        query: {
          name: nameOf(asked.file),
          ...(asked.origin === '' ? {} : { origin: asked.origin }),
        },
        body: asked.file as never,
        headers: { 'content-type': 'application/octet-stream' },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key() }),
  })
}

export function useCancelJob() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.call('POST /api/v1/jobs/{id}/cancel', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key() }),
  })
}

export function useDecide() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Decision) => api.call('POST /api/v1/vulnerabilities/decisions', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['list'] }),
  })
}

/** Sets it; the list is asked again, the document itself is as it was. */
export function useMarkRead(document: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (isRead: boolean) =>
      api.call('PUT /api/v1/advisories/{document}/reading', {
        params: { document },
        body: { is_read: isRead },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key() }),
  })
}

export function useAssess(document: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'POST /api/v1/advisories/{document}/assessments'>) =>
      api.call('POST /api/v1/advisories/{document}/assessments', { params: { document }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key() }),
  })
}

export type Deletion = AnswerOf<'GET /api/v1/advisory-deletions'>['items'][number]

export function useDeletions() {
  return useQuery({
    queryKey: key('deletions'),
    queryFn: () => api.call('GET /api/v1/advisory-deletions'),
  })
}

/** The page of the document stays as it is, and says what became of it. */
export function useDeleteAdvisory() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'POST /api/v1/advisory-deletions'>) =>
      api.call('POST /api/v1/advisory-deletions', { body }),
    onSuccess: (_, { document }) => {
      const own = key('advisory', document).join()
      return queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === 'list' && queryKey.join() !== own,
      })
    },
  })
}

const namesKey = ['list', 'vulnerabilities', 'names'] as const

export function useNames() {
  return useQuery({
    queryKey: namesKey,
    queryFn: () => api.call('GET /api/v1/vulnerabilities/names'),
  })
}

export function useSetNames() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'PUT /api/v1/vulnerabilities/names'>) =>
      api.call('PUT /api/v1/vulnerabilities/names', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['list', 'vulnerabilities'] }),
  })
}
