// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

export type RoomAnswer = AnswerOf<'GET /api/v1/incidents/{id}/room'>
export type Room = RoomAnswer['room']
export type RoomClock = Room['clocks'][number]
export type LogLine = BodyOf<'POST /api/v1/incidents/{id}/log'>

export const roomKey = (id: string) => ['record', 'incident', id, 'room'] as const
/** When the line to the server is silent, the room is asked for all the same. */
const askMs = 20_000

export function useRoom(id: string) {
  return useQuery({
    queryKey: roomKey(id),
    queryFn: () => api.call('GET /api/v1/incidents/{id}/room', { params: { id } }),
    refetchInterval: askMs,
  })
}

export const clocksQuery = queryOptions({
  queryKey: ['list', 'clocks'],
  queryFn: () => api.call('GET /api/v1/clocks'),
})

export function useClocks() {
  return useQuery({ ...clocksQuery, refetchInterval: 60_000 })
}

export function useDraft(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'POST /api/v1/incidents/{id}/drafts'>) =>
      api.call('POST /api/v1/incidents/{id}/drafts', { params: { id }, body }),
    onSettled: () => queries.invalidateQueries({ queryKey: roomKey(id) }),
  })
}
