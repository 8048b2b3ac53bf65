// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import type { Inventory, InventoryStep } from '../../data/inventory.ts'
import { Table } from '../../parts/table.tsx'
import { dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { WithReason } from './reason.tsx'
import { useInventoryWords } from './words.ts'

export interface Acting {
  readonly step: (step: InventoryStep) => void
  readonly isBusy: boolean
}

type Item = Inventory['new'][number]

/** Devices that were seen and are in no register. */
export function NewList({ items, ...acting }: { readonly items: readonly Item[] } & Acting) {
  const words = useInventoryWords()
  const { language } = useLanguage()
  const tongue = registerTongue(language)
  if (items.length === 0) return <p>{words.noNew}</p>
  const time = (text: string | null) => (text === null ? '?' : dayAndTime(text, language))
  return (
    <Table
      label={words.tabs.new}
      rows={items}
      keyOf={({ key }) => `${key.kind} ${key.value} ${key.site}`}
      minWidth="58rem"
      columns={[
        { title: words.device, is: 'head', cell: ({ name }) => name },
        {
          title: words.address,
          cell: ({ address }) => <span className="mono">{address}</span>,
        },
        { title: words.maker, cell: ({ vendor }) => vendor },
        {
          title: words.role,
          cell: ({ role }) => (role === null ? '' : tongue.code('asset', role, 'role')),
        },
        {
          title: words.times,
          cell: ({ sources, first, last }) => words.seenIn(sources, time(first), time(last)),
        },
        { title: words.act, cell: (item) => <Acts item={item} {...acting} /> },
      ]}
    />
  )
}

function Acts({ item, step, isBusy }: { readonly item: Item } & Acting) {
  const words = useInventoryWords()
  const { name, key, latest, may_be, because } = item
  const { source, number, digest } = latest
  return (
    <div className="network-acts">
      {because !== null ? (
        <>
          <span>
            {words.mayBe(may_be.map((one) => one.name).join(', '))}: {words.because[because]}
          </span>
          <Link to={`/import/sources/${source}`}>{words.choose}</Link>
        </>
      ) : (
        digest !== null && (
          <Button
            size="xs"
            loading={isBusy}
            aria-label={`${words.take}: ${name}`}
            onClick={() => step({ do: 'take', source, number, digest })}
          >
            {words.take}
          </Button>
        )
      )}
      <details>
        <summary>{words.ignore}</summary>
        <WithReason
          label={words.ignore}
          about={name}
          example={words.reasonHelp}
          isBusy={isBusy}
          onGiven={(reason) => step({ do: 'ignore', body: { ...key, reason } })}
        />
      </details>
    </div>
  )
}
