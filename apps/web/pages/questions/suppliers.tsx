// SPDX-License-Identifier: EUPL-1.2
import { Link } from 'react-router'
import { useChain } from '../../data/chain.ts'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { Question } from './question.tsx'
import { useQuestionsWords } from './words.ts'

const top = { q: '', sort: 'criticality', limit: 10 } as const

/** The ten suppliers on whom most hangs, by the open formula. */
export const useTopOfChain = () => useChain(top)

interface SuppliersProps {
  readonly person: string
  readonly chain: ReturnType<typeof useTopOfChain>
}

export function Suppliers({ person, chain }: SuppliersProps) {
  return (
    <Question at={3} person={person}>
      <Ready of={chain}>{({ suppliers }) => <Ten suppliers={suppliers} />}</Ready>
    </Question>
  )
}

type Lines = NonNullable<SuppliersProps['chain']['data']>['suppliers']

function Ten({ suppliers }: { readonly suppliers: Lines }) {
  const { words, language } = useLanguage()
  const questions = useQuestionsWords()
  const unweighed = suppliers.filter(({ last_review_on: on }) => on === null).length
  return (
    <>
      <p className="prose">{questions.suppliersAnswer({ count: suppliers.length, unweighed })}</p>
      <Table
        label={questions.asked[3] ?? ''}
        rows={suppliers}
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
              has_exit_plan === null
                ? words.unknown
                : has_exit_plan
                  ? questions.exit
                  : questions.noExit,
          },
        ]}
      />
    </>
  )
}
