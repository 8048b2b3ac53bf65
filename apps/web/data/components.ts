// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export type ComponentRow = AnswerOf<'GET /api/v1/components'>['items'][number]
export type Part = AnswerOf<'GET /api/v1/components/{id}'>['items'][number]

// Under `list`: whatever changes records asks for it again.
const key = ['list', 'components'] as const

export function useComponents() {
  return useQuery({ queryKey: key, queryFn: () => api.call('GET /api/v1/components') })
}

export function usePartsOf(id: string) {
  return useQuery({
    queryKey: [...key, id],
    queryFn: () => api.call('GET /api/v1/components/{id}', { params: { id } }),
  })
}
