// SPDX-License-Identifier: EUPL-1.2

import { Button, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useKept } from '../../data/kept.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useImportWords } from '../../words/import.ts'
import { useLanguage } from '../../words/language.tsx'
import type { AtPoint } from './at-point.ts'
import { ImportRows } from './rows.tsx'

/** What was recorded, and the way back. */
export function Outcome({ found, step }: AtPoint) {
  const { table, first } = useImportWords()
  const { language } = useLanguage()
  const { result, state, entry } = found
  const told = Object.entries(result?.counts ?? {}).filter(([, count]) => count > 0)
  const words: Readonly<Record<string, string>> = table.results
  return (
    <>
      <h2>{state === 'undone' ? table.undoneTitle : table.doneTitle}</h2>
      <p className="answer">
        {told.map(([name, count]) => `${count} ${words[name] ?? name}`).join(' · ')}
      </p>
      {result?.is_cancelled === true && <p className="ask">{table.cancelled}</p>}
      <p className="quiet">
        {result !== null && dayAndTime(result.at, language)}
        {entry !== null && `. ${first.entry(entry)}`}
      </p>
      <p>
        <Link to={`/registers/${found.register}`}>{table.open}</Link>
      </p>
      {state === 'done' && <Undo found={found} step={step} />}
      <ImportRows found={found} />
    </>
  )
}

function Undo({ step }: AtPoint) {
  const { table } = useImportWords()
  const { words } = useLanguage()
  const [isAsking, setIsAsking] = useState(false)
  const [reason, setReason] = useKept('draft/import-undo', '')
  if (!isAsking) {
    return (
      <Button variant="default" size="xs" mb="md" onClick={() => setIsAsking(true)}>
        {table.undoTitle}
      </Button>
    )
  }
  return (
    <Stack maw="34rem" my="md">
      <p>
        <Glossed text={table.undoText} />
      </p>
      <Refusal error={step.error} />
      <Textarea
        label={table.undoReason}
        value={reason}
        autoFocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button
          disabled={reason.trim().length < 3}
          loading={step.isPending}
          onClick={() => step.mutate({ do: 'undo', reason: reason.trim() })}
        >
          {table.undo}
        </Button>{' '}
        <Button variant="default" onClick={() => setIsAsking(false)}>
          {words.cancel}
        </Button>
      </div>
    </Stack>
  )
}
