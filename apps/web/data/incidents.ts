// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from './api.ts'

export type RoomAnswer = AnswerOf<'GET /api/v1/incidents/{id}/room'>
export type Room = RoomAnswer['room']
export type RoomClock = Room['clocks'][number]
export type LogLine = BodyOf<'POST /api/v1/incidents/{id}/log'>

const roomKey = (id: string) => ['record', 'incident', id, 'room'] as const
/** When the line to the server is silent, the room is asked for all the same. */
const askMs = 20_000

export function useRoom(id: string) {
  return useQuery({
    queryKey: roomKey(id),
    queryFn: () => api.call('GET /api/v1/incidents/{id}/room', { params: { id } }),
    refetchInterval: askMs,
  })
}

export function useClocks() {
  return useQuery({
    queryKey: ['list', 'clocks'],
    queryFn: () => api.call('GET /api/v1/clocks'),
    refetchInterval: 60_000,
  })
}

const ofRooms = new Set([
  'incident',
  'awareness',
  'incident-log-entry',
  'incident-report',
  'process',
  'playbook',
])

/** What others write is seen as it is written; many changes at once are one question. */
export function useLiveRoom(id: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    const source = new EventSource('/api/v1/changes')
    let isAsked = false
    source.addEventListener('change', (event) => {
      const { kind } = JSON.parse(event.data) as { readonly kind: string }
      if (isAsked || !ofRooms.has(kind)) return
      isAsked = true
      setTimeout(() => {
        isAsked = false
        void queries.invalidateQueries({ queryKey: ['record', 'incident', id] })
      }, 250)
    })
    return () => source.close()
  }, [queries, id])
}

export function useDraft(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'POST /api/v1/incidents/{id}/drafts'>) =>
      api.call('POST /api/v1/incidents/{id}/drafts', { params: { id }, body }),
    onSettled: () => queries.invalidateQueries({ queryKey: roomKey(id) }),
  })
}
