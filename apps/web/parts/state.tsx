// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, Loader } from '@mantine/core'
import { Problem, Unreachable } from '@schouw/contract/client'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Words } from '../words/index.ts'
import { useWords } from '../words/language.tsx'

/** What a refusal or a silence comes to in words. */
export function complaint(error: unknown, words: Words): string {
  if (error instanceof Unreachable) return words.problem['unreachable'] ?? ''
  if (!(error instanceof Problem)) return words.problem['fault'] ?? ''
  const { code, status } = error.body
  return words.problem[code] ?? words.problem[status >= 500 ? 'fault' : 'other'] ?? code
}

/** Says no, aloud for those who do not see it. */
export function Refusal({ error }: { readonly error: unknown }) {
  const words = useWords()
  if (error === null || error === undefined) return null
  return (
    <Alert color="red" variant="outline" role="alert" my="sm">
      {complaint(error, words)}
    </Alert>
  )
}

/** One of loading, failed or ready; emptiness is for the page itself to word. */
export function Ready<Data>({
  of: query,
  children,
}: {
  readonly of: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}) {
  const words = useWords()
  if (query.data !== undefined) return children(query.data)
  if (query.error !== null) {
    return (
      <Alert color="red" variant="outline" role="alert" title={words.failed.title} my="md">
        <p>{complaint(query.error, words)}</p>
        {query.error instanceof Problem && query.error.body.instance !== '' && (
          <p className="quiet">{words.failed.request(query.error.body.instance)}</p>
        )}
        <Button variant="default" size="xs" onClick={() => void query.refetch()}>
          {words.again}
        </Button>
      </Alert>
    )
  }
  return (
    <output className="quiet">
      <Loader size="sm" /> <span className="spoken">{words.loading}</span>
    </output>
  )
}
