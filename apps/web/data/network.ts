// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

/** Large, and of a moment: asked again when the page is, not behind its back. */
export function useNetwork() {
  return useQuery({
    queryKey: ['list', 'network'],
    queryFn: () => api.call('GET /api/v1/network', { query: {} }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
}
