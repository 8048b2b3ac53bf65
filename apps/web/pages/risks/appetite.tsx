// SPDX-License-Identifier: EUPL-1.2
import type { losses } from '@schouw/core/board'
import { Link } from 'react-router'
import { Glossed } from '../../parts/glossed.tsx'
import { RecordLink } from '../../parts/record-link.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useAmount, useRiskWords } from './words.ts'

/** What the board can bear, in its own words and figures, and whether the year keeps within it. */
export function Appetite({
  appetite,
  now: held,
  held: later,
}: {
  readonly appetite: losses.LossBook['appetite']
  readonly now: losses.AgainstAppetite | null
  /** With what is on; null where nothing is. */
  readonly held: losses.AgainstAppetite | null
}) {
  const words = useRiskWords()
  const amount = useAmount()
  const { language } = useLanguage()
  const to = `/registers/organisations${appetite === null ? '' : `/${appetite.id}`}`
  if (held === null) {
    return (
      <p className="ask">
        {words.appetite.none} <Link to={to}>{words.appetite.set}</Link>
      </p>
    )
  }
  const { broken, of, points, is_mean_above: isMeanAbove } = held
  const shape = { style: 'percent', maximumSignificantDigits: 2 } as const
  const share = (chance: number) => new Intl.NumberFormat(language, shape).format(chance)
  const mean = appetite?.eur_per_year ?? null
  const said = (isOver: boolean) => (
    <strong className={isOver ? 'broken' : undefined}>
      {isOver ? words.appetite.over : words.appetite.kept}
    </strong>
  )
  return (
    <details className="appetite" open={broken > 0}>
      <summary className={broken > 0 ? 'broken' : undefined}>
        {broken === 0 ? words.appetite.within(of) : words.appetite.broken(broken, of)}
        {later !== null && later.broken !== broken && (
          <span className="quiet"> {words.appetite.later(later.broken, of)}</span>
        )}
      </summary>
      {appetite?.text != null && (
        <p>
          <Glossed text={appetite.text} />
        </p>
      )}
      <ul className="plain">
        {mean !== null && (
          <li>
            {words.appetite.mean(amount(mean))}: {said(isMeanAbove)}
          </li>
        )}
        {points.map((one) => (
          <li key={one.once_in_years}>
            {words.appetite.point(
              number(one.once_in_years, language),
              amount(one.eur),
              share(one.chance_of_more),
            )}
            : {said(one.is_breached)}
          </li>
        ))}
      </ul>
      <p className="quiet">
        {appetite?.decision != null && (
          <>
            {words.appetite.decision}: <RecordLink id={appetite.decision} />{' '}
          </>
        )}
        <Link to={to}>{words.appetite.change}</Link>
      </p>
    </details>
  )
}
