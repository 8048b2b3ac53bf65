// SPDX-License-Identifier: EUPL-1.2
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { api } from './api.ts'
import { useSignedIn } from './session.ts'

const kept = 'schouw-demo'

/** Of the link that `schouw demo` printed; null in any other server. */
export function demoToken(): string | null {
  return localStorage.getItem(kept)
}

export function keepDemoToken(token: string): void {
  localStorage.setItem(kept, token)
}

/** Everybody one can look as. A token of an earlier demonstration is forgotten. */
export function useDemoPeople(token: string) {
  return useQuery({
    queryKey: ['demo', token],
    queryFn: async () => {
      try {
        return (await api.call('POST /api/v1/demo/people', { body: { token } })).items
      } catch (error) {
        localStorage.removeItem(kept)
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
