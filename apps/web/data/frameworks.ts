// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { nameOf } from './imports.ts'
import { steppedUp } from './step-up.ts'

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
