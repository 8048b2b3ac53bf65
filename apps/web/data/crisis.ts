// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export type Crisis = AnswerOf<'GET /api/v1/crisis'>['crisis']
export type Exercises = AnswerOf<'GET /api/v1/drills'>['exercises']
export type Drill = AnswerOf<'GET /api/v1/incidents/{id}/drill'>['drill']

export function useCrisis() {
  return useQuery({ queryKey: ['list', 'crisis'], queryFn: () => api.call('GET /api/v1/crisis') })
}

export function useExercises() {
  return useQuery({ queryKey: ['list', 'drills'], queryFn: () => api.call('GET /api/v1/drills') })
}

const askMs = 10_000

/** What comes in by the clock is asked for; what somebody gives comes with the room. */
export function useDrill(incident: string) {
  return useQuery({
    queryKey: ['record', 'incident', incident, 'drill'],
    queryFn: () => api.call('GET /api/v1/incidents/{id}/drill', { params: { id: incident } }),
    refetchInterval: askMs,
  })
}
