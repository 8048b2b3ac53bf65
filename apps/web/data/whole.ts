// SPDX-License-Identifier: EUPL-1.2
import type { RecordOf } from '@schouw/contract/client'
import type { KindName } from '@schouw/core/registers'
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

const atOnce = 500
/** A register that is longer is no list that a person goes through. */
const mostPages = 20

/** A register from front to back, for what must be counted or put in order here. */
export function useWhole<Name extends KindName>(kind: Name, isAsked = true) {
  return useQuery({
    queryKey: ['list', kind, 'whole'],
    enabled: isAsked,
    queryFn: async ({ signal }) => {
      const items: RecordOf<Name>[] = []
      let cursor: string | undefined
      for (let page = 0; page < mostPages; page += 1) {
        const asked = { limit: atOnce, ...(cursor === undefined ? {} : { cursor }) }
        const found = await api.list(kind, asked, signal)
        items.push(...found.items)
        if (found.next === null) break
        cursor = found.next
      }
      return items
    },
  })
}
