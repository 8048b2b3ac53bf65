// SPDX-License-Identifier: EUPL-1.2
import { Button, TextInput } from '@mantine/core'
import { losses } from '@schouw/core/board'
import type { LossResult } from '@schouw/core/risk'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { Glossed } from '../../parts/glossed.tsx'
import { useAmount, useRiskWords } from './words.ts'

export interface Money {
  /** As typed. */
  readonly budget: string
  readonly years: string
}

interface WhatIfProps {
  readonly book: losses.LossBook
  readonly on: readonly string[]
  readonly change: (on: readonly string[]) => void
  readonly money: Money
  readonly spend: (money: Money) => void
  readonly before: LossResult
  readonly after: LossResult
}

/** Whole euros, zero or more; null for nothing, undefined for what is no amount. */
export function amountIn(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s.€]/g, '')
  if (plain === '') return null
  return /^\d{1,12}$/.test(plain) ? Number(plain) : undefined
}

/** 1 to 20; undefined for anything else. */
export function yearsIn(text: string): number | undefined {
  const years = Number(text)
  return Number.isInteger(years) && years >= 1 && years <= 20 ? years : undefined
}

/** Treatments on and off together: what they avoid in a year against what they cost in one. */
export function WhatIf({ book, on, change, money, spend, before, after }: WhatIfProps) {
  const words = useRiskWords()
  const { plan } = words
  const { treatments } = book
  const [budget, years] = [amountIn(money.budget), yearsIn(money.years)]
  const best = useMemo(
    () =>
      budget === undefined || years === undefined
        ? null
        : losses.bestPlan(book, { budget_eur: budget, years }),
    [book, budget, years],
  )
  if (treatments.length === 0) {
    return (
      <section className="block" aria-labelledby="what-if">
        <h2 id="what-if">{words.whatIf}</h2>
        <p className="quiet">
          {words.noTreatments} <Link to="/registers/treatments/new">{words.addTreatment}</Link>
        </p>
      </section>
    )
  }
  const chosen = losses.treatmentsOn(book, 'chosen')
  return (
    <section className="block" aria-labelledby="what-if">
      <h2 id="what-if">{words.whatIf}</h2>
      <p className="quiet">
        <Glossed text={words.whatIfHelp} />
      </p>
      <Together book={book} on={on} before={before} after={after} />
      <div className="row">
        <Button size="xs" variant="default" onClick={() => change([])}>
          {plan.nothing}
        </Button>
        {chosen.length > 0 && (
          <Button size="xs" variant="default" onClick={() => change(chosen)}>
            {plan.asChosen}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          onClick={() => change(losses.treatmentsOn(book, 'all'))}
        >
          {plan.everything}
        </Button>
      </div>
      <div className="row budget">
        <TextInput
          size="xs"
          inputMode="numeric"
          label={plan.budget}
          placeholder={plan.noBudget}
          value={money.budget}
          error={budget === undefined ? plan.budgetWrong : null}
          onChange={(event) => spend({ ...money, budget: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          inputMode="numeric"
          label={plan.years}
          value={money.years}
          error={years === undefined ? plan.yearsWrong : null}
          onChange={(event) => spend({ ...money, years: event.currentTarget.value })}
        />
        <Button
          size="xs"
          disabled={best === null}
          onClick={() => change([...chosen, ...(best?.chosen ?? [])])}
        >
          {plan.best}
        </Button>
      </div>
      {best !== null && years !== undefined && <Best best={best} years={years} />}
    </section>
  )
}

function Best({ best, years }: { readonly best: losses.BestPlan; readonly years: number }) {
  const { plan } = useRiskWords()
  const amount = useAmount()
  return (
    <p className="quiet">
      {best.chosen.length === 0
        ? plan.noneWorth
        : plan.bestIs(
            best.chosen.length,
            amount(best.cost_eur_once + best.cost_eur_per_year),
            amount(best.net_eur),
            years,
          )}{' '}
      {best.is_exact ? plan.exact : plan.bound(amount(best.bound_eur))}{' '}
      {best.unknown.length > 0 && plan.unknown(best.unknown.length)}
    </p>
  )
}

function Together({
  book,
  on,
  before,
  after,
}: Pick<WhatIfProps, 'book' | 'on' | 'before' | 'after'>) {
  const words = useRiskWords()
  const amount = useAmount()
  const chosen = book.treatments.filter(({ id }) => on.includes(id))
  if (chosen.length === 0) return null
  const sum = (of: (one: losses.TreatmentEffect) => number | null) =>
    chosen.reduce((all, one) => all + (of(one) ?? 0), 0)
  const yearly = sum((one) => one.cost_eur_per_year)
  const once = sum((one) => one.cost_eur_once)
  const costless = chosen.filter(
    (one) => one.cost_eur_per_year === null && one.cost_eur_once === null,
  ).length
  const avoided = Math.max(0, before.expected_loss_eur - after.expected_loss_eur)
  return (
    <p aria-live="polite">
      <strong>{words.plan.together(chosen.length, amount(avoided))}</strong>{' '}
      {words.plan.costs(amount(once), amount(yearly))}{' '}
      {costless > 0 && <span className="ask">{words.costless(costless)}</span>}
    </p>
  )
}
