// SPDX-License-Identifier: EUPL-1.2
import { Checkbox } from '@mantine/core'
import type { losses } from '@schouw/core/board'
import type { LossResult } from '@schouw/core/risk'
import { Link } from 'react-router'
import { useAmount, useRiskWords } from './words.ts'

/** Treatments on and off: what they avoid in a year against what they cost in one. */
export function WhatIf({
  book,
  on,
  change,
  before,
  after,
}: {
  readonly book: losses.LossBook
  readonly on: readonly string[]
  readonly change: (on: readonly string[]) => void
  readonly before: LossResult
  readonly after: LossResult
}) {
  const words = useRiskWords()
  const amount = useAmount()
  const { treatments } = book
  const chosen = treatments.filter(({ id }) => on.includes(id))
  const priced = chosen.filter((one) => one.cost_eur_per_year !== null)
  const cost = priced.reduce((sum, one) => sum + (one.cost_eur_per_year ?? 0), 0)
  const costless = chosen.filter(
    (one) => one.cost_eur_per_year === null && one.cost_eur_once === null,
  ).length
  const avoided = Math.max(0, before.expected_loss_eur - after.expected_loss_eur)
  return (
    <section className="block" aria-labelledby="what-if">
      <h2 id="what-if">{words.whatIf}</h2>
      <p className="quiet">
        {treatments.length === 0 ? words.noTreatments : words.whatIfHelp}{' '}
        {treatments.length === 0 && (
          <Link to="/registers/treatments/new">{words.addTreatment}</Link>
        )}
      </p>
      {chosen.length > 0 && (
        <p aria-live="polite">
          <strong>
            {words.avoided(amount(avoided), priced.length === 0 ? null : amount(cost))}
          </strong>{' '}
          {costless > 0 && <span className="ask">{words.costless(costless)}</span>}
        </p>
      )}
      <ul className="plain what-if">
        {treatments.map((one) => (
          <li key={one.id}>
            <Checkbox
              aria-label={one.name}
              checked={on.includes(one.id) || one.is_in_estimate}
              disabled={one.is_in_estimate || one.is_without_effect}
              onChange={({ currentTarget: { checked } }) =>
                change(checked ? [...on, one.id] : on.filter((id) => id !== one.id))
              }
            />
            <span>
              <Link to={`/registers/treatments/${one.id}`}>{one.name}</Link>
              <br />
              <Costs of={one} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Costs({ of: one }: { readonly of: losses.TreatmentEffect }) {
  const words = useRiskWords()
  const amount = useAmount()
  const { cost_eur_per_year: yearly, cost_eur_once: once } = one
  const parts = [
    ...(yearly === null ? [] : [words.perYear(amount(yearly))]),
    ...(once === null ? [] : [words.once(amount(once))]),
    ...(yearly === null && once === null ? [words.noCost] : []),
    ...(one.is_in_estimate ? [words.inEstimate] : []),
    ...(one.is_without_effect ? [words.withoutEffect] : []),
  ]
  return <span className="quiet">{parts.join(' · ')}</span>
}
