// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

export type Job = AnswerOf<'GET /api/v1/jobs'>['items'][number]

const queryKey = ['jobs']
const soonMs = 200
const goingMs = 1_500
const quietMs = 10_000

export function isGoing({ state }: Job): boolean {
  return state === 'waiting' || state === 'active'
}

/** Looked at often while something goes on, and at once until it does when it is expected. */
export function useJobs({ isExpected = false } = {}) {
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => api.call('GET /api/v1/jobs', { signal }),
    refetchInterval: ({ state }) => {
      if (state.data?.items.some(isGoing) === true) return goingMs
      return isExpected ? soonMs : quietMs
    },
  })
}

export function useStopJob() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.call('POST /api/v1/jobs/{id}/cancel', { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}
