// SPDX-License-Identifier: EUPL-1.2
import { procurement } from '@schouw/core/chain'
import { Link } from 'react-router'
import { useMay } from '../../data/may.ts'
import { useList } from '../../data/records.ts'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { Title } from '../../parts/title.tsx'
import type { PurchaseWords } from '../../words/pages/purchases-nl.ts'
import { spoken } from '../../words/spoken.ts'
import './suppliers.css'
import { Tabs } from './tabs.tsx'

export const usePurchaseWords = spoken<PurchaseWords>({
  nl: async () => (await import('../../words/pages/purchases-nl.ts')).purchasesNl,
  en: async () => (await import('../../words/pages/purchases-en.ts')).purchasesEn,
})

/** What is to be bought, how far its points are, and whether an order came before its decision. */
export function PurchasesPage() {
  const words = usePurchaseWords()
  const allowed = useMay()
  const found = useList('purchase', {})
  return (
    <>
      <Title name={words.title} />
      <Tabs />
      <p className="prose">{words.text}</p>
      {allowed('create', 'purchase') && (
        <p className="no-print">
          <Link to="/registers/purchases/new">{words.register}</Link>
        </p>
      )}
      <Ready of={found}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <p>{words.empty}</p>
          const rows = items.map((item) => ({
            item,
            standing: procurement.purchaseStanding(item.values),
          }))
          return (
            <Table
              label={words.title}
              minWidth="44rem"
              rows={rows}
              keyOf={({ item }) => item.id}
              columns={[
                {
                  title: words.name,
                  is: 'head',
                  cell: ({ item }) => (
                    <Link to={`/suppliers/purchases/${item.id}`}>
                      {String(item.values['name'] ?? item.values['code'] ?? '')}
                    </Link>
                  ),
                },
                {
                  title: words.state,
                  cell: ({ item }) => words.states[item.state] ?? item.state,
                },
                {
                  title: words.points,
                  cell: ({ standing: { lines, others, unanswered, unjudged } }) => {
                    const all = lines.length + others.length
                    return words.progress(all - unanswered, all - unjudged, all)
                  },
                },
                { title: words.outcome, cell: ({ standing }) => adviceOf(standing, words) },
                {
                  title: words.order,
                  cell: ({ standing: { order } }) => <Order order={order} words={words} />,
                },
              ]}
            />
          )
        }}
      </Ready>
    </>
  )
}

export function adviceOf(
  { advice, unjudged }: procurement.PurchaseStanding,
  words: PurchaseWords,
): string {
  return advice === null ? words.advice.open(unjudged) : words.advice[advice]
}

export function Order({
  order,
  words,
}: {
  readonly order: procurement.PurchaseStanding['order']
  readonly words: PurchaseWords
}) {
  const isWrong = order === 'before_decision' || order === 'against_decision'
  return isWrong ? <strong className="broken">{words.orders[order]}</strong> : words.orders[order]
}
