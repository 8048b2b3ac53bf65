// SPDX-License-Identifier: EUPL-1.2
import { losses } from '@schouw/core/board'
import { Link } from 'react-router'
import { type RiskCurve, useRiskCurve } from '../../data/risk.ts'
import { useAmount, useRiskWords } from '../risks/words.ts'

/** What a year costs now and with the measures, and whether the board can bear it. */
export function Money({ asOf }: { readonly asOf: string }) {
  const at = asOf === '' ? {} : { as_of: asOf }
  const now = useRiskCurve({ treatments: 'off', ...at })
  const all = useRiskCurve({ treatments: 'all', ...at })
  const words = useRiskWords()
  if (now.data === undefined || now.data.result === null) {
    return now.data?.state === 'nothing' ? <p className="quiet">{words.nothing.title}</p> : null
  }
  return <Figures now={now.data} all={all.data?.state === 'done' ? all.data : null} />
}

function Figures({ now, all }: { readonly now: RiskCurve; readonly all: RiskCurve | null }) {
  const words = useRiskWords()
  const amount = useAmount()
  const { result, book } = now
  if (result === null) return null
  const held = book.appetite === null ? null : losses.againstAppetite(result, book.appetite)
  const later = all?.result ?? null
  const saves = later !== null && all !== null && all.treatments.length > 0
  return (
    <p>
      <Link to="/risks">{words.home.now(amount(result.expected_loss_eur))}</Link>
      {saves && <> {words.home.later(all.treatments.length, amount(later.expected_loss_eur))}</>}
      <br />
      {held === null ? (
        <span className="ask">{words.appetite.none}</span>
      ) : (
        <span className={held.broken > 0 ? 'broken' : 'quiet'}>
          {held.broken > 0
            ? words.appetite.broken(held.broken, held.of)
            : words.appetite.within(held.of)}
        </span>
      )}
    </p>
  )
}
