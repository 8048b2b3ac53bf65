// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export function useStanding(asOf: string) {
  return useQuery({
    queryKey: ['list', 'standing', asOf],
    queryFn: () => api.call('GET /api/v1/standing', asOf === '' ? {} : { query: { as_of: asOf } }),
  })
}
