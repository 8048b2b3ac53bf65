// SPDX-License-Identifier: EUPL-1.2
import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { type Inventory, useInventory, useInventoryStep } from '../../data/inventory.ts'
import { NetworkPages } from '../../parts/network-pages.tsx'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { ChangedList } from './changed.tsx'
import { Doubles } from './doubles.tsx'
import { GoneList, IgnoredList } from './gone.tsx'
import './inventory.css'
import { NewList } from './new.tsx'
import { useInventoryWords } from './words.ts'

/** What was seen beside what is registered: new, changed, gone, twice. */
export function InventoryPage() {
  const words = useInventoryWords()
  const inventory = useInventory()
  return (
    <>
      <NetworkPages />
      <Title name={words.title} />
      <p className="prose">{words.intro}</p>
      <Ready of={inventory}>
        {(found) =>
          found.sources.length === 0 ? (
            <p>
              {words.empty} <Link to="/captures">{words.toCaptures}</Link>{' '}
              <Link to="/import">{words.toImport}</Link>
            </p>
          ) : (
            <Compared inventory={found} />
          )
        }
      </Ready>
    </>
  )
}

function Compared({ inventory }: { readonly inventory: Inventory }) {
  const words = useInventoryWords()
  const step = useInventoryStep()
  const acting = { step: step.mutate, isBusy: step.isPending }
  const { sources, left_out, doubles, several } = inventory
  const tabs: readonly (readonly [keyof typeof words.tabs, number, ReactNode])[] = [
    ['new', inventory.new.length, <NewList key="new" items={inventory.new} {...acting} />],
    [
      'changed',
      inventory.changed.length,
      <ChangedList key="changed" items={inventory.changed} {...acting} />,
    ],
    ['gone', inventory.gone.length, <GoneList key="gone" items={inventory.gone} />],
    [
      'doubles',
      doubles.length + several.length,
      <Doubles key="doubles" {...{ doubles, several }} {...acting} />,
    ],
    [
      'ignored',
      inventory.ignored.length,
      <IgnoredList key="ignored" items={inventory.ignored} {...acting} />,
    ],
  ]
  return (
    <>
      <Coverage items={inventory.coverage} />
      <p className="quiet">
        {words.sources(sources.length)} {left_out > 0 && words.leftOut(left_out)}
      </p>
      <Refusal error={step.error} />
      <output>
        {step.data !== undefined && <p className="answer">{words.outcomes[step.data]}</p>}
      </output>
      <Tabs defaultValue="new" keepMounted={false} mt="md">
        <Tabs.List>
          {tabs.map(([name, count]) => (
            <Tabs.Tab key={name} value={name}>
              {words.tabs[name]} ({count})
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(([name, , inside]) => (
          <Tabs.Panel key={name} value={name} pt="md">
            {inside}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  )
}

function Coverage({ items }: { readonly items: Inventory['coverage'] }) {
  const words = useInventoryWords()
  const { language } = useLanguage()
  const count = (value: number) => number(value, language)
  return (
    <section aria-labelledby="coverage">
      <h2 id="coverage">{words.coverage}</h2>
      <Table
        label={words.coverage}
        rows={items}
        keyOf={({ site }) => site ?? ''}
        minWidth="44rem"
        columns={[
          { title: words.site, is: 'head', cell: ({ name }) => name ?? words.noSite },
          { title: words.seen, is: 'number', cell: ({ seen }) => count(seen) },
          { title: words.known, is: 'number', cell: ({ known }) => count(known) },
          {
            title: words.share,
            is: 'number',
            cell: ({ seen, known }) =>
              seen === 0 ? words.nothingSeen : `${count(Math.floor((100 * known) / seen))} %`,
          },
          { title: words.unconfirmed, is: 'number', cell: (one) => count(one.unconfirmed) },
          { title: words.unseen, is: 'number', cell: ({ unseen }) => count(unseen) },
          { title: words.ignored, is: 'number', cell: ({ ignored }) => count(ignored) },
        ]}
      />
      <p className="quiet prose">
        {words.coverageText} <Link to="/kpis">{words.toKpi}</Link>
      </p>
    </section>
  )
}
