// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { saved } from './saved.ts'

export type ChainAnswer = AnswerOf<'GET /api/v1/chain'>
export type SupplierAnswer = AnswerOf<'GET /api/v1/chain/suppliers/{id}'>
export type ReviewAnswer = AnswerOf<'GET /api/v1/chain/reviews/{id}'>
export type SupplierEvents = AnswerOf<'GET /api/v1/chain/suppliers/{id}/events'>
export type SupplierBill = AnswerOf<'GET /api/v1/chain/suppliers/{id}/bills'>['items'][number]
export type RemoteAnswer = AnswerOf<'GET /api/v1/chain/remote-access'>

export type SortOfChain = 'criticality' | 'name' | 'clauses' | 'review'

// Lists and records go stale together with the registers they are made of.
const of = (...rest: readonly unknown[]) => ['list', 'chain', ...rest]

export function useChain(asked: {
  readonly q: string
  readonly sort: SortOfChain
  readonly limit: number
}) {
  const { q, ...query } = asked
  return useQuery({
    queryKey: of(asked),
    queryFn: () =>
      api.call('GET /api/v1/chain', {
        query: { ...query, offset: 0, ...(q === '' ? {} : { q }) },
      }),
    placeholderData: keepPreviousData,
  })
}

export function useSupplier(id: string) {
  return useQuery({
    queryKey: of('supplier', id),
    queryFn: () => api.call('GET /api/v1/chain/suppliers/{id}', { params: { id } }),
  })
}

export function useSupplierEvents(id: string) {
  return useQuery({
    queryKey: of('events', id),
    queryFn: () => api.call('GET /api/v1/chain/suppliers/{id}/events', { params: { id } }),
  })
}

export function useSupplierBills(id: string) {
  return useQuery({
    queryKey: of('bills', id),
    queryFn: () => api.call('GET /api/v1/chain/suppliers/{id}/bills', { params: { id } }),
  })
}

export function useQuestionnaires(limit: number) {
  return useQuery({
    queryKey: of('questionnaires', limit),
    queryFn: () => api.call('GET /api/v1/chain/questionnaires', { query: { offset: 0, limit } }),
    placeholderData: keepPreviousData,
  })
}

export function useRound(tier: RoundSending['tier']) {
  return useQuery({
    queryKey: of('round', tier),
    queryFn: () => api.call('GET /api/v1/chain/rounds', { query: { tier } }),
  })
}

export function useReview(id: string) {
  return useQuery({
    queryKey: of('review', id),
    queryFn: () => api.call('GET /api/v1/chain/reviews/{id}', { params: { id } }),
  })
}

export function useRemoteAccess() {
  return useQuery({
    queryKey: of('remote'),
    queryFn: () => api.call('GET /api/v1/chain/remote-access'),
  })
}

export function useConcerns(supplier: string) {
  return useQuery({
    queryKey: ['list', 'chain', 'concerns', supplier],
    queryFn: () =>
      api.call('GET /api/v1/chain/suppliers/{id}/vulnerabilities', { params: { id: supplier } }),
  })
}

/** Whatever it did: everything that is made of the registers is asked again. */
export function useChainAct<Given, Answer>(act: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ['list'] }),
  })
}

export type Sending = NonNullable<BodyOf<'POST /api/v1/chain/suppliers/{id}/questionnaires'>>
export type SupplierNotice = NonNullable<BodyOf<'POST /api/v1/chain/suppliers/{id}/notices'>>
export type RoundSending = NonNullable<BodyOf<'POST /api/v1/chain/rounds'>>
export type Assessing = NonNullable<BodyOf<'POST /api/v1/chain/reviews/{id}/assessment'>>

export async function downloaded(path: string, name: string): Promise<void> {
  await saved(await fetch(path, { credentials: 'same-origin' }), name)
}
