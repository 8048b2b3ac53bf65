// SPDX-License-Identifier: EUPL-1.2
import { NativeSelect } from '@mantine/core'
import type { losses } from '@schouw/core/board'
import { boardTongue } from '@schouw/report/board'
import { useState } from 'react'
import { Link } from 'react-router'
import { useLanguage } from '../../words/language.tsx'
import { useRiskWords } from './words.ts'

/** One risk opened up: what leads to it and what holds that back, what follows and what softens it. */
export function BowTie({ book }: { readonly book: losses.LossBook }) {
  const { matrix: words } = useRiskWords()
  const say = boardTongue(useLanguage().language)
  const [id, setId] = useState(() => heaviest(book.risks)?.id ?? '')
  const risk = book.risks.find((one) => one.id === id)
  if (risk === undefined) return <p>{words.none}</p>
  const own = book.treatments.filter((one) => one.risk === risk.id)
  const before = own.filter((one) => one.remaining_times !== null)
  const after = own.filter((one) => one.remaining_loss !== null || one.insurance !== null)
  return (
    <>
      <NativeSelect
        className="narrow"
        size="xs"
        label={words.risk}
        value={id}
        data={book.risks.map(({ id: value, name: label }) => ({ value, label }))}
        onChange={(event) => setId(event.currentTarget.value)}
      />
      <div className="bow-tie">
        <Side title={words.causes} texts={[risk.threat, risk.weakness]} />
        <Barriers title={words.prevents} of={before} />
        <div className="knot">
          <Link to={`/risks/${risk.id}`}>{risk.name}</Link>
        </div>
        <Barriers title={words.softens} of={after} />
        <Side title={words.consequences} texts={[risk.consequence, ...lossesOf(risk, say)]} />
      </div>
    </>
  )
}

function heaviest(risks: readonly losses.RiskEstimate[]): losses.RiskEstimate | undefined {
  const weight = (one: losses.RiskEstimate) => (one.likelihood ?? 0) * (one.impact ?? 0)
  return risks.toSorted((a, b) => weight(b) - weight(a))[0]
}

function lossesOf(
  { loss_eur: loss, outage }: losses.RiskEstimate,
  say: ReturnType<typeof boardTongue>,
): readonly (string | null)[] {
  return [
    loss === null ? null : say.euroRange({ low_eur: loss.low, high_eur: loss.high }),
    outage.hours === null ? null : say.hours(outage.hours.low, outage.hours.high),
  ]
}

function Side({
  title,
  texts,
}: {
  readonly title: string
  readonly texts: readonly (string | null)[]
}) {
  const { matrix: words } = useRiskWords()
  const known = texts.flatMap((text) => text ?? [])
  return (
    <div>
      <h3>{title}</h3>
      {known.length === 0 && <p className="ask">{words.notSaid}</p>}
      {known.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}

function Barriers({
  title,
  of,
}: {
  readonly title: string
  readonly of: readonly losses.TreatmentEffect[]
}) {
  const { matrix: words, options } = useRiskWords()
  return (
    <div className="barriers">
      <h3>{title}</h3>
      {of.length === 0 && <p className="quiet">{words.noBarrier}</p>}
      <ul className="plain">
        {of.map((one) => (
          <li key={one.id} data-stands={one.is_chosen}>
            <Link to={`/registers/treatments/${one.id}`}>{one.name}</Link>{' '}
            <span className="quiet">{one.is_chosen ? options.chosen : words.proposed}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
