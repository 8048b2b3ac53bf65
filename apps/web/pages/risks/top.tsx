// SPDX-License-Identifier: EUPL-1.2
import type { losses } from '@schouw/core/board'
import type { LossResult } from '@schouw/core/risk'
import { boardTongue } from '@schouw/report/board'
import { Link } from 'react-router'
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
    <section className="block" aria-labelledby="top">
      <h2 id="top">{words.top}</h2>
      <div className="scroll">
        <table className="table risk-table">
          <thead>
            <tr>
              <th scope="col">{columns.risk}</th>
              <th scope="col" className="number">
                {columns.times}
              </th>
              <th scope="col" className="number">
                {columns.loss}
              </th>
              <th scope="col" className="number">
                {columns.hours}
              </th>
              <th scope="col" className="number">
                {columns.expected}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ risk, now, later }) => (
              <tr key={risk.id}>
                <td>
                  <Link to={`/risks/${risk.id}`}>{risk.name}</Link> <Acceptance of={risk} />
                </td>
                <Figures of={risk} />
                <td className="number">
                  {now === null ? <Unknown /> : amount(now)}
                  {later !== null && now !== null && Math.abs(now - later) > now / 50 && (
                    <>
                      {' '}
                      → <strong>{amount(later)}</strong>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Unknown() {
  return <span className="ask">{useRiskWords().unknown}</span>
}

function Figures({ of: risk }: { readonly of: losses.RiskEstimate }) {
  const words = useRiskWords()
  const { language } = useLanguage()
  const say = boardTongue(language)
  const { times_per_year: times, loss_eur: loss, loss_from, outage } = risk
  return (
    <>
      <td className="number">
        {times === null ? (
          <Unknown />
        ) : times.low === times.high ? (
          number(times.low, language, 3)
        ) : (
          `${number(times.low, language, 3)} – ${number(times.high, language, 3)}`
        )}
      </td>
      <td className="number">
        {loss === null ? <Unknown /> : say.euroRange({ low_eur: loss.low, high_eur: loss.high })}
        {loss_from !== null && (
          <>
            <br />
            <span className="quiet">{words.from[loss_from]}</span>
          </>
        )}
      </td>
      <td className="number">
        {outage.hours === null ? (
          loss_from === 'said' ? (
            '–'
          ) : (
            <Unknown />
          )
        ) : (
          <>
            {say.hours(outage.hours.low, outage.hours.high)}
            <br />
            <span className="quiet">{outage.basis !== null && words.basis[outage.basis]}</span>
          </>
        )}
      </td>
    </>
  )
}

function Acceptance({ of: { acceptance } }: { readonly of: losses.RiskEstimate }) {
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
