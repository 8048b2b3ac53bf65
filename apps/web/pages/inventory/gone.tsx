// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { plurals } from '@schouw/contract/client'
import { Link } from 'react-router'
import type { Inventory } from '../../data/inventory.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Table } from '../../parts/table.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { Acting } from './new.tsx'
import { useInventoryWords } from './words.ts'

/** Devices that a later source should have shown. */
export function GoneList({ items }: { readonly items: Inventory['gone'] }) {
  const words = useInventoryWords()
  const { language } = useLanguage()
  if (items.length === 0) return <p>{words.noGone}</p>
  return (
    <>
      <p className="prose">{words.goneText}</p>
      <Table
        label={words.tabs.gone}
        rows={items}
        keyOf={({ asset }) => asset.id}
        columns={[
          {
            title: words.device,
            is: 'head',
            cell: ({ asset }) => (
              <Link to={`/registers/${plurals.asset}/${asset.id}`}>{asset.name}</Link>
            ),
          },
          {
            title: words.goneHead,
            cell: ({ last, source_name }) =>
              `${last === null ? '?' : dayAndTime(last, language)} (${source_name})`,
          },
          { title: words.missed, cell: ({ missed }) => words.missedIn(missed) },
        ]}
      />
    </>
  )
}

/** What need not be in the register, because somebody said why. */
export function IgnoredList({
  items,
  step,
  isBusy,
}: { readonly items: Inventory['ignored'] } & Acting) {
  const words = useInventoryWords()
  const { language } = useLanguage()
  if (items.length === 0) return <p>{words.noIgnored}</p>
  return (
    <Table
      label={words.tabs.ignored}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          title: words.device,
          is: 'head',
          cell: ({ key }) => <span className="mono">{key.value}</span>,
        },
        { title: words.reason, cell: ({ reason }) => reason },
        {
          title: words.times,
          cell: ({ at, by }) => (
            <>
              {words.since(dayAndTime(at, language))}, <RecordLink id={by} />
            </>
          ),
        },
        {
          title: words.act,
          cell: ({ id, key }) => (
            <Button
              size="xs"
              variant="default"
              loading={isBusy}
              aria-label={`${words.heed}: ${key.value}`}
              onClick={() => step({ do: 'heed', id })}
            >
              {words.heed}
            </Button>
          ),
        },
      ]}
    />
  )
}
