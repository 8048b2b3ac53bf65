// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

export type Continuity = AnswerOf<'GET /api/v1/continuity'>['continuity']
export type BackupReport = AnswerOf<'POST /api/v1/continuity/backup-reports'>

export function useContinuity() {
  return useQuery({
    queryKey: ['list', 'continuity'],
    queryFn: () => api.call('GET /api/v1/continuity'),
  })
}

export function useBackupReports() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'POST /api/v1/continuity/backup-reports'>) =>
      api.call('POST /api/v1/continuity/backup-reports', { body }),
    onSuccess: ({ written }) =>
      written === null ? undefined : queries.invalidateQueries({ queryKey: ['list'] }),
  })
}
