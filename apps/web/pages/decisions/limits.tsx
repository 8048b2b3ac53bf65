// SPDX-License-Identifier: EUPL-1.2
import { RecordLink } from '../../parts/record-link.tsx'
import { Table } from '../../parts/table.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { Decision } from './decision.ts'
import { useDecideWords } from './words.ts'

/** The limits that are asked for, and that hold from the day of the decision. */
export function Limits({ decision }: { readonly decision: Decision }) {
  const { language } = useLanguage()
  const words = useDecideWords()
  const rows = decision.values.limits ?? []
  if (rows.length === 0) return null
  const told = (value: string | undefined) =>
    value === undefined ? '' : number(Number(value), language, 2)
  return (
    <section className="block">
      <h2>{words.limits}</h2>
      <Table
        label={words.limits}
        rows={rows}
        keyOf={({ kpi }) => kpi}
        columns={[
          { title: words.figure, is: 'head', cell: ({ kpi }) => <RecordLink id={kpi} /> },
          { title: words.green, is: 'number', cell: ({ green_limit }) => told(green_limit) },
          { title: words.amber, is: 'number', cell: ({ amber_limit }) => told(amber_limit) },
        ]}
      />
    </section>
  )
}
