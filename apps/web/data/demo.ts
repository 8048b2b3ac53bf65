// SPDX-License-Identifier: EUPL-1.2
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from './api.ts'
import { forgetDemoToken } from './demo-token.ts'
import { useSignedIn } from './session.ts'

/** Everybody one can look as. A token of an earlier demonstration is forgotten. */
export function useDemoPeople(token: string) {
  return useQuery({
    queryKey: ['demo', token],
    queryFn: async () => {
      try {
        return (await api.call('POST /api/v1/demo/people', { body: { token } })).items
      } catch (error) {
        forgetDemoToken()
        throw error
      }
    },
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Goes on as somebody else, at the first page: nothing that the one before saw is kept. */
export function useDemoEntry(token: string) {
  const queries = useQueryClient()
  const signedIn = useSignedIn()
  const go = useNavigate()
  return useMutation({
    mutationFn: (account?: string) =>
      api.call('POST /api/v1/demo/enter', {
        body: account === undefined ? { token } : { token, account },
      }),
    onSuccess: (session) => {
      forget(queries)
      signedIn(session)
      void go('/', { replace: true })
    },
  })
}

function forget(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'demo' })
}
