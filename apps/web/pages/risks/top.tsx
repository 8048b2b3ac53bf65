// SPDX-License-Identifier: EUPL-1.2
import type { losses } from '@schouw/core/board'
import type { LossResult } from '@schouw/core/risk'
import { boardTongue } from '@schouw/report/board'
import { Link } from 'react-router'
import { Table } from '../../parts/table.tsx'
import { day, number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useAmount, useRiskWords } from './words.ts'

interface TopProps {
  readonly book: losses.LossBook
  readonly before: LossResult | null
  /** With treatments; null where there are none on. */
  readonly after: LossResult | null
}

/** Those that cost most in a year first; what has no estimate last, and said. */
export function TopRisks({ book, before, after }: TopProps) {
  const words = useRiskWords()
  const amount = useAmount()
  const expected = (of: LossResult | null, key: string) =>
    of?.risks.find(({ id }) => id === key)?.expected_loss_eur ?? null
  const rows = book.risks
    .map((risk) => ({ risk, now: expected(before, risk.key), later: expected(after, risk.key) }))
    .toSorted(
      (a, b) =>
        (b.now ?? -1) - (a.now ?? -1) ||
        (b.risk.loss_eur?.high ?? -1) - (a.risk.loss_eur?.high ?? -1),
    )
  const { columns } = words
  return (
    <section className="block risk-table" aria-labelledby="top">
      <h2 id="top">{words.top}</h2>
      <Table
        label={words.top}
        rows={rows}
        keyOf={({ risk }) => risk.id}
        columns={[
          {
            title: columns.risk,
            is: 'head',
            cell: ({ risk }) => (
              <>
                <Link to={`/risks/${risk.id}`}>{risk.name}</Link> <Acceptance of={risk} />
              </>
            ),
          },
          { title: columns.times, is: 'number', cell: ({ risk }) => <Times of={risk} /> },
          { title: columns.loss, is: 'number', cell: ({ risk }) => <Loss of={risk} /> },
          { title: columns.hours, is: 'number', cell: ({ risk }) => <Hours of={risk} /> },
          {
            title: columns.expected,
            is: 'number',
            cell: ({ now, later }) => (
              <>
                {now === null ? <Unknown /> : amount(now)}
                {later !== null && now !== null && Math.abs(now - later) > now / 50 && (
                  <>
                    {' '}
                    → <strong>{amount(later)}</strong>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

function Unknown() {
  return <span className="ask">{useRiskWords().unknown}</span>
}

interface OfRisk {
  readonly of: losses.RiskEstimate
}

function Times({ of: { times_per_year: times } }: OfRisk) {
  const { language } = useLanguage()
  if (times === null) return <Unknown />
  const [low, high] = [number(times.low, language, 3), number(times.high, language, 3)]
  return low === high ? low : `${low} – ${high}`
}

function Loss({ of: { loss_eur: loss, loss_from } }: OfRisk) {
  const words = useRiskWords()
  const { language } = useLanguage()
  const say = boardTongue(language)
  return (
    <>
      {loss === null ? <Unknown /> : say.euroRange({ low_eur: loss.low, high_eur: loss.high })}
      {loss_from !== null && (
        <>
          <br />
          <span className="quiet">{words.from[loss_from]}</span>
        </>
      )}
    </>
  )
}

function Hours({ of: { outage, loss_from } }: OfRisk) {
  const words = useRiskWords()
  const { language } = useLanguage()
  const say = boardTongue(language)
  if (outage.hours === null) return loss_from === 'said' ? '–' : <Unknown />
  return (
    <>
      {say.hours(outage.hours.low, outage.hours.high)}
      <br />
      <span className="quiet">{outage.basis !== null && words.basis[outage.basis]}</span>
    </>
  )
}

/** Until when somebody lives with it, or that it no longer holds; a link to the acceptance. */
export function Acceptance({ of: { acceptance } }: OfRisk) {
  const words = useRiskWords()
  const { language } = useLanguage()
  if (acceptance === null || acceptance.state === 'requested') return null
  const { holds, valid_until: until, id } = acceptance
  if (acceptance.state === 'refused' || acceptance.state === 'revoked') return null
  return (
    <Link to={`/registers/acceptances/${id}`} className={holds ? 'quiet' : 'broken'}>
      {holds && until !== null ? words.accepted(day(until, language)) : words.lapsed}
    </Link>
  )
}
