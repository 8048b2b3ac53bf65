// SPDX-License-Identifier: EUPL-1.2
import { plurals } from '@schouw/contract/client'
import type { plan } from '@schouw/core/board'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { type Column, Table } from '../../parts/table.tsx'
import { day, euro } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { useRoadmapWords } from './words.ts'

interface MoneyProps {
  readonly money: plan.Money
}

/** A budget with its lines below it, each as asked, granted and spent. */
export function Money({ money: { budgets } }: MoneyProps) {
  const { words: all, language } = useLanguage()
  const words = useRoadmapWords()
  const tongue = registerTongue(language)
  const may = useMay()
  const rows = budgets.flatMap((budget) => [
    { ...budget, isPart: false, budget },
    ...budget.parts.map((part) => ({ ...part, isPart: true, budget })),
  ])
  type Row = (typeof rows)[number]
  const amount = (title: string, of: (row: Row) => number | null): Column<Row> => ({
    title,
    is: 'number',
    cell: (row) => {
      const value = of(row)
      return value === null ? <span className="quiet">{all.unknown}</span> : euro(value, language)
    },
  })
  return (
    <section className="block" aria-labelledby="money">
      <h2 id="money">{words.money}</h2>
      {rows.length === 0 ? (
        <p>
          {words.noMoney}{' '}
          {may('create', 'budget') && (
            <Link to={`/registers/${plurals.budget}/new`}>{words.newBudget}</Link>
          )}
        </p>
      ) : (
        <Table
          label={words.money}
          rows={rows}
          keyOf={({ id }) => id}
          minWidth="44rem"
          columns={[
            {
              title: words.budget,
              is: 'head',
              cell: (row) => (
                <span style={row.isPart ? { paddingInlineStart: '1.25rem' } : undefined}>
                  <Link to={placeOf(row)}>{row.name}</Link>
                </span>
              ),
            },
            amount(words.asked, (row) => row.asked_eur),
            amount(words.granted, (row) => row.granted_eur),
            amount(words.committed, (row) => row.committed_eur),
            amount(words.spent, (row) => row.spent_eur),
            {
              title: words.answered,
              cell: ({ isPart, budget }) =>
                isPart ? null : budget.decision === null ? (
                  tongue.code('budget', budget.state)
                ) : (
                  <Link to={`/decisions/${budget.decision}`}>
                    {tongue.code('budget', budget.state)}
                  </Link>
                ),
            },
          ]}
        />
      )}
    </section>
  )
}

/** What was asked and did not come stays on the page: somebody said then what it would lead to. */
export function NotDone({ money: { not_done } }: MoneyProps) {
  const { language } = useLanguage()
  const words = useRoadmapWords()
  return (
    <section className="block" aria-labelledby="not-done">
      <h2 id="not-done">{words.notDone}</h2>
      <p className="quiet">{not_done.length === 0 ? words.noNotDone : words.notDoneHelp}</p>
      {not_done.length > 0 && (
        <Table
          label={words.notDone}
          rows={not_done}
          keyOf={({ id }) => id}
          minWidth="52rem"
          columns={[
            {
              title: words.what,
              is: 'head',
              cell: (one) => <Link to={placeOf(one)}>{one.name}</Link>,
            },
            { title: words.came, cell: ({ what }) => words.outcomes[what] },
            {
              title: words.on,
              is: 'nowrap',
              cell: ({ on }) => (on === null ? null : day(on, language)),
            },
            {
              title: words.asked,
              is: 'number',
              cell: ({ asked_eur }) => (asked_eur === null ? null : euro(asked_eur, language)),
            },
            {
              title: words.granted,
              is: 'number',
              cell: ({ granted_eur }) =>
                granted_eur === null ? null : euro(granted_eur, language),
            },
            {
              title: words.consequence,
              cell: ({ consequence }) =>
                consequence ?? <span className="quiet">{words.noConsequence}</span>,
            },
          ]}
        />
      )}
    </section>
  )
}
