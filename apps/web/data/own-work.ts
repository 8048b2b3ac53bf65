// SPDX-License-Identifier: EUPL-1.2
import { type OwnKind, ownWork } from '@schouw/contract/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export interface OwnLine {
  readonly kind: OwnKind
  readonly id: string
  readonly name: string
  readonly due_on: string | null
}

/** The registers of one's roles, as far as one is the owner; all asked for at once. */
export function ownWorkQuery(person: string, roles: readonly string[]) {
  return queryOptions({
    queryKey: ['list', 'own', person, roles],
    queryFn: () =>
      Promise.all(
        ownWork(roles, person).map(async ({ block, kind, asked }) => {
          const { items, next } = await api.list(kind, asked)
          const lines = items.map(({ id, values }): OwnLine => {
            const of: Readonly<Record<string, unknown>> = values
            const due = of['due_on']
            const name = String(of['name'] ?? of['hostname'] ?? of['code'] ?? '')
            return { kind, id, name, due_on: typeof due === 'string' ? due : null }
          })
          return { block, kind, lines, hasMore: next !== null }
        }),
      ),
  })
}

export function useOwnWork(person: string, roles: readonly string[]) {
  return useQuery(ownWorkQuery(person, roles))
}
