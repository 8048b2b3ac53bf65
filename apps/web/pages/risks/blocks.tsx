// SPDX-License-Identifier: EUPL-1.2
import type { losses } from '@schouw/core/board'
import type { LossResult } from '@schouw/core/risk'
import { registerTongue } from '@schouw/report/registers'
import { Link } from 'react-router'
import { useRiskProposals } from '../../data/risk.ts'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { useLanguage } from '../../words/language.tsx'
import { useAmount, useRiskWords } from './words.ts'

const shownSwings = 5
const shownChecks = 12

/** The estimates that are most worth a second look. */
export function Sensitivity({
  book,
  result,
}: {
  readonly book: losses.LossBook
  readonly result: LossResult
}) {
  const words = useRiskWords()
  const amount = useAmount()
  return (
    <section className="block" aria-labelledby="sensitivity">
      <h2 id="sensitivity">{words.sensitivity}</h2>
      <p className="quiet">
        <Glossed text={words.sensitivityHelp} />
      </p>
      <ol className="plain">
        {result.sensitivity.slice(0, shownSwings).map((swing) => {
          const risk = book.risks.find(({ key }) => key === swing.risk)
          const shared = book.shared.find(({ id }) => id === swing.shared_cause)
          return (
            <li key={`${swing.risk} ${swing.shared_cause} ${swing.estimate}`}>
              {shared !== undefined && (
                <>
                  {words.shared.cause} <RecordLink id={shared.of.id} />
                </>
              )}
              {risk === undefined ? (
                swing.risk
              ) : (
                <Link to={`/registers/risks/${risk.id}`}>{risk.name}</Link>
              )}
              : {words.swing[swing.estimate]}
              <br />
              <span className="quiet">
                {amount(swing.low_eur)} – {amount(swing.high_eur)}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Risks that one event brings together, by what they rest on; nothing where there are none. */
export function Shared({ book }: { readonly book: losses.LossBook }) {
  const { shared: words } = useRiskWords()
  if (book.shared.length === 0) return null
  return (
    <section className="block" aria-labelledby="shared">
      <h2 id="shared">{words.title}</h2>
      <p className="quiet">
        <Glossed text={words.help} />
      </p>
      <ul className="plain">
        {book.shared.map(({ id, of, risks }) => (
          <li key={id}>
            <RecordLink id={of.id} />
            <ul className="plain">
              {book.risks
                .filter(({ key }) => risks.includes(key))
                .map((one) => (
                  <li key={one.id}>
                    <Link to={`/risks/${one.id}`}>{one.name}</Link>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Checks({ book }: { readonly book: losses.LossBook }) {
  const words = useRiskWords()
  const { language } = useLanguage()
  const tongue = registerTongue(language)
  // Those against findings come with the proposals, which read more registers.
  const more = useRiskProposals().data?.checks ?? []
  const checks = [...book.checks, ...more]
  const codes = [...new Set(checks.map(({ code }) => code))]
  return (
    <section className="block" aria-labelledby="checks">
      <h2 id="checks">{words.checks}</h2>
      {checks.length === 0 && <p>{words.noChecks}</p>}
      {codes.map((code) => {
        const own = checks.filter((one) => one.code === code)
        return (
          <details key={code}>
            <summary>
              {words.check[code]} ({own.length})
            </summary>
            <ul className="plain">
              {own.slice(0, shownChecks).map((one) => (
                <li key={`${one.about.id} ${one.field ?? ''}`}>
                  <span className="quiet">{tongue.kind(one.about.kind)[0]}</span>{' '}
                  <RecordLink id={one.about.id} />
                </li>
              ))}
              {own.length > shownChecks && (
                <li className="quiet">{words.trail.more(own.length - shownChecks)}</li>
              )}
            </ul>
          </details>
        )
      })}
    </section>
  )
}
