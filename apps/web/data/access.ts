// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { nameOf } from './imports.ts'
import { steppedUp } from './step-up.ts'

export type Access = AnswerOf<'GET /api/v1/access'>

export function useAccess(staleDays: number) {
  return useQuery({
    // Under `list`: whatever changes records asks for it again.
    queryKey: ['list', 'access', staleDays],
    queryFn: () => api.call('GET /api/v1/access', { query: { stale_days: String(staleDays) } }),
  })
}

export function useUploadAccounts() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (asked: {
      readonly file: File
      readonly system: string
      readonly exportedOn: string
      readonly language: 'nl' | 'en'
    }) =>
      api.call('POST /api/v1/access/exports', {
        query: {
          name: nameOf(asked.file),
          system: asked.system,
          exported_on: asked.exportedOn,
          language: asked.language,
        },
        body: asked.file as never,
        headers: { 'content-type': 'application/octet-stream' },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['imports'] }),
  })
}

export type ReviewTable = AnswerOf<'GET /api/v1/access/reviews/{id}'>

/** What is on the table: the accounts as they stood when they were listed, and what came since. */
export function useReviewTable(id: string) {
  return useQuery({
    queryKey: ['list', 'access-review-table', id],
    queryFn: () => api.call('GET /api/v1/access/reviews/{id}', { params: { id } }),
  })
}

export interface Signing {
  readonly id: string
  readonly version: number
  readonly verdicts: readonly {
    readonly account: string
    readonly verdict: string
    readonly reason?: string
  }[]
}

export function useSignReview() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, version, verdicts }: Signing) =>
      steppedUp(() =>
        api.call('POST /api/v1/access/reviews/{id}/signature', {
          params: { id },
          // What the page offers is what the register knows.
          body: { version, verdicts: verdicts as never },
        }),
      ),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [first] }) =>
          first === 'list' || first === 'record' || first === 'standing',
      }),
  })
}
