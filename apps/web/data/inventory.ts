// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

export type Inventory = AnswerOf<'GET /api/v1/inventory'>

/** What a person makes of one difference. */
export type InventoryStep =
  | {
      readonly do: 'take'
      readonly source: string
      readonly number: number
      readonly digest: string
      readonly fields?: readonly string[]
    }
  | { readonly do: 'ignore'; readonly body: BodyOf<'POST /api/v1/inventory/ignored'> }
  | { readonly do: 'heed'; readonly id: string }
  | { readonly do: 'merge'; readonly body: BodyOf<'POST /api/v1/inventory/merge'> }
  | { readonly do: 'split'; readonly body: BodyOf<'POST /api/v1/inventory/split'> }

export function useInventory() {
  return useQuery({
    queryKey: ['list', 'inventory'],
    queryFn: () => api.call('GET /api/v1/inventory', { query: {} }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
}

/** What was taken over may be refused by its own field; the outcome says so. */
export function useInventoryStep() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (step: InventoryStep) => {
      switch (step.do) {
        case 'take': {
          const { source, number, digest, fields } = step
          const one = { number, digest, ...(fields === undefined ? {} : { fields: [...fields] }) }
          const { items } = await api.call('POST /api/v1/sources/{id}/accept', {
            params: { id: source },
            body: { accept: [one] },
          })
          return items[0]?.outcome ?? 'stale'
        }
        case 'ignore':
          await api.call('POST /api/v1/inventory/ignored', { body: step.body })
          return 'ignored'
        case 'heed':
          await api.call('POST /api/v1/inventory/ignored/{id}/end', { params: { id: step.id } })
          return 'heeded'
        case 'merge':
          await api.call('POST /api/v1/inventory/merge', { body: step.body })
          return 'merged'
        case 'split':
          await api.call('POST /api/v1/inventory/split', { body: step.body })
          return 'split'
      }
    },
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => ['source', 'list', 'record'].includes(String(queryKey[0])),
      }),
  })
}
