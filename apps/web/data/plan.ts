// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { useList } from './records.ts'

/** Under `list`: asked for again whenever a register was touched. */
export function usePlan() {
  return useQuery({ queryKey: ['list', 'plan'], queryFn: () => api.call('GET /api/v1/plan') })
}

const mostPeople = 500

/** People by their ids, as far as the reader may know them. */
export function usePeople(): ReadonlyMap<string, string> {
  const list = useList('person', { limit: mostPeople, sort: 'title' })
  const people = list.data?.pages.flatMap(({ items }) => items) ?? []
  return new Map(people.map(({ id, values }) => [id, String(values.name ?? '')]))
}

const links = ['calendar-links'] as const

export function useCalendarLinks() {
  return useQuery({ queryKey: links, queryFn: () => api.call('GET /api/v1/calendar/links') })
}

export function useMakeCalendarLink() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (language: 'nl' | 'en') =>
      api.call('POST /api/v1/calendar/links', { body: { language } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: links }),
  })
}

export function useEndCalendarLink() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.call('DELETE /api/v1/calendar/links/{id}', { params: { id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: links }),
  })
}
