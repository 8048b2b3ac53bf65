// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { nameOf } from './imports.ts'
import { steppedUp } from './step-up.ts'

export type Applicability = AnswerOf<'GET /api/v1/applicability'>

const key = ['frameworks'] as const

export function useFrameworks() {
  return useQuery({ queryKey: key, queryFn: () => api.call('GET /api/v1/frameworks') })
}

/** Under `list`: asked for again whenever an answer was changed. Empty: our own requirements. */
export function useApplicability(framework: string, language: 'nl' | 'en') {
  return useQuery({
    queryKey: ['list', 'applicability', framework, language],
    queryFn: () =>
      api.call('GET /api/v1/applicability', {
        query: { language, ...(framework === '' ? {} : { framework }) },
      }),
  })
}

interface Bringing {
  readonly file: File
  /** Only tells what would come of it. */
  readonly isTrial: boolean
}

export function useBringFramework() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ file, isTrial }: Bringing) =>
      steppedUp(() =>
        api.call('POST /api/v1/frameworks', {
          query: { name: nameOf(file), dry_run: isTrial ? 'true' : 'false' },
          body: file as never,
        }),
      ),
    onSuccess: (_, { isTrial }) =>
      isTrial ? undefined : queries.invalidateQueries({ queryKey: key }),
  })
}

/** Of theirs to ours. */
export const relationships = [
  'intersects-with',
  'subset-of',
  'superset-of',
  'equal-to',
  'equivalent-to',
] as const
export type Relationship = (typeof relationships)[number]

interface Setting {
  readonly requirement: string
  /** Null: what a document says counts again. */
  readonly maps: { requirement: string; relationship: Relationship }[] | null
}

export function useSetMapping(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Setting) =>
      steppedUp(() => api.call('PUT /api/v1/frameworks/{id}/mappings', { params: { id }, body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: key })
      await queries.invalidateQueries({ queryKey: ['list', 'applicability'] })
    },
  })
}
