// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { type ComponentRow, type Part, useComponents, usePartsOf } from '../../data/components.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { Tabs } from './tabs.tsx'
import { useVulnerabilityWords } from './words.ts'
import './vulnerabilities.css'

/** What is in devices according to lists of components, and what those lists do not say. */
export function ComponentsPage() {
  const words = useVulnerabilityWords()
  const found = useComponents()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <Title name={words.softwareInside} />
      <Tabs />
      <p className="prose">
        <Glossed text={words.parts.text} />
      </p>
      <Ready of={found}>
        {({ items, licences, without }) => (
          <>
            {items.length === 0 ? (
              <p>{words.parts.empty}</p>
            ) : (
              <Devices items={items} open={open} onOpen={setOpen} />
            )}
            {without > 0 && <p>{words.parts.without(without)}</p>}
            {open !== null && <Parts id={open} />}
            {licences.length > 0 && (
              <>
                <h2>{words.parts.licences}</h2>
                <Table
                  label={words.parts.licences}
                  rows={licences}
                  keyOf={({ licence }) => licence ?? ''}
                  columns={[
                    {
                      title: words.parts.licence,
                      is: 'head',
                      cell: ({ licence }) => licence ?? <em>{words.parts.unknown}</em>,
                    },
                    { title: words.parts.all, is: 'number', cell: ({ count }) => count },
                  ]}
                />
              </>
            )}
          </>
        )}
      </Ready>
    </>
  )
}

function Devices({
  items,
  open,
  onOpen,
}: {
  readonly items: readonly ComponentRow[]
  readonly open: string | null
  readonly onOpen: (id: string | null) => void
}) {
  const words = useVulnerabilityWords()
  return (
    <Table<ComponentRow>
      label={words.softwareInside}
      minWidth="60rem"
      rows={items}
      keyOf={({ asset }) => asset}
      columns={[
        {
          title: words.parts.device,
          is: 'head',
          cell: ({ asset, title }) => <Link to={`/vulnerabilities/assets/${asset}`}>{title}</Link>,
        },
        { title: words.parts.supplier, cell: ({ supplier }) => supplier },
        { title: words.parts.all, is: 'number', cell: ({ all }) => all },
        { title: words.parts.affected, is: 'number', cell: ({ affected }) => affected },
        { title: words.parts.noVersion, is: 'number', cell: ({ no_version }) => no_version },
        { title: words.parts.noId, is: 'number', cell: ({ no_id }) => no_id },
        { title: words.parts.noLicence, is: 'number', cell: ({ no_licence }) => no_licence },
        { title: words.parts.verdict, cell: ({ verdict }) => words.parts.verdicts[verdict] },
        {
          title: words.parts.tree,
          cell: ({ asset }) => (
            <Button
              size="compact-xs"
              variant="default"
              aria-expanded={open === asset}
              onClick={() => onOpen(open === asset ? null : asset)}
            >
              {words.parts.show}
            </Button>
          ),
        },
      ]}
    />
  )
}

/** More than so many at one level help nobody. */
const mostShown = 200

function Parts({ id }: { readonly id: string }) {
  const words = useVulnerabilityWords()
  return (
    <section aria-label={words.parts.tree}>
      <h2>{words.parts.tree}</h2>
      <Ready of={usePartsOf(id)}>
        {({ items }) => {
          const known = new Set(items.map((one) => one.id))
          const below = Map.groupBy(items, ({ part_of }) =>
            part_of !== null && known.has(part_of) ? part_of : '',
          )
          return <Level of="" below={below} depth={0} />
        }}
      </Ready>
    </section>
  )
}

function Level({
  of,
  below,
  depth,
}: {
  readonly of: string
  readonly below: ReadonlyMap<string, readonly Part[]>
  readonly depth: number
}) {
  const words = useVulnerabilityWords()
  const own = below.get(of) ?? []
  if (own.length === 0 || depth > 30) return null
  return (
    <ul>
      {own.slice(0, mostShown).map((one) => (
        <li key={one.id} className="stranger">
          {one.name} {one.version ?? <em>{words.parts.noVersion.toLowerCase()}</em>}{' '}
          <span className="quiet">
            {one.identifier ?? words.parts.noId.toLowerCase()} ·{' '}
            {one.licence ?? words.parts.noLicence.toLowerCase()}
          </span>
          {one.affected > 0 && (
            <strong className="broken">
              {' '}
              {words.parts.affected}: {one.affected}
            </strong>
          )}
          <Level of={one.id} below={below} depth={depth + 1} />
        </li>
      ))}
      {own.length > mostShown && <li>{words.parts.more(own.length - mostShown)}</li>}
    </ul>
  )
}
