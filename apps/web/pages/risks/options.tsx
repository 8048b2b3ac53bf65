// SPDX-License-Identifier: EUPL-1.2
import { Checkbox } from '@mantine/core'
import { losses } from '@schouw/core/board'
import { type ReactNode, useMemo } from 'react'
import { Link } from 'react-router'
import { type Column, Table } from '../../parts/table.tsx'
import { useLanguage } from '../../words/language.tsx'
import { useAmount, useRiskWords } from './words.ts'

interface OptionsProps {
  readonly book: losses.LossBook
  readonly years: number
  readonly on: readonly string[]
  readonly change: (on: readonly string[]) => void
}

/** What can be done, most loss avoided for its money first; what was refused, and what that costs. */
export function Options({ book, years, on, change }: OptionsProps) {
  const words = useRiskWords()
  const { options: say } = words
  const lines = useMemo(() => losses.optionLines(book, years), [book, years])
  const figures = useFigures()
  if (book.treatments.length + book.refused.length === 0) return null
  const rows = book.treatments
    .map((one) => ({ one, line: lines.find(({ id }) => id === one.id) }))
    .toSorted((a, b) => (b.line?.per_euro ?? -1) - (a.line?.per_euro ?? -1))
  return (
    <section className="block" aria-labelledby="options">
      <h2 id="options">{say.title}</h2>
      <p className="quiet">{say.help(years)}</p>
      <div className="risk-table">
        <Table
          label={say.title}
          rows={rows}
          keyOf={({ one }) => one.id}
          columns={[
            {
              title: say.measure,
              is: 'head',
              cell: ({ one }) => (
                <div className="option">
                  <Checkbox
                    aria-label={one.name}
                    checked={on.includes(one.id) || one.is_in_estimate}
                    disabled={one.is_in_estimate || one.is_without_effect}
                    onChange={({ currentTarget: { checked } }) =>
                      change(checked ? [...on, one.id] : on.filter((id) => id !== one.id))
                    }
                  />
                  <Name of={one} book={book} />
                </div>
              ),
            },
            ...figures,
          ]}
        />
      </div>
      <Refused book={book} lines={lines} />
    </section>
  )
}

function Name({
  of: one,
  book,
}: {
  readonly of: losses.TreatmentEffect
  readonly book: losses.LossBook
}) {
  const words = useRiskWords()
  const amount = useAmount()
  const risk = book.risks.find(({ id }) => id === one.risk)
  const { insurance: policy } = one
  const notes = [
    ...(policy === null
      ? []
      : [words.options.insured(amount(policy.cover_eur), amount(policy.excess_eur))]),
    ...(one.is_chosen ? [words.options.chosen] : []),
    ...(one.is_in_estimate ? [words.inEstimate] : []),
    ...(one.is_without_effect ? [words.withoutEffect] : []),
  ]
  return (
    <span>
      <Link to={`/registers/treatments/${one.id}`}>{one.name}</Link>
      {notes.length > 0 && <span className="quiet"> · {notes.join(' · ')}</span>}
      <br />
      {risk !== undefined && (
        <Link className="quiet" to={`/risks/${risk.id}`}>
          {risk.name}
        </Link>
      )}
    </span>
  )
}

interface Option {
  readonly one: losses.TreatmentEffect
  readonly line: losses.OptionLine | undefined
}

function useFigures(): readonly Column<Option>[] {
  const words = useRiskWords()
  const amount = useAmount()
  const { language } = useLanguage()
  const { options: say } = words
  const two = (value: number) =>
    new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }).format(value)
  const unknown = <span className="ask">{words.unknown}</span>
  const isFree = ({ one }: Option) => one.cost_eur_once === null && one.cost_eur_per_year === null
  const money = (eur: number | null, row: Option) =>
    eur !== null ? amount(eur) : isFree(row) ? unknown : '–'
  const back = (row: Option) => {
    const years = row.line?.pays_back_years ?? null
    if (years !== null) return say.years(two(Math.max(0.1, years)))
    return (row.line?.avoided_eur ?? null) === null || isFree(row) ? '–' : say.never
  }
  const cells: readonly (readonly [string, (row: Option) => ReactNode])[] = [
    [say.avoided, ({ line }) => (line?.avoided_eur == null ? unknown : amount(line.avoided_eur))],
    [say.once, (row) => money(row.one.cost_eur_once, row)],
    [say.yearly, (row) => money(row.one.cost_eur_per_year, row)],
    [
      say.perEuro,
      ({ line }) =>
        line?.per_euro == null ? (
          '–'
        ) : (
          <strong>{`${{ nl: '€\u00a0', en: '€' }[language]}${two(line.per_euro)}`}</strong>
        ),
    ],
    [say.paysBack, back],
  ]
  return cells.map(([title, cell]) => ({ title, cell, is: 'number' }))
}

function Refused({
  book,
  lines,
}: {
  readonly book: losses.LossBook
  readonly lines: readonly losses.OptionLine[]
}) {
  const { options: say } = useRiskWords()
  const amount = useAmount()
  if (book.refused.length === 0) return null
  return (
    <>
      <h3>{say.refused}</h3>
      <ul className="plain">
        {book.refused.map((one) => {
          const avoided = lines.find(({ id }) => id === one.id)?.avoided_eur ?? null
          return (
            <li key={one.id}>
              <Link to={`/registers/treatments/${one.id}`}>{one.name}</Link>{' '}
              <span className="quiet">
                {avoided === null ? say.refusedUnknown : say.refusedCosts(amount(avoided))}
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
