// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import type { Standing } from '@schouw/core/board'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { api } from '../../data/api.ts'
import type { Session } from '../../data/session.ts'
import { useLanguage } from '../../words/language.tsx'

const FirstGoing = lazy(async () => ({
  default: (await import('../import/first-going.tsx')).FirstGoing,
}))
const PathList = lazy(async () => ({ default: (await import('../start/list.tsx')).PathList }))

interface StartProps {
  readonly session: Session
  readonly path: Standing['path']
  /** What there is to see already. */
  readonly children: ReactNode
}

/** Nothing is measured yet: what this page will show, and where to begin. */
export function Start({ session, path, children }: StartProps) {
  const { words, language } = useLanguage()
  const { home } = words
  const queries = useQueryClient()
  const held = session.organisation?.roles ?? []
  const example = useMutation({
    mutationFn: () => api.call('POST /api/v1/first-state/example', { query: { language } }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      <p>{home.empty}</p>
      {children}
      <Suspense fallback={null}>
        <PathList path={path} />
      </Suspense>
      {held.includes('ciso') && (
        <>
          <h2>{home.exampleTitle}</h2>
          <p>{home.exampleText}</p>
          <Button
            variant="default"
            mb="md"
            loading={example.isPending}
            onClick={() => example.mutate()}
          >
            {home.example}
          </Button>
          <Suspense fallback={null}>
            {(example.isPending || example.isError) && (
              <FirstGoing
                isPending={example.isPending}
                error={example.error}
                busy={home.exampleBusy}
              />
            )}
          </Suspense>
        </>
      )}
    </>
  )
}
