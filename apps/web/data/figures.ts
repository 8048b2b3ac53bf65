// SPDX-License-Identifier: EUPL-1.2
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

/** Under `list`: counted anew whenever a register was touched. */
export function figuresQuery(asOf: string) {
  return queryOptions({
    queryKey: ['list', 'figures', asOf],
    queryFn: () => api.call('GET /api/v1/figures', asOf === '' ? {} : { query: { as_of: asOf } }),
  })
}

export function useFigures(asOf = '') {
  return useQuery(figuresQuery(asOf))
}

/** At the ends of the last twelve months; what is past does not change while somebody looks. */
export function useFigureHistory() {
  return useQuery({
    queryKey: ['figure-history'],
    queryFn: () => api.call('GET /api/v1/figures/history'),
    staleTime: Number.POSITIVE_INFINITY,
  })
}
