// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuestionnaires } from '../../data/chain.ts'
import { useMay } from '../../data/may.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import { day, dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Round } from './round.tsx'
import { Tabs } from './tabs.tsx'
import { useChainWords } from './words.ts'

const step = 50

/** What was asked of suppliers, what came back, and what waits to be judged. */
export function QuestionnairesPage() {
  const { language } = useLanguage()
  const words = useChainWords()
  const { questionnaires: own } = words
  const [limit, setLimit] = useState(step)
  const allowed = useMay()
  return (
    <>
      <Title name={own.title} />
      <Tabs />
      <p>
        <Glossed text={own.intro} />
      </p>
      <Ready of={useQuestionnaires(limit)}>
        {({ items, total, counts }) =>
          items.length === 0 ? (
            <p>{own.none}</p>
          ) : (
            <>
              <p className="answer">{own.counts(counts['sent'] ?? 0, counts['answered'] ?? 0)}</p>
              <Table
                label={own.title}
                rows={items}
                keyOf={({ review }) => review}
                columns={[
                  {
                    title: own.columns.supplier,
                    is: 'head',
                    cell: ({ review, supplier_name }) => (
                      <Link to={`/suppliers/reviews/${review}`}>{supplier_name}</Link>
                    ),
                  },
                  {
                    title: own.columns.state,
                    tone: ({ state }) => (state === 'answered' ? 'ask' : undefined),
                    cell: ({ state }) => words.states[state] ?? state,
                  },
                  {
                    title: own.columns.progress,
                    cell: ({ answered, asked, score_percent: score }) =>
                      score === null ? `${answered} / ${asked}` : words.one.score(score),
                  },
                  {
                    title: own.columns.until,
                    is: 'nowrap',
                    tone: ({ is_late }) => (is_late ? 'broken' : undefined),
                    cell: ({ answer_until: until, is_late }) => (
                      <>
                        {until === null ? words.unknown : day(until, language)}
                        {is_late && <div>{own.late}</div>}
                      </>
                    ),
                  },
                  {
                    title: own.columns.last,
                    cell: ({ last_written_at: at, opened_at, state }) =>
                      at !== null
                        ? dayAndTime(at, language)
                        : opened_at === null && state === 'sent'
                          ? own.notOpened
                          : '',
                  },
                ]}
              />
              <p className="row quiet">
                {words.shown(items.length, total)}
                {items.length < total && limit < 200 && (
                  <Button variant="default" size="xs" onClick={() => setLimit(limit + step)}>
                    {words.more}
                  </Button>
                )}
              </p>
            </>
          )
        }
      </Ready>
      {allowed('create', 'supplier-review') && <Round />}
    </>
  )
}
