// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import type { Asset, InspectionReport } from '@schouw/core/capture'
import { words as reportWords } from '@schouw/report/words'
import { useMemo, useState } from 'react'
import { type Column, Table } from '../../parts/table.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useCapturesWords } from './words.ts'

const firstRows = 25

interface ListProps {
  readonly report: InspectionReport
}

/** Field devices first, as a plant is read; what is outside last. */
export function Devices({ report }: ListProps) {
  const words = useCapturesWords()
  const { language } = useLanguage()
  const { say } = reportWords(language)
  const rows = useMemo(() => {
    const key = ({ external, silent, purdue_level }: Asset) =>
      (external ? 100 : 0) + (silent ? 50 : 0) + (purdue_level ?? 9)
    return report.assets
      .filter(({ parent }) => parent === null)
      .toSorted((one, other) => key(one) - key(other))
  }, [report])
  const children = useMemo(() => Map.groupBy(report.assets, ({ parent }) => parent), [report])
  const columns: readonly Column<Asset>[] = [
    {
      title: words.device,
      is: 'head',
      cell: (asset) => {
        const count = children.get(asset.id)?.length ?? 0
        return (
          <>
            {nameOf(asset)}
            {count > 0 && <span className="quiet"> · {words.parts(count)}</span>}
          </>
        )
      },
    },
    {
      title: words.address,
      cell: ({ ipv4, ipv6, macs }) => (
        <span className="mono">
          {[
            ...ipv4.slice(0, 2),
            ...(ipv4.length === 0 ? ipv6.slice(0, 1) : []),
            macs[0] ?? '',
          ].join(' ')}
        </span>
      ),
    },
    { title: words.maker, cell: ({ vendor }) => vendor ?? <Unknown /> },
    {
      title: words.model,
      cell: ({ model, order_number }) =>
        [...new Set([model, order_number])].filter((text) => text !== null).join(' ') || (
          <Unknown />
        ),
    },
    { title: words.firmware, cell: ({ firmware }) => firmware ?? <Unknown /> },
    {
      title: words.role,
      cell: ({ role, external, silent }) => (
        <>
          {role === null ? <Unknown /> : say.word(role, 'role')}
          {external && role !== 'external_host' && ` (${words.outside})`}
          {silent && ` (${words.silent})`}
        </>
      ),
    },
    {
      title: words.speaks,
      cell: ({ services_offered, services_used }) => {
        const names = [...services_offered, ...services_used].flatMap((one) => one.protocol ?? [])
        return [...new Set(names)].slice(0, 6).join(', ')
      },
    },
  ]
  return <Long label={words.devices} rows={rows} columns={columns} keyOf={({ id }) => id} />
}

function Unknown() {
  return <span className="quiet">{useCapturesWords().unknown}</span>
}

type Talk = InspectionReport['conversations'][number]

export function Talks({ report }: ListProps) {
  const words = useCapturesWords()
  const { language } = useLanguage()
  const name = useNames(report)
  const columns: readonly Column<Talk>[] = [
    { title: words.from, is: 'head', cell: ({ from }) => name(from) },
    { title: words.to, cell: ({ to }) => name(to) },
    {
      title: words.service,
      cell: ({ protocol, transport, port }) => `${protocol ?? '?'} ${transport}/${port}`,
    },
    {
      title: words.packets,
      is: 'number',
      cell: (one) => number(one.packets_to_server + one.packets_to_client, language),
    },
    {
      title: words.operations,
      cell: ({ operations }) =>
        operations
          .slice(0, 4)
          .map((one) => `${one.name} ${number(one.count, language)}`)
          .join(', '),
    },
    { title: words.frame, is: 'number', cell: ({ frame }) => number(frame.frame, language) },
  ]
  if (report.conversations.length === 0) return <p>{words.noTalks}</p>
  return (
    <Long
      label={words.talks}
      rows={report.conversations}
      columns={columns}
      keyOf={(one) => `${one.from} ${one.to} ${one.transport} ${one.port} ${one.protocol}`}
    />
  )
}

type Signal = InspectionReport['detections'][number]

export function Signals({ report }: ListProps) {
  const words = useCapturesWords()
  const { language } = useLanguage()
  const { say } = reportWords(language)
  const name = useNames(report)
  const columns: readonly Column<Signal>[] = [
    { title: words.what, is: 'head', cell: ({ kind }) => say.word(kind, 'detection') },
    { title: words.from, cell: ({ source }) => (source === null ? '' : name(source)) },
    { title: words.to, cell: ({ target }) => (target === null ? '' : name(target)) },
    { title: words.times, is: 'number', cell: ({ count }) => number(count, language) },
    {
      title: words.details,
      cell: ({ detail, technique }) =>
        [
          ...Object.entries(detail).map(([key, value]) => `${key}: ${value}`),
          ...(technique === null ? [] : [technique.id]),
        ].join('; '),
    },
    {
      title: words.frame,
      is: 'number',
      cell: ({ frames }) => (frames[0] === undefined ? '' : number(frames[0].frame, language)),
    },
  ]
  if (report.detections.length === 0) return <p>{words.noSignals}</p>
  return (
    <Long label={words.signals} rows={report.detections} columns={columns} keyOf={({ id }) => id} />
  )
}

function useNames({ assets }: InspectionReport): (id: string) => string {
  const byId = useMemo(() => new Map(assets.map((asset) => [asset.id, asset])), [assets])
  return (id) => {
    const asset = byId.get(id)
    return asset === undefined ? id : nameOf(asset)
  }
}

function nameOf({ hostnames, ipv4, ipv6, macs, id }: Asset): string {
  return hostnames[0] ?? ipv4[0] ?? ipv6[0] ?? macs[0] ?? id
}

interface LongProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
}

/** A page of them; more on request: a capture may name twenty thousand. */
function Long<Row>({ rows, ...rest }: LongProps<Row>) {
  const words = useCapturesWords()
  const [shown, setShown] = useState(firstRows)
  const left = rows.length - shown
  return (
    <>
      <Table {...rest} rows={rows.slice(0, shown)} minWidth="46rem" />
      {left > 0 && (
        <Button variant="default" mt="sm" onClick={() => setShown(shown + firstRows)}>
          {words.more(Math.min(left, firstRows))}
        </Button>
      )}
    </>
  )
}
