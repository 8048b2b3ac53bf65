// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export type WaitingAct = AnswerOf<'GET /api/v1/pending'>['items'][number]

export type BoardMatter = AnswerOf<'GET /api/v1/pending/board'>['items'][number]

/** What was asked and waits for the word of the board, also while nobody has put it before it. */
export function useForBoard() {
  return useQuery({
    queryKey: ['list', 'waiting', 'board'],
    queryFn: () => api.call('GET /api/v1/pending/board'),
  })
}

/** Acts of others that wait until somebody like me has looked. */
export const waitingQuery = queryOptions({
  queryKey: ['list', 'waiting'],
  queryFn: () => api.call('GET /api/v1/pending'),
})

export function useWaiting() {
  return useQuery(waitingQuery)
}
