// SPDX-License-Identifier: EUPL-1.2
import { type AnswerOf, Problem } from '@schouw/contract/client'
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { draftsOf, forgetDrafts } from './kept-draft.ts'

export type Session = AnswerOf<'GET /api/v1/session'>

const key = ['session'] as const

/** Null: nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: key,
  queryFn: async ({ client }): Promise<Session | null> => {
    const session = await asked()
    remember(session)
    const before = client.getQueryData<Session | null>(key)
    const isIn = session?.next === 'done'
    // Whoever was at work keeps the page with what was typed, and shows who he or she is again.
    if (!isIn && before?.next === 'done') {
      client.setQueryData(awayKey, { session })
      return before
    }
    if (isIn) client.setQueryData(awayKey, null)
    return session
  },
  staleTime: 60_000,
})

async function asked(): Promise<Session | null> {
  try {
    return await api.call('GET /api/v1/session')
  } catch (error) {
    if (error instanceof Problem && error.body.status === 401) return null
    throw error
  }
}

const awayKey = ['away'] as const
interface Away {
  /** How far signing in again has come. */
  readonly session: Session | null
}

/** Set while the session ended under somebody who was at work. */
export function useAway(): Away | null {
  const { data } = useQuery<Away | null>({
    queryKey: awayKey,
    queryFn: () => null,
    enabled: false,
    initialData: null,
  })
  return data
}

const ended: readonly string[] = ['not-signed-in', 'second-factor-needed', 'organisation-needed']

/** Whether an answer says that the session is no longer what the page takes it for. */
export function isEnded(error: unknown): boolean {
  return error instanceof Problem && ended.includes(error.body.code)
}

export function useSession() {
  return useQuery(sessionQuery)
}

/** Whether the page of the board is worth asking for before it is known who asks. */
export const wasIn = 'schouw-was-in'

function remember(session: Session | null): void {
  if (session?.next === 'done') draftsOf(session.account.id)
  const isIn = session?.next === 'done' && !isOnlyReporting(session)
  if (isIn) localStorage.setItem(wasIn, '1')
  else localStorage.removeItem(wasIn)
}

/** After a step of signing in: what the server now holds us to be. */
export function useSignedIn() {
  const queries = useQueryClient()
  return (session: Session) => {
    const before = queries.getQueryData<Session | null>(key)
    const isAway = queries.getQueryData<Away | null>(awayKey) != null
    if (isAway && session.next !== 'done') {
      queries.setQueryData(awayKey, { session })
      return
    }
    const isSame =
      before?.account.id === session.account.id &&
      before.organisation?.id === session.organisation?.id
    // Somebody else, or somewhere else: nothing of the former stays in sight.
    if (isAway && !isSame) queries.clear()
    queries.setQueryData(awayKey, null)
    queries.setQueryData(key, session)
    if (isAway && isSame) {
      void queries.invalidateQueries({ predicate: ({ state }) => state.status === 'error' })
    }
  }
}

export async function signOut(queries: QueryClient): Promise<void> {
  await api.call('DELETE /api/v1/session')
  signedOut(queries)
}

/** Nobody is in any more, and nothing of theirs stays in sight. */
export function signedOut(queries: QueryClient): void {
  remember(null)
  forgetDrafts()
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
