// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export type RiskCurve = AnswerOf<'GET /api/v1/risk/curve'>

export interface CurveAsked {
  /** `off`, `chosen`, `all` or ids with commas between them. */
  readonly treatments: string
  readonly as_of?: string
}

const pollMs = 400

/** Asked again while it runs; a run whose page is gone ends by itself. */
export function useRiskCurve(asked: CurveAsked, isWanted = true) {
  return useQuery({
    queryKey: ['list', 'risk-curve', asked],
    queryFn: ({ signal }) => api.call('GET /api/v1/risk/curve', { query: asked, signal }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? pollMs : false),
    refetchOnWindowFocus: false,
  })
}

export function useRiskTrail(id: string) {
  return useQuery({
    queryKey: ['list', 'risk-trail', id],
    queryFn: () => api.call('GET /api/v1/risk/trail/{id}', { params: { id } }),
  })
}
