// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { api } from '../../data/api.ts'
import { type SupplierBill, useChainAct, useSupplierBills } from '../../data/chain.ts'
import { useMay } from '../../data/may.ts'
import { Ready, Refusal } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { day } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useEventWords } from './event-words.ts'

/** Bills of materials that the supplier sent along, and what each came to. */
export function Bills({ supplier }: { readonly supplier: string }) {
  const { bills: words } = useEventWords()
  return (
    <section aria-labelledby="bills">
      <h2 id="bills">{words.title}</h2>
      <p className="quiet">{words.help}</p>
      <Ready of={useSupplierBills(supplier)}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            items.map((one) => <One key={one.digest} supplier={supplier} bill={one} />)
          )
        }
      </Ready>
    </section>
  )
}

interface OneProps {
  readonly supplier: string
  readonly bill: SupplierBill
}

function One({ supplier, bill }: OneProps) {
  const { language } = useLanguage()
  const { bills: words } = useEventWords()
  const allowed = useMay()
  const matched = useChainAct(() =>
    api.call('POST /api/v1/chain/suppliers/{id}/bills', {
      params: { id: supplier },
      body: { digest: bill.digest },
    }),
  )
  const { verdict, outcome } = bill
  const tone = verdict === 'affected' || verdict === 'unreadable' ? 'broken' : 'ask'
  return (
    <article>
      <h3>{bill.name}</h3>
      <p className="quiet">{words.from(bill.writer, day(bill.at, language))}</p>
      {bill.is_apart ? (
        <p className="ask">{words.apart}</p>
      ) : verdict === null || outcome === null ? (
        <p className="ask">{words.waiting}</p>
      ) : (
        <>
          <p className={verdict === 'nothing_found' ? undefined : tone}>{words.verdict[verdict]}</p>
          <p className="quiet">
            {words.counts(outcome)}
            {bill.matched_at !== null && ` ${words.on(day(bill.matched_at, language))}`}
          </p>
          <Findings findings={outcome.findings} />
          {outcome.blind.length > 0 && (
            <details>
              <summary>{words.blind(outcome.components - outcome.recognised)}</summary>
              <p>{outcome.blind.join(', ')}</p>
            </details>
          )}
          {outcome.problems.length > 0 && (
            <p className="quiet">
              {words.problems}: {outcome.problems.map(({ code }) => code).join(', ')}
            </p>
          )}
        </>
      )}
      {!bill.is_apart && allowed('change', 'supplier-review') && (
        <p className="no-print">
          <Button
            variant="default"
            size="xs"
            loading={matched.isPending}
            onClick={() => matched.mutate(undefined)}
          >
            {verdict === null ? words.match : words.again}
          </Button>
        </p>
      )}
      <Refusal error={matched.error} />
    </article>
  )
}

type Findings = NonNullable<SupplierBill['outcome']>['findings']

function Findings({ findings }: { readonly findings: Findings }) {
  const { bills: words } = useEventWords()
  if (findings.length === 0) return null
  return (
    <Table
      label={words.findings}
      rows={findings.map((one, at) => ({ ...one, at }))}
      keyOf={({ at }) => String(at)}
      columns={[
        {
          title: words.columns.part,
          is: 'head',
          cell: ({ name, version }) => [name, version].filter(Boolean).join(' '),
        },
        { title: words.columns.weaknesses, cell: ({ weaknesses }) => weaknesses.join(', ') },
        {
          title: words.columns.verdict,
          tone: ({ verdict }) => (verdict === 'affected' ? 'broken' : 'ask'),
          cell: ({ verdict }) => words.judged[verdict],
        },
      ]}
    />
  )
}
