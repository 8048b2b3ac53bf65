// SPDX-License-Identifier: EUPL-1.2
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

/** Under `list`: counted anew whenever a register was touched. */
export const figuresQuery = queryOptions({
  queryKey: ['list', 'figures'],
  queryFn: () => api.call('GET /api/v1/figures'),
})

export function useFigures() {
  return useQuery(figuresQuery)
}

/** At the ends of the last twelve months; what is past does not change while somebody looks. */
export function useFigureHistory() {
  return useQuery({
    queryKey: ['figure-history'],
    queryFn: () => api.call('GET /api/v1/figures/history'),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
