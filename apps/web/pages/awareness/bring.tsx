// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, NativeSelect } from '@mantine/core'
import type { AnswerOf, BodyOf } from '@schouw/contract/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../data/api.ts'
import { useKept } from '../../data/kept.ts'
import { DropFile } from '../../parts/drop-file.tsx'
import { Refusal } from '../../parts/state.tsx'
import type { Campaign } from './campaign.ts'
import { useAwarenessWords } from './words.ts'

type Body = BodyOf<'POST /api/v1/awareness/{id}/results'>
type Read = AnswerOf<'POST /api/v1/awareness/{id}/results'>
type Column = keyof NonNullable<Body['columns']>

const columns = ['who', 'sent', 'opened', 'clicked', 'reported', 'date'] as const
const mostBytes = 700_000

interface Taken {
  readonly file: { readonly name: string; readonly csv: string } | null
  readonly said: NonNullable<Body['columns']>
}

const nothing: Taken = { file: null, said: {} }

interface BringProps {
  readonly campaign: Campaign
  readonly done: () => void
}

/** First how the file is read and who is not known; then, on a word, it is written. */
export function Bring({ campaign, done }: BringProps) {
  const { bring: words } = useAwarenessWords()
  const queries = useQueryClient()
  const draft = `draft/awareness/${campaign.id}`
  const [{ file, said }, setTaken, forget] = useKept<Taken>(draft, nothing)
  const [isTooLarge, setIsTooLarge] = useState(false)
  const read = useMutation({
    mutationFn: (body: Body) =>
      api.call('POST /api/v1/awareness/{id}/results', { params: { id: campaign.id }, body }),
    onSuccess: ({ written }) =>
      written === null ? undefined : queries.invalidateQueries({ queryKey: ['list'] }),
  })
  // A file that was being matched when the page went away is read again where it was left.
  const isBegun = useRef(false)
  useEffect(() => {
    if (isBegun.current || file === null) return
    isBegun.current = true
    read.mutate({ ...file, columns: said, is_rehearsal: true })
  }, [file, said, read.mutate])
  const take = async (chosen: File) => {
    isBegun.current = true
    setIsTooLarge(chosen.size > mostBytes)
    if (chosen.size > mostBytes) return
    const taken = { name: chosen.name.slice(-200), csv: await chosen.text() }
    setTaken({ file: taken, said: {} })
    read.mutate({ ...taken, is_rehearsal: true })
  }
  const map = (column: Column, heading: string) => {
    if (file === null) return
    const next = { ...said, [column]: heading === '' ? null : heading }
    setTaken({ file, said: next })
    read.mutate({ ...file, columns: next, is_rehearsal: true })
  }
  const found = read.data
  return (
    <div className="block">
      <Refusal error={read.error} />
      {isTooLarge && <p className="broken">{words.tooLarge}</p>}
      {file === null || found === undefined ? (
        <DropFile
          label={words.choose}
          hint={words.hint}
          about={campaign.values.name ?? ''}
          isBusy={read.isPending}
          onFile={(chosen) => void take(chosen)}
        />
      ) : found.written !== null ? (
        <output>{words.kept(found.written)}</output>
      ) : (
        <>
          <h3>{words.read(file.name)}</h3>
          <Columns read={found} map={map} />
          <Outcome read={found} />
          <Group gap="xs">
            <Button
              disabled={found.delivered === 0}
              loading={read.isPending}
              onClick={() =>
                read.mutate({ ...file, columns: said, is_rehearsal: false }, { onSuccess: forget })
              }
            >
              {words.keep}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                forget()
                done()
              }}
            >
              {words.cancel}
            </Button>
          </Group>
        </>
      )}
    </div>
  )
}

interface ColumnsProps {
  readonly read: Read
  readonly map: (column: Column, heading: string) => void
}

function Columns({ read, map }: ColumnsProps) {
  const { bring: words } = useAwarenessWords()
  const choices = [
    { value: '', label: words.absent },
    ...[...new Set(read.head)]
      .filter((heading) => heading !== '')
      .map((heading) => ({ value: heading, label: heading })),
  ]
  return (
    <Group gap="sm" align="end">
      {columns.map((column) => (
        <NativeSelect
          key={column}
          label={words.names[column]}
          data={choices}
          value={read.columns[column] ?? ''}
          onChange={(event) => map(column, event.currentTarget.value)}
        />
      ))}
    </Group>
  )
}

function Outcome({ read }: { readonly read: Read }) {
  const all = useAwarenessWords()
  const { bring: words, drills } = all
  const said = (['opened', 'clicked', 'reported'] as const).map(
    (name) => `${drills.columns[name].toLowerCase()}: ${read[name] ?? all.unknown}`,
  )
  return (
    <>
      <p>
        {words.counts(read)} {read.not_sent > 0 && words.notSent(read.not_sent)} {said.join(', ')}.
      </p>
      {read.problems.length > 0 && (
        <ul className="plain">
          {read.problems.slice(0, 20).map((one) => (
            <li key={`${one.line} ${one.column} ${one.found}`} className="ask">
              {words.problem(one)}
            </li>
          ))}
        </ul>
      )}
      {read.unknown.length > 0 && (
        <details open={read.unknown.length <= 10}>
          <summary className="ask">{words.unknown(read.unknown.length)}</summary>
          <ul className="plain">
            {read.unknown.map(({ line, who }) => (
              <li key={line}>
                {who} <span className="quiet">{words.line(line)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
