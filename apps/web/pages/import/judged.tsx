// SPDX-License-Identifier: EUPL-1.2
import { Button, Group } from '@mantine/core'
import { Problem } from '@schouw/contract/client'
import { Refusal } from '../../parts/state.tsx'
import { useImportWords } from '../../words/import.ts'
import type { AtPoint } from './at-point.ts'
import { ImportRows } from './rows.tsx'

/** What the dry run came to, and the confirmation of exactly that. */
export function Judged({ found, step, again }: AtPoint & { readonly again: () => void }) {
  const { table } = useImportWords()
  const { judgement } = found
  if (judgement === null) return null
  const { counts, digest, waiting } = judgement
  const moved = movedLines(step.error)
  return (
    <>
      <h2>{table.judged}</h2>
      <p className="answer">{table.counts(counts)}</p>
      {waiting > 0 && <p>{table.waits(waiting)}</p>}
      <Refusal error={step.error} />
      {moved.length > 0 && <p className="broken">{table.moved(moved)}</p>}
      <Group my="sm">
        <Button
          loading={step.isPending}
          disabled={counts.create + counts.change === 0}
          onClick={() => step.mutate({ do: 'confirm', digest })}
        >
          {table.confirm(counts)}
        </Button>
        <Button variant="default" onClick={again}>
          {table.again}
        </Button>
      </Group>
      <p className="quiet">
        {table.confirmText(counts.refused)} {table.digest}:{' '}
        <span className="mono">{digest.slice(0, 16)}</span>
      </p>
      <ImportRows found={found} />
    </>
  )
}

function movedLines(error: unknown): readonly number[] {
  const errors = error instanceof Problem ? (error.body.errors ?? []) : []
  return errors.flatMap(({ code, line }) =>
    code === 'import-moved' && typeof line === 'number' ? [line] : [],
  )
}
