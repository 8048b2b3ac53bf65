// SPDX-License-Identifier: EUPL-1.2
import { Button, Group, NativeSelect } from '@mantine/core'
import type { plan } from '@schouw/core/board'
import { registerTongue } from '@schouw/report/registers'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { type Column, Table } from '../../parts/table.tsx'
import { day, euro } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { EditLine } from './edit.tsx'
import { useRoadmapWords } from './words.ts'

type PlanLine = plan.PlanLine
type Show = 'open' | 'late' | 'done' | 'all'

interface ActionsProps {
  readonly lines: readonly PlanLine[]
  readonly people: ReadonlyMap<string, string>
}

/** All of it in rows, with its day and owner to be changed in place. */
export function Actions({ lines, people }: ActionsProps) {
  const { language } = useLanguage()
  const words = useRoadmapWords()
  const tongue = registerTongue(language)
  const may = useMay()
  const [show, setShow] = useState<Show>('open')
  const [owner, setOwner] = useState('')
  const [origin, setOrigin] = useState('')
  const [isEditing, setIsEditing] = useState(false)
  const origins = [...new Set(lines.map((line) => line.origin))]
  const owners = [...new Set(lines.flatMap((line) => line.owner ?? []))]
  const found = lines.filter(
    (line) =>
      isShown(line, show) &&
      (owner === '' || (owner === 'nobody' ? line.owner === null : line.owner === owner)) &&
      (origin === '' || line.origin === origin),
  )
  const originOf = (code: string) => tongue.code('action', code, 'origin')
  return (
    <section aria-labelledby="actions">
      <h2 id="actions" className="spoken">
        {words.filters}
      </h2>
      <Group gap="sm" align="end" my="sm" className="no-print">
        <NativeSelect
          size="xs"
          label={words.show}
          value={show}
          onChange={(event) => setShow(event.currentTarget.value as Show)}
          data={(['open', 'late', 'done', 'all'] as const).map((value) => ({
            value,
            label: words.shows[value],
          }))}
        />
        <NativeSelect
          size="xs"
          label={words.ofOwner}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
          data={[
            { value: '', label: words.everybody },
            { value: 'nobody', label: words.nobody },
            ...owners.map((id) => ({ value: id, label: people.get(id) ?? '…' })),
          ]}
        />
        <NativeSelect
          size="xs"
          label={words.from}
          value={origin}
          onChange={(event) => setOrigin(event.currentTarget.value)}
          data={[
            { value: '', label: words.anyOrigin },
            ...origins.map((value) => ({ value, label: originOf(value) })),
          ]}
        />
        {may('change', 'action') && (
          <Button
            size="xs"
            variant="default"
            aria-pressed={isEditing}
            onClick={() => setIsEditing(!isEditing)}
          >
            {isEditing ? words.stopEdit : words.edit}
          </Button>
        )}
      </Group>
      <output className="quiet">{words.shown(found.length, lines.length)}</output>
      {found.length === 0 ? (
        <p>{words.none}</p>
      ) : isEditing ? (
        <ul className="plain">
          {found.map((line) => (
            <EditLine key={`${line.id} ${line.version}`} line={line} people={people} />
          ))}
        </ul>
      ) : (
        <Rows lines={found} people={people} originOf={originOf} />
      )}
    </section>
  )
}

function isShown({ state, is_late }: PlanLine, show: Show): boolean {
  if (show === 'all') return true
  if (show === 'late') return is_late
  return (state === 'open' || state === 'in_progress') === (show === 'open')
}

interface RowsProps extends ActionsProps {
  readonly originOf: (code: string) => string
}

function Rows({ lines, people, originOf }: RowsProps) {
  const { language } = useLanguage()
  const words = useRoadmapWords()
  const tongue = registerTongue(language)
  const { columns } = words
  const shown: readonly Column<PlanLine>[] = [
    {
      title: columns.action,
      is: 'head',
      cell: (line) => (
        <>
          <Link to={placeOf(line)}>{line.name}</Link>
          {line.waits_for.length > 0 && (
            <span className="quiet"> {words.waits(line.waits_for.length)}</span>
          )}
        </>
      ),
    },
    {
      title: columns.state,
      is: 'nowrap',
      cell: ({ state, is_late }) => (
        <>
          {tongue.code('action', state)}
          {is_late && <span className="broken">, {words.late}</span>}
        </>
      ),
    },
    {
      title: columns.owner,
      cell: ({ owner }) =>
        owner === null ? <span className="ask">{words.nobody}</span> : (people.get(owner) ?? '…'),
    },
    {
      title: columns.due,
      is: 'nowrap',
      tone: ({ is_late }) => (is_late ? 'broken' : undefined),
      cell: ({ due_on }) => (due_on === null ? null : day(due_on, language)),
    },
    {
      title: columns.promised,
      is: 'nowrap',
      cell: ({ promised_on }) => (promised_on === null ? null : day(promised_on, language)),
    },
    {
      title: columns.cost,
      is: 'number',
      cell: ({ cost_eur }) => (cost_eur === null ? null : euro(cost_eur, language)),
    },
    { title: columns.origin, cell: ({ origin }) => originOf(origin) },
  ]
  return (
    <Table
      label={words.filters}
      columns={shown}
      rows={lines}
      keyOf={({ id }) => id}
      minWidth="52rem"
    />
  )
}
