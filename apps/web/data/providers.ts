// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

export type Provider = AnswerOf<'GET /api/v1/advisory-providers'>['items'][number]
export type NewProvider = BodyOf<'POST /api/v1/advisory-providers'>

const all = ['list', 'vulnerabilities'] as const
const key = [...all, 'providers'] as const

export function useProviders() {
  return useQuery({ queryKey: key, queryFn: () => api.call('GET /api/v1/advisory-providers') })
}

export function useAddProvider() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: NewProvider) => api.call('POST /api/v1/advisory-providers', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useChangeProvider(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { readonly is_on: boolean }) =>
      api.call('PATCH /api/v1/advisory-providers/{id}', { params: { id }, body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useRemoveProvider(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.call('DELETE /api/v1/advisory-providers/{id}', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useFetchProvider(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.call('POST /api/v1/advisory-providers/{id}/runs', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: all }),
  })
}

export type PublisherKey = AnswerOf<'GET /api/v1/advisory-keys'>['items'][number]
const keysKey = [...all, 'keys'] as const

export function usePublisherKeys() {
  return useQuery({ queryKey: keysKey, queryFn: () => api.call('GET /api/v1/advisory-keys') })
}

export function useAddKeys() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (armoured: string) =>
      api.call('POST /api/v1/advisory-keys', { body: { armoured } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keysKey }),
  })
}

export function useAcceptKey(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.call('POST /api/v1/advisory-keys/{id}/acceptance', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keysKey }),
  })
}

export function useRemoveKey(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.call('DELETE /api/v1/advisory-keys/{id}', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keysKey }),
  })
}

/** Asks an aggregator who publishes. */
export function useAggregated() {
  return useMutation({
    mutationFn: (url: string) => api.call('POST /api/v1/advisory-aggregators', { body: { url } }),
  })
}
