// SPDX-License-Identifier: EUPL-1.2
import type { AnswerOf } from '@schouw/contract/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'
import { nameOf } from './imports.ts'
import { steppedUp } from './step-up.ts'

export type StoredFile = AnswerOf<'GET /api/v1/files/{digest}'>

const key = (digest: string) => ['file', digest] as const

export function useFile(digest: string) {
  return useQuery({
    queryKey: key(digest),
    enabled: /^[0-9a-f]{64}$/.test(digest),
    queryFn: () => api.call('GET /api/v1/files/{digest}', { params: { digest } }),
  })
}

export function useUploadFile() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (file: File) =>
      api.call('POST /api/v1/files', {
        query: { name: nameOf(file) },
        body: file as never,
        // What the browser takes it for is a claim; the server looks at the bytes.
        headers: { 'content-type': file.type === '' ? 'application/octet-stream' : file.type },
      }),
    onSuccess: (stored) => queries.setQueryData(key(stored.sha256), stored),
  })
}

/** Puts a file with the others and gives its digest. */
export async function storedFile(file: File): Promise<string> {
  const kept = await steppedUp(() =>
    api.call('POST /api/v1/files', { query: { name: nameOf(file) }, body: file }),
  )
  return kept.sha256
}

export function useReleaseFile(digest: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (reason: string) =>
      steppedUp(() =>
        api.call('POST /api/v1/files/{digest}/release', { params: { digest }, body: { reason } }),
      ),
    onSuccess: (stored) => queries.setQueryData(key(digest), stored),
  })
}

export function contentAddress({ sha256, name }: StoredFile, isLooking = false): string {
  const query = new URLSearchParams({
    ...(name === null ? {} : { name }),
    ...(isLooking ? { quarantined: 'accept' } : {}),
  }).toString()
  return `/api/v1/files/${sha256}/content${query === '' ? '' : `?${query}`}`
}
