// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { steppedUp } from './step-up.ts'

export type Sensors = AnswerOf<'GET /api/v1/sensors'>
export type Sensor = Sensors['items'][number]
export type SensorSettings = BodyOf<'PUT /api/v1/sensors/{id}/settings'>['values']

const key = ['sensors'] as const

export function useSensors() {
  return useQuery({
    queryKey: key,
    queryFn: () => api.call('GET /api/v1/sensors'),
    refetchInterval: 30_000,
  })
}

export function useMakeSensorCode() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'POST /api/v1/sensors/codes'>) =>
      steppedUp(() => api.call('POST /api/v1/sensors/codes', { body })),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useWithdrawSensorCode() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.call('DELETE /api/v1/sensors/codes/{id}', { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useRevokeSensor(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      api.call('POST /api/v1/sensors/{id}/revocation', { params: { id }, body: { reason } }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

export function useSetSensor(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'PUT /api/v1/sensors/{id}/settings'>) =>
      steppedUp(() => api.call('PUT /api/v1/sensors/{id}/settings', { params: { id }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}
