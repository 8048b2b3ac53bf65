// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

export type Receipt = AnswerOf<'GET /api/v1/reading/versions/{id}'>['items'][number]
export type Reached = AnswerOf<'POST /api/v1/reading/requests'>
export type ToRead = AnswerOf<'GET /api/v1/reading/mine'>['items'][number]
export type ByLink = AnswerOf<'POST /api/v1/reading/link'>
export type Asking = BodyOf<'POST /api/v1/reading/requests'>

const key = 'reading'

export function useReadingCounts() {
  return useQuery({
    queryKey: [key, 'counts'],
    queryFn: () => api.call('GET /api/v1/reading/counts'),
  })
}

export function useReaders(version: string) {
  return useQuery({
    queryKey: [key, 'version', version],
    queryFn: () => api.call('GET /api/v1/reading/versions/{id}', { params: { id: version } }),
  })
}

export function useMyReading() {
  return useQuery({
    queryKey: [key, 'mine'],
    queryFn: () => api.call('GET /api/v1/reading/mine'),
  })
}

export type ReadingStep =
  | { readonly do: 'ask'; readonly body: Asking }
  | { readonly do: 'remind'; readonly version: string }

export function useReadingStep() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (step: ReadingStep): Promise<Reached> =>
      step.do === 'ask'
        ? api.call('POST /api/v1/reading/requests', { body: step.body })
        : api.call('POST /api/v1/reading/versions/{id}/reminders', {
            params: { id: step.version },
            body: {},
          }),
    onSettled: refresh,
  })
}

export function useRenewLink() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (id: string) =>
      api.call('POST /api/v1/reading/receipts/{id}/link', { params: { id }, body: {} }),
    onSettled: refresh,
  })
}

export function useRevokeLink() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (id: string) =>
      api.call('DELETE /api/v1/reading/receipts/{id}/link', { params: { id } }),
    onSettled: refresh,
  })
}

export function useConfirmMine() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (id: string) => api.call('POST /api/v1/reading/mine/{id}', { params: { id } }),
    onSettled: refresh,
  })
}

export function useByLink(token: string) {
  return useQuery({
    queryKey: [key, 'link', token],
    queryFn: () => api.call('POST /api/v1/reading/link', { body: { token } }),
    refetchOnWindowFocus: false,
  })
}

export function useConfirmByLink(token: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: () => api.call('POST /api/v1/reading/link/confirm', { body: { token } }),
    onSuccess: refresh,
  })
}

/** As a file of one's own: the link itself never stands in an address that is asked for. */
export async function saveByLink(token: string, name: string): Promise<void> {
  const blob: Blob = await api.call('POST /api/v1/reading/link/file', { body: { token } })
  const address = URL.createObjectURL(blob)
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function useRefresh() {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['list'] })
    return queries.invalidateQueries({ queryKey: [key] })
  }
}
