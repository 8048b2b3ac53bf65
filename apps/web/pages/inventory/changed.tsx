// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { plurals } from '@schouw/contract/client'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import type { Inventory } from '../../data/inventory.ts'
import { Table } from '../../parts/table.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { Acting } from './new.tsx'
import { useInventoryWords } from './words.ts'

type Item = Inventory['changed'][number]

/** Where a device is seen otherwise than it was, with how it was seen each time. */
export function ChangedList({ items, ...acting }: { readonly items: readonly Item[] } & Acting) {
  const words = useInventoryWords()
  const { language } = useLanguage()
  const tongue = registerTongue(language)
  const spoken = ({ field }: Item, value: string) =>
    field === 'role' ? tongue.code('asset', value, 'role') : value
  if (items.length === 0) return <p>{words.noChanged}</p>
  return (
    <Table
      label={words.tabs.changed}
      rows={items}
      keyOf={({ asset, field }) => `${asset.id} ${field}`}
      minWidth="58rem"
      columns={[
        {
          title: words.device,
          is: 'head',
          cell: ({ asset }) => (
            <Link to={`/registers/${plurals.asset}/${asset.id}`}>{asset.name}</Link>
          ),
        },
        { title: words.field, cell: ({ field }) => words.fields[field] },
        {
          title: words.was,
          cell: (item) => (
            <>
              {spoken(item, item.was)} <span className="quiet">({words.wasBy[item.was_by]})</span>
            </>
          ),
        },
        { title: words.now, cell: (item) => <strong>{spoken(item, item.now)}</strong> },
        { title: words.history, cell: (item) => <History item={item} spoken={spoken} /> },
        { title: words.act, cell: (item) => <TakeOver item={item} {...acting} /> },
      ]}
    />
  )
}

function History({
  item,
  spoken,
}: {
  readonly item: Item
  readonly spoken: (item: Item, value: string) => string
}) {
  const words = useInventoryWords()
  const { language } = useLanguage()
  const time = (text: string | null) => (text === null ? '?' : dayAndTime(text, language))
  return (
    <ol className="plain">
      {item.history.map(({ value, first, last, source_name }, at) => (
        <li key={at} className="quiet">
          {words.span(spoken(item, value), time(first), time(last), source_name)}
        </li>
      ))}
    </ol>
  )
}

function TakeOver({ item, step, isBusy }: { readonly item: Item } & Acting) {
  const words = useInventoryWords()
  const { latest, field, asset } = item
  const { source, number, digest } = latest
  if (digest === null) return null
  return (
    <Button
      size="xs"
      variant="default"
      loading={isBusy}
      aria-label={`${words.takeOver}: ${asset.name}, ${words.fields[field]}`}
      onClick={() => step({ do: 'take', source, number, digest, fields: [field] })}
    >
      {words.takeOver}
    </Button>
  )
}
