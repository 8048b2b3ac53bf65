// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import type { ClauseWords } from '@schouw/report/chain'
import { Link } from 'react-router'
import { downloaded, type SupplierAnswer } from '../../data/chain.ts'
import { Table } from '../../parts/table.tsx'
import { useLanguage } from '../../words/language.tsx'
import { useChainWords } from './words.ts'

interface ClausesProps {
  readonly supplier: SupplierAnswer['supplier']
  readonly texts: ClauseWords
}

/** What each contract says of the list, and the paper for a lawyer. */
export function Clauses({ supplier: { contracts, line }, texts }: ClausesProps) {
  const { language } = useLanguage()
  const { one } = useChainWords()
  const paper = (contract?: string) =>
    void downloaded(
      `/api/v1/chain/suppliers/${line.id}/clauses?language=${language}${
        contract === undefined ? '' : `&contract=${contract}`
      }`,
      'clauses.md',
    )
  return (
    <section aria-labelledby="clauses">
      <h2 id="clauses">{one.clauses}</h2>
      {contracts.length === 0 && (
        <p className="row">
          {one.noContract}
          <Button variant="default" size="xs" onClick={() => paper()}>
            {one.lawyer}
          </Button>
        </p>
      )}
      {contracts.map(({ id, name, state, clauses }) => (
        <div key={id}>
          <p className="row">
            <Link to={`/registers/contracts/${id}`}>{name}</Link>
            <Button variant="default" size="xs" onClick={() => paper(id)}>
              {one.lawyer}
            </Button>
            <span className="quiet">{one.lawyerHelp}</span>
            {state === 'draft' && <span className="ask">{one.draft}</span>}
          </p>
          <Table
            label={one.clausesOf(name)}
            rows={clauses}
            keyOf={({ number }) => number}
            columns={[
              { title: one.clauseColumns.number, is: 'number', cell: ({ number }) => number },
              {
                title: one.clauseColumns.clause,
                is: 'head',
                cell: ({ subject }) => (
                  <>
                    {texts[subject]?.[0] ?? subject}
                    <div className="quiet">{texts[subject]?.[1]}</div>
                  </>
                ),
              },
              {
                title: one.clauseColumns.standing,
                tone: ({ standing }) =>
                  standing === 'agreed' ? 'done' : standing === 'missing' ? 'broken' : 'ask',
                cell: ({ standing, hours, most_hours: most }) => (
                  <>
                    {one.clause[standing]}
                    {most !== null && <div className="quiet">{one.hours(hours, most)}</div>}
                  </>
                ),
              },
              { title: one.clauseColumns.at, cell: ({ at }) => at ?? '' },
            ]}
          />
        </div>
      ))}
    </section>
  )
}
