// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

export type OwnAdvisories = AnswerOf<'GET /api/v1/own-advisories'>
export type OwnAdvisory = OwnAdvisories['items'][number]

// Under `list`: whatever changes records asks for it again.
const key = ['list', 'own-advisories'] as const

export function useOwnAdvisories() {
  return useQuery({ queryKey: key, queryFn: () => api.call('GET /api/v1/own-advisories') })
}

export function usePublish(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => api.call('POST /api/v1/own-advisories/{id}/publication', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useOwnPublishing() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'PUT /api/v1/own-advisories/settings'>) =>
      api.call('PUT /api/v1/own-advisories/settings', { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  })
}
