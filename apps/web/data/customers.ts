// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export type CustomersAnswer = AnswerOf<'GET /api/v1/chain/customers'>
export type CustomerQuestionnaire = AnswerOf<'GET /api/v1/chain/customers/questionnaires/{id}'>
export type CustomerQuestion = CustomerQuestionnaire['questions'][number]
export type ShareAnswer = AnswerOf<'GET /api/v1/chain/customers/shares/{id}'>
export type TrustShown = ShareAnswer['shown']
export type Bringing = NonNullable<BodyOf<'POST /api/v1/chain/customers/questionnaires'>>
export type Approving = NonNullable<BodyOf<'POST /api/v1/chain/customers/answers/{id}/approval'>>

const of = (...rest: readonly unknown[]) => ['list', 'customers', ...rest]

export function useCustomers() {
  return useQuery({
    queryKey: of(),
    queryFn: () => api.call('GET /api/v1/chain/customers'),
  })
}

export function useCustomerQuestionnaire(id: string) {
  return useQuery({
    queryKey: of('questionnaire', id),
    queryFn: () => api.call('GET /api/v1/chain/customers/questionnaires/{id}', { params: { id } }),
  })
}

export function useShare(id: string) {
  return useQuery({
    queryKey: of('share', id),
    queryFn: () => api.call('GET /api/v1/chain/customers/shares/{id}', { params: { id } }),
  })
}
