// SPDX-License-Identifier: EUPL-1.2
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-router'
import { type AdvisoryRow, useAdvisories } from '../../data/vulnerabilities.ts'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { day, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { TakenAway } from './away.tsx'
import { Bring } from './bring.tsx'
import { Providers } from './providers.tsx'
import { RestsOn } from './standing.tsx'
import { Tabs } from './tabs.tsx'
import { useVulnerabilityWords } from './words.ts'
import './vulnerabilities.css'

const sorts = ['brought', 'released', 'score'] as const

/** What came in, newest first, with what of it touches the register. */
export function AdvisoriesPage() {
  const words = useVulnerabilityWords()
  const [text, setText] = useState('')
  const [isAll, setAll] = useState(false)
  const [isUnread, setUnread] = useState(false)
  const [sort, setSort] = useState<(typeof sorts)[number]>('brought')
  const [from, setFrom] = useState(0)
  const q = useDeferredValue(text.trim())
  const only = isAll ? 'all' : 'matched'
  const found = useAdvisories({ q, only, isUnread, sort, from })
  return (
    <>
      <Title name={words.advisories} />
      <Tabs />
      <Bring isOpen={false} />
      <Providers />
      <div className="bulk-fields no-print">
        <TextInput
          size="xs"
          miw="18rem"
          label={words.search}
          value={text}
          maxLength={200}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setFrom(0)
          }}
        />
        <NativeSelect
          size="xs"
          label={words.sort}
          value={sort}
          onChange={(event) =>
            setSort(sorts.find((one) => one === event.currentTarget.value) ?? 'brought')
          }
          data={sorts.map((value) => ({ value, label: words.sorts[value] ?? value }))}
        />
        <Checkbox
          style={{ alignSelf: 'end' }}
          mb="xs"
          label={words.onlyMatched}
          checked={!isAll}
          onChange={(event) => {
            setAll(!event.currentTarget.checked)
            setFrom(0)
          }}
        />
        <Checkbox
          style={{ alignSelf: 'end' }}
          mb="xs"
          label={words.reading.only}
          checked={isUnread}
          onChange={(event) => {
            setUnread(event.currentTarget.checked)
            setFrom(0)
          }}
        />
      </div>
      <Ready of={found}>
        {({ items, next, standing }) => (
          <>
            {items.length === 0 ? <p>{words.nothing}</p> : <Rows items={items} />}
            {next !== null && (
              <Button variant="default" size="xs" onClick={() => setFrom(next)}>
                {words.more}
              </Button>
            )}
            <TakenAway />
            <RestsOn standing={standing} />
          </>
        )}
      </Ready>
    </>
  )
}

function Rows({ items }: { readonly items: readonly AdvisoryRow[] }) {
  const words = useVulnerabilityWords()
  const { language } = useLanguage()
  return (
    <Table<AdvisoryRow>
      label={words.advisories}
      minWidth="56rem"
      rows={items}
      keyOf={({ document }) => document}
      columns={[
        {
          title: words.advisories,
          is: 'head',
          cell: (row) => (
            <>
              <Link to={`/vulnerabilities/advisories/${row.document}`}>{row.name}</Link>
              {!row.is_read && <strong> {words.reading.unread}</strong>}
              <br />
              <span className="stranger">{row.title}</span>
              {row.is_invalid && <em className="quiet"> {words.invalid}</em>}
            </>
          ),
        },
        {
          title: words.released,
          is: 'nowrap',
          cell: ({ released_at }) =>
            /^\d{4}-\d{2}-\d{2}/.test(released_at) ? day(released_at, language) : released_at,
        },
        {
          title: words.score,
          is: 'number',
          cell: ({ score }) => (score === null ? null : number(score, language, 1)),
        },
        {
          title: words.touched,
          cell: (row) => (
            <>
              {words.affectedCount(row.affected, row.cannot_decide) || (
                <span className="quiet">{words.none}</span>
              )}
              {row.exploited > 0 && <strong className="broken"> {words.exploited}</strong>}
            </>
          ),
        },
        {
          title: words.changedBy,
          cell: ({ changes }) => changes.map((one) => words.changes[one] ?? one).join(', ') || null,
        },
        {
          title: words.assessment,
          cell: ({ assessed }) => (assessed === null ? null : words.relevance[assessed]),
        },
      ]}
    />
  )
}
