// SPDX-License-Identifier: EUPL-1.2
import { useSearchParams } from 'react-router'

/** The day that a page is looked at for, as it stands in the address; empty is today. */
export function useAsOf(): readonly [asOf: string, show: (day: string) => void] {
  const [search, setSearch] = useSearchParams()
  const show = (day: string) => setSearch(day === '' ? {} : { as_of: day }, { replace: true })
  return [search.get('as_of') ?? '', show]
}
