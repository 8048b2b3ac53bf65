// SPDX-License-Identifier: EUPL-1.2
import { plan } from '@schouw/core/board'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useList } from '../../data/records.ts'
import { asRecords } from '../../data/scope.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { day, euro } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { placeOf } from '../home/place.ts'
import { useMeasureWords } from './words.ts'

type Line = plan.DutyPlan['lines'][number]

const most = 200

/** What is done for a duty of care, by whom and when, and what is known of its cost. */
export function PlanOfDuty(of: {
  readonly duty: string
  readonly requirements: readonly string[]
}) {
  const { words: all, language } = useLanguage()
  const words = useMeasureWords()
  const tongue = registerTongue(language)
  const measures = useList('measure', { limit: most, filter: [`duties:eq:${of.duty}`] })
  const lines = useList('budget-line', { limit: most })
  const actions = useList('action', { limit: most, filter: ['state:in:open,in_progress'] })
  const asked = [measures, lines, actions] as const
  // Two registers of the three are no plan: a sum over them would be too low.
  const lacking = asked.find(({ data }) => data === undefined)
  const items = asked.flatMap(({ data }) => (data?.pages ?? []).flatMap((page) => [...page.items]))
  const found = plan.dutyPlan({ ...of, records: asRecords(items) })
  const unknown = <span className="quiet">{all.unknown}</span>
  const amount = (value: number | null) => (value === null ? unknown : euro(value, language))
  const granted = (title: string, value: (line: Line) => number | null): Column<Line> => ({
    title,
    is: 'number',
    cell: (line) => (line.kind === 'budget-line' ? amount(value(line)) : null),
  })
  const { money } = words
  return (
    <section aria-labelledby="plan">
      <h2 id="plan">{money.title}</h2>
      {lacking !== undefined && <Ready<unknown> of={lacking}>{() => null}</Ready>}
      {lacking === undefined && found.lines.length === 0 && <p>{money.none}</p>}
      {lacking === undefined && found.lines.length > 0 && (
        <>
          <p className="prose">
            {money.sums(
              ...([found.asked_eur, found.granted_eur, found.spent_eur].map((sum) =>
                sum === null ? all.unknown.toLowerCase() : euro(sum, language),
              ) as [string, string, string]),
            )}{' '}
            <span className="quiet">{money.without(found.without_cost, found.without_owner)}</span>
          </p>
          <Table
            label={money.title}
            rows={found.lines}
            keyOf={({ id }) => id}
            minWidth="52rem"
            columns={[
              {
                title: money.what,
                is: 'head',
                cell: (line) => (
                  <>
                    <Link to={placeOf(line)}>{line.name}</Link>{' '}
                    <span className="quiet">
                      {tongue.kind(line.kind)[0]}
                      {line.kind !== 'budget-line' && `, ${tongue.code(line.kind, line.state)}`}
                    </span>
                  </>
                ),
              },
              {
                title: words.owner,
                cell: ({ owner }) =>
                  owner === null ? (
                    <span className="ask">{words.noOwner}</span>
                  ) : (
                    <RecordLink id={owner} />
                  ),
              },
              {
                title: money.when,
                is: 'nowrap',
                cell: ({ on, kind }) =>
                  on !== null ? day(on, language) : kind === 'action' ? unknown : null,
              },
              { title: money.estimate, is: 'number', cell: (line) => <Estimate line={line} /> },
              granted(money.asked, ({ asked_eur }) => asked_eur),
              granted(money.granted, ({ granted_eur }) => granted_eur),
              granted(money.spent, ({ spent_eur }) => spent_eur),
            ]}
          />
        </>
      )}
    </section>
  )
}

/** Once, each year, or both; what is paid out of a line of the budget stands there. */
function Estimate({ line }: { readonly line: Line }) {
  const { words: all, language } = useLanguage()
  const { money } = useMeasureWords()
  const { estimate_eur: once, estimate_eur_per_year: yearly, is_cost_unknown } = line
  if (line.kind === 'budget-line') return null
  if (is_cost_unknown) return <span className="quiet">{all.unknown}</span>
  return (
    <>
      {once !== null && euro(once, language)}
      {once !== null && yearly !== null && <br />}
      {yearly !== null && money.perYear(euro(yearly, language))}
    </>
  )
}
