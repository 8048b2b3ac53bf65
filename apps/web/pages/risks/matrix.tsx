// SPDX-License-Identifier: EUPL-1.2
import { NativeSelect } from '@mantine/core'
import type { losses } from '@schouw/core/board'
import { matrixShown } from '@schouw/report/risk'
import { useState } from 'react'
import { Link } from 'react-router'
import { Picture } from '../../parts/drawing.tsx'
import { useLanguage } from '../../words/language.tsx'
import { BowTie } from './bow-tie.tsx'
import { Scales } from './scales.tsx'
import { useRiskWords } from './words.ts'
import { ByAsset, ByZone } from './zones.tsx'

interface MatrixProps {
  readonly book: losses.LossBook
}

const views = ['own', 'iso_27005', 'iec_62443_3_2', 'bow_tie'] as const
type View = (typeof views)[number]

/** The risks in steps, as the organisation weighs them: a grid, by device, by zone, or one opened up. */
export function Matrix({ book }: MatrixProps) {
  const { matrix: words } = useRiskWords()
  const [view, setView] = useState<View>(
    () => views.find((one) => one === book.matrix?.method) ?? 'own',
  )
  return (
    <section className="block" aria-labelledby="matrix">
      <h2 id="matrix">{words.title}</h2>
      <NativeSelect
        className="narrow"
        size="xs"
        label={words.view}
        value={view}
        data={views.map((value) => ({ value, label: words.views[value] }))}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          setView(views.find((one) => one === chosen) ?? 'own')
        }}
      />
      {view === 'own' && <Grid book={book} />}
      {view === 'iso_27005' && <ByAsset book={book} />}
      {view === 'iec_62443_3_2' && <ByZone book={book} />}
      {view === 'bow_tie' && <BowTie book={book} />}
      <Scales book={book} />
      <p className="quiet">
        <Link to="/risks/practice">{words.practice}</Link>
      </p>
    </section>
  )
}

function Grid({ book }: MatrixProps) {
  const { language } = useLanguage()
  const placed = book.risks.filter((one) => one.likelihood !== null && one.impact !== null)
  // Codes that would not fit in their cell are numbers instead, the heaviest risk first.
  const isShort = book.risks.every(({ key, id }) => key !== id && key.length <= longestCode)
  const ordered = isShort ? placed : placed.toSorted((a, b) => weight(b) - weight(a))
  const rated = ordered.map((risk, at) => ({
    code: isShort ? risk.key : String(at + 1),
    name: risk.name,
    likelihood: risk.likelihood,
    impact: risk.impact,
    hurts: isGrave(risk.safety_impact) || isGrave(risk.environment_impact),
    href: `/risks/${risk.id}`,
  }))
  const unrated = book.risks
    .filter((risk) => !placed.includes(risk))
    .map(({ name }) => ({ code: name, name, likelihood: null, impact: null, hurts: false }))
  const { wide, narrow } = matrixShown([...rated, ...unrated], language)
  return (
    <>
      <Picture wide={wide} narrow={narrow} />
      <ul className="plain numbered">
        {rated.map(({ code, name, href }) => (
          <li key={href}>
            <span className="quiet">{code}</span> <Link to={href}>{name}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

const longestCode = 6

function weight({ likelihood, impact }: losses.RiskEstimate): number {
  return (likelihood ?? 0) * (impact ?? 0)
}

function isGrave(rung: string | null): boolean {
  return rung === 'high' || rung === 'critical'
}
