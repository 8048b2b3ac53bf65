// SPDX-License-Identifier: EUPL-1.2
import type { Act, ListAsked } from '@schouw/contract/client'
import type { KindName } from '@schouw/core/registers'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from './api.ts'
import { listQuery } from './list-query.ts'
import { steppedUp } from './step-up.ts'

const oneOf = (kind: KindName, id: string) => ['record', kind, id] as const

export function useList<Name extends KindName>(kind: Name, asked: ListAsked) {
  return useInfiniteQuery({
    ...listQuery(kind, asked),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
}

export function useRecord(kind: KindName, id: string, asOf?: string, isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: [...oneOf(kind, id), asOf ?? null],
    queryFn: () => api.get(kind, id, asOf),
  })
}

export function useHistory(kind: KindName, id: string) {
  return useInfiniteQuery({
    queryKey: [...oneOf(kind, id), 'history'],
    queryFn: ({ pageParam }) => api.history(kind, id, pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
}

export function usePending(kind: KindName, id: string) {
  return useQuery({
    queryKey: [...oneOf(kind, id), 'pending'],
    queryFn: () => api.pending(kind, id),
  })
}

export type Step =
  | { readonly do: 'create'; readonly values: unknown; readonly state?: string }
  | { readonly do: 'change'; readonly on: Act; readonly values: unknown }
  | { readonly do: 'move'; readonly on: Act; readonly to: string; readonly reason?: string }
  | { readonly do: 'retire' | 'reinstate'; readonly on: Act; readonly reason: string }
  | { readonly do: 'approve'; readonly on: Act; readonly pending: string }
  | {
      readonly do: 'decline'
      readonly on: Act
      readonly pending: string
      readonly reason: string
    }

function take(kind: KindName, step: Step) {
  if (step.do === 'create') return api.create(kind, step.values, step.state)
  if (step.do === 'change') return api.change(step.on, step.values)
  if (step.do === 'move') return api.move(step.on, step.to, step.reason)
  if (step.do === 'approve') return api.approve(step.on, step.pending)
  if (step.do === 'decline') return api.decline(step.on, step.pending, step.reason)
  return step.do === 'retire'
    ? api.retire(step.on, step.reason)
    : api.reinstate(step.on, step.reason)
}

/** A step in a register; whatever it touched is asked for again. */
export function useStep(kind: KindName) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (step: Step) => steppedUp(() => take(kind, step)),
    onSettled: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => isOfRecords(queryKey) }),
  })
}

function isOfRecords(key: readonly unknown[]): boolean {
  return key[0] === 'list' || key[0] === 'record' || key[0] === 'names'
}
