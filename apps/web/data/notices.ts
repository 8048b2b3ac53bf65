// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from './api.ts'

export type Notice = AnswerOf<'GET /api/v1/notices'>['items'][number]
export type NoticeSettings = BodyOf<'PUT /api/v1/notices/settings'>

const key = ['notices'] as const
/** Nobody waits for the bell: what the page itself asks goes first. */
const restMs = 4_000
/** Many changes at once are one question. */
const gatherMs = 1_000

export const noticesQuery = queryOptions({
  queryKey: key,
  queryFn: () => api.call('GET /api/v1/notices'),
})

export function useNotices() {
  return useQuery(noticesQuery)
}

/** What others do is told as they do it, by the feed of changes. */
export function useLiveNotices(): void {
  const queries = useQueryClient()
  useEffect(() => {
    let source: EventSource | undefined
    let isAsked = false
    const refresh = () => {
      if (isAsked) return
      isAsked = true
      setTimeout(() => {
        isAsked = false
        void queries.invalidateQueries({ queryKey: key })
        void queries.invalidateQueries({ queryKey: ['comments'] })
      }, gatherMs)
    }
    const open = () => {
      source = new EventSource('/api/v1/changes')
      source.addEventListener('change', refresh)
      // What happened while nobody listened is asked once.
      source.addEventListener('open', refresh)
    }
    const timer = setTimeout(open, restMs)
    return () => {
      clearTimeout(timer)
      source?.close()
    }
  }, [queries])
}

export function useReadNotices() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (keys: string[]) => api.call('POST /api/v1/notices/read', { body: { keys } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useNoticeSettings() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NoticeSettings) => api.call('PUT /api/v1/notices/settings', { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useComments(id: string) {
  return useQuery({
    queryKey: ['comments', id],
    queryFn: () => api.call('GET /api/v1/records/{id}/comments', { params: { id } }),
    retry: false,
  })
}

export function useSay(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'POST /api/v1/records/{id}/comments'>) =>
      api.call('POST /api/v1/records/{id}/comments', { params: { id }, body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['comments', id] }),
  })
}

export function useMentionable(isAsked: boolean) {
  return useQuery({
    queryKey: ['mentionable'],
    enabled: isAsked,
    staleTime: 300_000,
    queryFn: () => api.call('GET /api/v1/notices/people'),
  })
}
