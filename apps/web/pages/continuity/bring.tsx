// SPDX-License-Identifier: EUPL-1.2
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { type BackupReport, useBackupReports } from '../../data/continuity.ts'
import { DropFile } from '../../parts/drop-file.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useContinuityWords } from './words.ts'

const mostBytes = 700_000
const mostProblems = 20

/** First what the report says and of which copies; then, on a word, it is written. */
export function Bring() {
  const { bring: words } = useContinuityWords()
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null)
  const [isTooLarge, setIsTooLarge] = useState(false)
  const read = useBackupReports()
  const take = async (chosen: File) => {
    setIsTooLarge(chosen.size > mostBytes)
    if (chosen.size > mostBytes) return
    const taken = { name: chosen.name.slice(-200), text: await chosen.text() }
    setFile(taken)
    read.mutate({ ...taken, is_rehearsal: true })
  }
  const found = read.data
  return (
    <details className="no-print">
      <summary>{words.title}</summary>
      <p className="prose quiet">
        <Glossed text={words.help} />
      </p>
      <Refusal error={read.error} />
      {isTooLarge && <p className="broken">{words.tooLarge}</p>}
      {file === null || found === undefined ? (
        <DropFile
          label={words.choose}
          hint={words.hint}
          isBusy={read.isPending}
          onFile={(chosen) => void take(chosen)}
        />
      ) : found.written !== null ? (
        <output>{words.kept(found.written)}</output>
      ) : (
        <>
          <h3>{file.name}</h3>
          <Outcome found={found} />
          <Group gap="xs">
            <Button
              disabled={!found.copies.some(({ is_new }) => is_new)}
              loading={read.isPending}
              onClick={() => read.mutate({ ...file, is_rehearsal: false })}
            >
              {words.keep}
            </Button>
            <Button variant="default" onClick={() => setFile(null)}>
              {words.cancel}
            </Button>
          </Group>
        </>
      )}
    </details>
  )
}

function Outcome({ found }: { readonly found: BackupReport }) {
  const { language } = useLanguage()
  const { bring: words } = useContinuityWords()
  const { columns } = words
  return (
    <>
      <p>{words.runs(found.runs, found.unfinished)}</p>
      {found.copies.length > 0 && (
        <Table
          label={words.title}
          rows={found.copies}
          keyOf={({ backup }) => backup}
          columns={[
            { title: columns.name, is: 'head', cell: ({ name }) => name },
            { title: columns.job, cell: ({ job }) => job },
            { title: columns.last, cell: (one) => dayAndTime(one.last_ended_at, language) },
            {
              title: columns.outcome,
              tone: (one) => (one.last_outcome === 'failed' ? 'broken' : undefined),
              cell: (one) => (
                <>
                  {words.outcome[one.last_outcome]}{' '}
                  <span className="quiet">· {one.is_new ? words.isNew : words.isOld}</span>
                </>
              ),
            },
          ]}
        />
      )}
      <Named
        text={words.unknown}
        names={found.unknown.map(({ job, runs }) => `${job} (${runs})`)}
      />
      <Named text={words.ambiguous} names={found.ambiguous} />
      {found.problems.length > 0 && (
        <ul className="plain">
          {found.problems.slice(0, mostProblems).map(({ line, column, found: stood }) => (
            <li key={`${line} ${column}`} className="ask">
              {words.problem(line, stood)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Named({ text, names }: { readonly text: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <>
      <p className="ask">{text}</p>
      <ul className="plain">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  )
}
