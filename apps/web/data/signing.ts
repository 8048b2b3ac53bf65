// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { steppedUp } from './step-up.ts'

export type Table = AnswerOf<'GET /api/v1/signing/decisions/{id}'>
export type Stands = Table['said'][number]

type RequestOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']
type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON']

export interface Signed {
  readonly choice: 'approve' | 'reject' | 'abstain' | 'took_note'
  readonly document: string
  readonly reason?: string
  readonly has_conflict: boolean
  readonly on_behalf_of?: string
}

/** What lies on the table byte for byte, and what each vote stands on. */
export function useTable(id: string, isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: ['record', 'decision', id, 'table'],
    queryFn: () => api.call('GET /api/v1/signing/decisions/{id}', { params: { id } }),
  })
}

export function useEnrolKey() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (name: string) => {
      const begun = await steppedUp(() => api.call('POST /api/v1/signing/keys/options'))
      const optionsJSON = begun.options as unknown as CreationOptions
      const response = (await startRegistration({ optionsJSON })) as never
      const body = { challenge: begun.challenge, response, name }
      return steppedUp(() => api.call('POST /api/v1/signing/keys', { body }))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['record', 'decision'] }),
  })
}

export function useSign(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (signed: Signed) => {
      const params = { id }
      const begun = await api.call('POST /api/v1/signing/decisions/{id}/statement', {
        params,
        body: signed,
      })
      const optionsJSON = begun.options as unknown as RequestOptions
      const response = (await startAuthentication({ optionsJSON })) as never
      return api.call('POST /api/v1/signing/decisions/{id}/approval', {
        params,
        body: { challenge: begun.challenge, response },
      })
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['list', 'vote'] }),
        queries.invalidateQueries({ queryKey: ['record', 'decision', id] }),
      ]),
  })
}
