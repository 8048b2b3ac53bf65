// SPDX-License-Identifier: EUPL-1.2
import { Alert } from '@mantine/core'
import { Problem } from '@schouw/contract/client'
import { Refusal } from '../../parts/state.tsx'

/** Says what is wrong with one of the fields, where the page has words for it. */
export function Refused({
  error,
  words,
}: {
  readonly error: unknown
  readonly words: Readonly<Record<string, string>>
}) {
  const errors = error instanceof Problem ? (error.body.errors ?? []) : []
  const said = errors.map(({ code }) => words[code]).find((text) => text !== undefined)
  if (said === undefined) return <Refusal error={error} />
  return (
    <Alert color="red" variant="outline" role="alert" my="sm">
      {said}
    </Alert>
  )
}
