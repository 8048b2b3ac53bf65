// SPDX-License-Identifier: EUPL-1.2
import { plurals } from '@schouw/contract/client'
import type { Standing } from '@schouw/core/board'
import type { KindName } from '@schouw/core/registers'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { api } from '../../data/api.ts'
import type { ScopeData } from '../../data/scope.ts'
import { useStanding } from '../../data/standing.ts'
import { Table } from '../../parts/table.tsx'
import { useWords } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { Strip } from '../start/strip.tsx'
import type { ScopeTelling } from './telling.ts'

type StepId = Standing['path']['steps'][number]['id']

/** What a customer asks: answered by a step of the first ninety days, or by a register with something in it. */
const asked = [
  { id: 'contact', to: '/registers/organisations', step: 'contact' },
  { id: 'notice', to: '/registers/contracts', step: 'customers' },
  { id: 'measures', to: '/measures', step: 'answers' },
  { id: 'policies', to: '/policies', kind: 'policy' },
  { id: 'remote', to: '/registers/remote-accesses', kind: 'remote-access' },
  { id: 'components', to: '/registers/software-components', kind: 'software-component' },
  { id: 'recovery', to: '/continuity', step: 'restore_test' },
  { id: 'exercise', to: '/exercises', step: 'exercise' },
  { id: 'suppliers', to: '/suppliers', step: 'suppliers' },
  { id: 'proof', to: '/registers/evidence-files', kind: 'evidence-file' },
] as const satisfies readonly {
  readonly id: string
  readonly to: string
  readonly step?: StepId
  readonly kind?: KindName
}[]

export type AskedOfUs = (typeof asked)[number]['id']

const kindsAsked = asked.flatMap((one) => ('kind' in one ? [one.kind] : []))

/** Registers in which there is anything at all. */
function useFilled() {
  return useQuery({
    queryKey: ['list', 'filled', ...kindsAsked],
    queryFn: async () => {
      const found = await Promise.all(kindsAsked.map((kind) => api.list(kind, { limit: 1 })))
      return new Set<KindName>(kindsAsked.filter((_, at) => (found[at]?.items.length ?? 0) > 0))
    },
  })
}

interface ChainProps {
  readonly found: ScopeData
  readonly tell: ScopeTelling
}

/** Not under the law is no dead end: the questions come by contract. */
export function InTheChain({ found, tell: { own } }: ChainProps) {
  const { unknown } = useWords()
  const path = useStanding('').data?.standing.path
  const filled = useFilled().data
  const { chain } = own
  const states = new Map(path?.steps.map(({ id, is_done }) => [id, is_done]))
  const isReady = (one: (typeof asked)[number]) =>
    'step' in one ? states.get(one.step) : filled?.has(one.kind)
  const [question, ready] = chain.columns
  return (
    <section aria-labelledby="customers">
      <h3 id="customers">{own.customersTitle}</h3>
      <p className="prose">{own.customersIntro}</p>
      <Links found={found} own={own} />
      <Table
        label={own.customersTitle}
        rows={asked}
        keyOf={({ id }) => id}
        columns={[
          {
            title: question,
            is: 'head',
            cell: ({ id, to }) => <Link to={to}>{chain.questions[id]}</Link>,
          },
          {
            title: ready,
            cell: (one) => {
              const is = isReady(one)
              return is == null ? unknown : is ? chain.ready : chain.open
            },
          },
        ]}
      />
      <p>
        <Link to="/customers">{chain.answer}</Link>
      </p>
      {path?.is_indirect === true && (
        <>
          <h3>{chain.steps}</h3>
          <p className="prose">{chain.stepsText}</p>
          <Strip path={path} />
        </>
      )}
    </section>
  )
}

/** The chain in one line: who asks, this company, and whom it has to ask in turn. */
function Links({
  found: { customers, partners },
  own: { chain },
}: {
  readonly found: ScopeData
  readonly own: ScopeTelling['own']
}) {
  return (
    <ol className="chain">
      <li>
        <strong>{chain.customers}</strong>
        {customers.length === 0 && (
          <Link to={`/registers/${plurals.contract}/new`}>{chain.noCustomers}</Link>
        )}
        {customers.slice(0, mostNamed).map(({ id, kind, values }) => (
          <Link key={id} to={placeOf({ kind, id })}>
            {values.party_name ?? values.name}
          </Link>
        ))}
        {customers.length > mostNamed && <span>{chain.more(customers.length - mostNamed)}</span>}
      </li>
      <li>
        <strong>{chain.you}</strong>
        <span>{chain.youText}</span>
      </li>
      <li>
        <strong>{chain.suppliers}</strong>
        {partners.length === 0 && <Link to="/suppliers">{chain.noSuppliers}</Link>}
        {partners.slice(0, mostNamed).map(({ id, kind, values }) => (
          <Link key={id} to={placeOf({ kind, id })}>
            {values.name}
          </Link>
        ))}
        {partners.length > mostNamed && <span>{chain.more(partners.length - mostNamed)}</span>}
      </li>
    </ol>
  )
}

const mostNamed = 4
