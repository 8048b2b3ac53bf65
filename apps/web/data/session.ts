// SPDX-License-Identifier: EUPL-1.2
import { type AnswerOf, Problem } from '@schouw/contract/client'
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

export type Session = AnswerOf<'GET /api/v1/session'>

const key = ['session'] as const

/** Null: nobody is signed in. */
export function useSession() {
  return useQuery({
    queryKey: key,
    queryFn: async (): Promise<Session | null> => {
      try {
        return await api.call('GET /api/v1/session')
      } catch (error) {
        if (error instanceof Problem && error.body.status === 401) return null
        throw error
      }
    },
    staleTime: 60_000,
  })
}

/** After a step of signing in: what the server now holds us to be. */
export function useSignedIn() {
  const queries = useQueryClient()
  return (session: Session) => {
    queries.setQueryData(key, session)
  }
}

export async function signOut(queries: QueryClient): Promise<void> {
  await api.call('DELETE /api/v1/session')
  signedOut(queries)
}

/** Nobody is in any more, and nothing of theirs stays in sight. */
export function signedOut(queries: QueryClient): void {
  queries.clear()
  queries.setQueryData(key, null)
}

/** An employee has one form, and nothing else to look at. */
export function isOnlyReporting({ organisation }: Session): boolean {
  return organisation?.roles.every((role) => role === 'employee') ?? false
}

/** Whoever supervises starts from the questions, not from the work. */
export function isOnlySupervising({ organisation }: Session): boolean {
  return organisation?.roles.every((role) => role === 'supervisory_director') ?? false
}
