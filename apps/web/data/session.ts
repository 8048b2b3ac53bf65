// SPDX-License-Identifier: EUPL-1.2
import { type AnswerOf, Problem } from '@schouw/contract/client'
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

export type Session = AnswerOf<'GET /api/v1/session'>

const key = ['session'] as const

/** Null: nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: key,
  queryFn: async (): Promise<Session | null> => {
    try {
      const session = await api.call('GET /api/v1/session')
      remember(session)
      return session
    } catch (error) {
      if (!(error instanceof Problem && error.body.status === 401)) throw error
      remember(null)
      return null
    }
  },
  staleTime: 60_000,
})

export function useSession() {
  return useQuery(sessionQuery)
}

/** Whether the page of the board is worth asking for before it is known who asks. */
export const wasIn = 'schouw-was-in'

function remember(session: Session | null): void {
  const isIn = session?.next === 'done' && !isOnlyReporting(session)
  if (isIn) localStorage.setItem(wasIn, '1')
  else localStorage.removeItem(wasIn)
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
  remember(null)
  // Told to whoever looks at it, which a session that is taken away altogether would not be.
  queries.setQueryData(key, null)
  queries.removeQueries({ predicate: ({ queryKey: [name] }) => name !== key[0] })
}

/** An employee has one form, and nothing else to look at. */
export function isOnlyReporting({ organisation }: Session): boolean {
  return organisation?.roles.every((role) => role === 'employee') ?? false
}

/** Whoever supervises starts from the questions, not from the work. */
export function isOnlySupervising({ organisation }: Session): boolean {
  return organisation?.roles.every((role) => role === 'supervisory_director') ?? false
}
