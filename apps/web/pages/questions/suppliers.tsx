// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import { useChain } from '../../data/chain.ts'
import { Table } from '../../parts/table.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Question } from './question.tsx'

const top = { q: '', sort: 'criticality', limit: 10 } as const

/** The ten suppliers on whom most hangs, by the open formula. */
export function Suppliers({ person }: { readonly person: string }) {
  const { words, language } = useLanguage()
  const { questions } = words
  const list = useChain(top).data?.suppliers ?? []
  const unweighed = list.filter(({ last_review_on: on }) => on === null).length
  return (
    <Question
      at={3}
      person={person}
      answer={questions.suppliersAnswer({ count: list.length, unweighed })}
    >
      <Table
        label={questions.asked[3] ?? ''}
        rows={list}
        keyOf={({ id }) => id}
        columns={[
          {
            title: questions.supplier,
            is: 'head',
            cell: ({ id, name }) => <Link to={`/suppliers/${id}`}>{name}</Link>,
          },
          { title: questions.service, cell: ({ service }) => service ?? '' },
          {
            title: questions.review,
            cell: ({ last_review_on: on }) =>
              on === null ? questions.neverWeighed : questions.weighed(day(on, language)),
          },
          {
            title: questions.leaving,
            cell: ({ has_exit_plan }) =>
              has_exit_plan === true ? questions.exit : questions.noExit,
          },
        ]}
      />
    </Question>
  )
}
