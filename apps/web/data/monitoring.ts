// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { steppedUp } from './step-up.ts'

export type Alert = AnswerOf<'GET /api/v1/monitoring'>['queue']['waiting'][number]

export function useAlertQueue() {
  return useQuery({
    queryKey: ['list', 'alert', 'queue'],
    queryFn: () => api.call('GET /api/v1/monitoring'),
    refetchInterval: 60_000,
  })
}

export function useToIncident() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      steppedUp(() => api.call('POST /api/v1/monitoring/alerts/{id}/incident', { params: { id } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['list'] }),
  })
}

export function useReadAlerts() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (file: File) =>
      steppedUp(() => api.call('POST /api/v1/monitoring/files', { body: file })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['list'] }),
  })
}

const intakes = ['alert-intakes'] as const

export function useIntakes() {
  return useQuery({
    queryKey: intakes,
    queryFn: () => api.call('GET /api/v1/monitoring/intakes'),
  })
}

export function useMakeIntake() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (name: string) =>
      steppedUp(() => api.call('POST /api/v1/monitoring/intakes', { body: { name } })),
    onSettled: () => queries.invalidateQueries({ queryKey: intakes }),
  })
}

export function useEndIntake() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      steppedUp(() => api.call('DELETE /api/v1/monitoring/intakes/{id}', { params: { id } })),
    onSettled: () => queries.invalidateQueries({ queryKey: intakes }),
  })
}
