// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import type { KindName } from '@schouw/core/registers'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

export type View = AnswerOf<'GET /api/v1/views'>['items'][number]
export type Edited = AnswerOf<'POST /api/v1/bulk-edits'>
export type EditAsked = BodyOf<'POST /api/v1/bulk-edits'>

const views = (register: string) => ['views', register] as const

export function useViews(register: string) {
  return useQuery({
    queryKey: views(register),
    queryFn: () => api.call('GET /api/v1/views', { query: { register } }),
  })
}

export function useKeepView(register: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (view: {
      readonly name: string
      readonly address: string
      readonly is_shared: boolean
    }) => api.call('POST /api/v1/views', { body: { register, ...view } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: views(register) }),
  })
}

export function useForgetView(register: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.call('DELETE /api/v1/views/{id}', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: views(register) }),
  })
}

export function useDifferences(register: string, from: string, to: string) {
  return useInfiniteQuery({
    queryKey: ['list', 'differences', register, from, to],
    enabled: from !== '' && to !== '',
    queryFn: ({ pageParam }) =>
      api.call('GET /api/v1/differences/{register}', {
        params: { register },
        query: { from, to, ...(pageParam === null ? {} : { after: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
}

export function useLinks(id: string) {
  return useQuery({
    queryKey: ['record', 'links', id],
    queryFn: () => api.call('GET /api/v1/links/{id}', { params: { id } }),
  })
}

export function useTryEdit() {
  return useMutation({
    mutationFn: (body: EditAsked) => api.call('POST /api/v1/bulk-edits/dry-run', { body }),
  })
}

/** Makes an edit of many, or takes one back; whatever it touched is asked for again. */
export function useEdit() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (
      step: { readonly make: EditAsked } | { readonly undo: string; readonly reason: string },
    ): Promise<Edited> =>
      'make' in step
        ? api.call('POST /api/v1/bulk-edits', { body: step.make })
        : api.call('POST /api/v1/bulk-edits/{id}/undo', {
            params: { id: step.undo },
            body: { reason: step.reason },
          }),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [name] }) => ['list', 'record', 'names'].includes(String(name)),
      }),
  })
}

/** Of a record: its last change in the log, and the keys by which the log is known to this reader. */
export function useProof(kind: KindName, id: string, version: number) {
  return useQuery({
    queryKey: ['record', kind, id, 'proof', version],
    retry: 2,
    queryFn: () => api.proof(kind, id),
  })
}
