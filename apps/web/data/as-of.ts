// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { api } from './api.ts'

/** The day that a page is looked at for, as it stands in the address; empty is today. */
export function useAsOf(): readonly [asOf: string, show: (day: string) => void] {
  const [search, setSearch] = useSearchParams()
  const show = (day: string) => {
    const next = new URLSearchParams(search)
    if (day === '') next.delete('as_of')
    else next.set('as_of', day)
    setSearch(next, { replace: true })
  }
  return [search.get('as_of') ?? '', show]
}

/** The head of the log on that day, and the time-stamps beside it. */
export function useMoment(asOf: string, isWanted: boolean) {
  return useQuery({
    enabled: isWanted,
    queryKey: ['proof', 'moment', asOf],
    queryFn: () => api.call('GET /api/v1/proof/moment', { query: { as_of: asOf } }),
  })
}
