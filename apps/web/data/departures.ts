// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { steppedUp } from './step-up.ts'

/** A departure as the alert that it becomes. */
export interface NewAlert {
  readonly code: string
  readonly name: string
  readonly description: string
  readonly severity: string
  readonly rule: string
  readonly assets: readonly string[]
  readonly first: string | null
  readonly last: string | null
  readonly times: number
}

export interface Silence {
  readonly suppressed_until: string
  readonly suppression_reason: string
}

const mostAlerts = 500

/** Alerts that departures have become, by their code. */
export function useDepartureAlerts() {
  return useQuery({
    queryKey: ['list', 'alert', 'departures'],
    queryFn: async () => {
      const filter = ['origin:eq:capture']
      const { items } = await api.list('alert', { limit: mostAlerts, filter, sort: '-code' })
      return new Map(items.map((one) => [String(one.values.code), one]))
    },
  })
}

/** Makes the alert where there is none, and then the room or the silence. */
export function useDepartureStep() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ alert, silence }: { alert: NewAlert; silence?: Silence }) =>
      steppedUp(async () => {
        const { assets, first, last, ...rest } = alert
        const made = await api.create('alert', {
          ...rest,
          origin: 'capture',
          received_at: new Date().toISOString(),
          ...(assets.length === 0 ? {} : { assets }),
          ...(first === null ? {} : { first_seen_at: first }),
          ...(last === null ? {} : { last_seen_at: last }),
        })
        const id = made.record?.id
        if (id === undefined) return null
        if (silence === undefined) {
          const path = 'POST /api/v1/monitoring/alerts/{id}/incident'
          return (await api.call(path, { params: { id } })).incident
        }
        const on = { kind: 'alert', id, version: 1 } as const
        const changed = await api.change(on, silence)
        const version = changed.record?.version ?? 2
        await api.move({ ...on, version }, 'suppressed')
        return null
      }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['list'] }),
  })
}
