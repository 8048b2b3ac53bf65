// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export type Paper = AnswerOf<'GET /api/v1/papers/{paper}'>

/** A paper of the board, as of a day when one is given. */
export function usePaper(paper: string, language: 'nl' | 'en', asOf: string) {
  return useQuery({
    queryKey: ['paper', paper, language, asOf],
    queryFn: () =>
      api.call('GET /api/v1/papers/{paper}', {
        params: { paper },
        query: { language, ...(asOf === '' ? {} : { as_of: asOf }) },
      }),
  })
}
