// SPDX-License-Identifier: EUPL-1.2
import { type AnswerOf, type BodyOf, kindOfPlural } from '@schouw/contract/client'
import type { KindName } from '@schouw/core/registers'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Language } from '../words/index.ts'
import { api } from './api.ts'

export type Import = AnswerOf<'GET /api/v1/imports/{id}'>
export type ImportRow = AnswerOf<'GET /api/v1/imports/{id}/rows'>['items'][number]
export type Plan = ImportRow['plan']
export type Settings = NonNullable<Import['settings']>
export type FirstState = AnswerOf<'POST /api/v1/first-state'>

/** The register that a file is for. */
export function kindOfImport({ register }: Pick<Import, 'register'>): KindName {
  return kindOfPlural(register) ?? 'asset'
}

const key = (id: string) => ['import', id] as const
const underWay: readonly Import['state'][] = ['reading', 'judging', 'writing', 'undoing']

export const isUnderWay = ({ state }: Import): boolean => underWay.includes(state)

export function useImports(isAllowed: boolean) {
  return useInfiniteQuery({
    queryKey: ['imports'],
    enabled: isAllowed,
    queryFn: ({ pageParam }) =>
      api.call('GET /api/v1/imports', pageParam === null ? {} : { query: { before: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
}

/** Asked again while something is being done with it. */
export function useImport(id: string) {
  return useQuery({
    queryKey: key(id),
    queryFn: () => api.call('GET /api/v1/imports/{id}', { params: { id } }),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && isUnderWay(data) ? 800 : false,
  })
}

export function useImportRows(found: Import, plan: Plan | undefined) {
  const { id, state, judgement } = found
  return useInfiniteQuery({
    queryKey: [...key(id), 'rows', plan ?? null, state, judgement?.digest ?? null],
    queryFn: ({ pageParam }) =>
      api.call('GET /api/v1/imports/{id}/rows', {
        params: { id },
        query: {
          limit: '100',
          ...(plan === undefined ? {} : { plan }),
          ...(pageParam === null ? {} : { after: String(pageParam) }),
        },
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  })
}

export type ImportStep =
  | { readonly do: 'settle'; readonly settings: BodyOf<'PATCH /api/v1/imports/{id}'> }
  | { readonly do: 'judge' | 'cancel' }
  | { readonly do: 'confirm'; readonly digest: string }
  | { readonly do: 'undo'; readonly reason: string }

async function take(id: string, step: ImportStep): Promise<Import> {
  const params = { id }
  switch (step.do) {
    case 'settle':
      return api.call('PATCH /api/v1/imports/{id}', { params, body: step.settings })
    case 'judge':
      return api.call('POST /api/v1/imports/{id}/dry-run', { params })
    case 'cancel':
      return api.call('POST /api/v1/imports/{id}/cancel', { params })
    case 'confirm':
      return api.call('POST /api/v1/imports/{id}/confirm', {
        params,
        body: { digest: step.digest },
      })
    case 'undo':
      return api.call('POST /api/v1/imports/{id}/undo', { params, body: { reason: step.reason } })
  }
}

/** While a long step runs the import is looked at, so that its progress is seen. */
export function useImportStep(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (step: ImportStep) => {
      const watch = setInterval(() => void queries.invalidateQueries({ queryKey: key(id) }), 900)
      try {
        return await take(id, step)
      } finally {
        clearInterval(watch)
      }
    },
    onSuccess: (found) => queries.setQueryData(key(id), found),
    onSettled: (_found, _error, step) => {
      void queries.invalidateQueries({ queryKey: key(id) })
      void queries.invalidateQueries({ queryKey: ['imports'] })
      if (step.do === 'confirm' || step.do === 'undo') {
        void queries.invalidateQueries({ queryKey: ['list'] })
        void queries.invalidateQueries({ queryKey: ['record'] })
      }
    },
  })
}

interface Upload {
  readonly file: File
  readonly language: Language
  readonly signal?: AbortSignal
}

const raw = { 'content-type': 'application/octet-stream' }

export function uploadTable({
  file,
  language,
  register,
  signal,
}: Upload & { readonly register: string }) {
  return api.call('POST /api/v1/imports', {
    query: { register, name: nameOf(file), language },
    body: file as never,
    headers: raw,
    ...(signal === undefined ? {} : { signal }),
  })
}

export function uploadFirstState({
  file,
  language,
  isTrial,
  signal,
}: Upload & { readonly isTrial: boolean }) {
  return api.call('POST /api/v1/first-state', {
    query: { name: nameOf(file), language, dry_run: isTrial ? 'true' : 'false' },
    body: file as never,
    headers: { 'content-type': 'application/zip' },
    ...(signal === undefined ? {} : { signal }),
  })
}

/** As the server takes names: without signs that steer. */
export function nameOf({ name }: File): string {
  return name.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(-255) || 'file'
}
