// SPDX-License-Identifier: EUPL-1.2
import { Alert } from '@mantine/core'
import { Problem } from '@schouw/contract/client'
import { complaint } from '../../parts/state.tsx'
import { useImportWords } from '../../words/import.ts'
import { useWords } from '../../words/language.tsx'

/** Why a file was refused, with each place that the server names. */
export function FileRefusal({ error }: { readonly error: unknown }) {
  const words = useWords()
  const { first } = useImportWords()
  if (error === null || error === undefined) return null
  const errors = error instanceof Problem ? (error.body.errors ?? []) : []
  return (
    <Alert color="red" variant="outline" role="alert" my="sm">
      <p>{complaint(error, words)}</p>
      <ul>
        {errors.slice(0, 20).map((one, at) => {
          const { path = '' } = one
          const expected = one['expected']
          const found = one['found']
          if (typeof expected !== 'string' && typeof found !== 'string') return null
          return (
            <li key={at}>
              {path !== '' && <span className="mono">{path} </span>}
              {typeof expected === 'string' && `${first.expected}: ${expected}. `}
              {typeof found === 'string' && `${first.found}: ${found}.`}
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
