// SPDX-License-Identifier: EUPL-1.2
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export function standingQuery(asOf: string) {
  return queryOptions({
    queryKey: ['list', 'standing', asOf],
    queryFn: () => api.call('GET /api/v1/standing', asOf === '' ? {} : { query: { as_of: asOf } }),
  })
}

export function useStanding(asOf: string) {
  return useQuery(standingQuery(asOf))
}
