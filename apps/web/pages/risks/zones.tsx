// SPDX-License-Identifier: EUPL-1.2
import type { losses } from '@schouw/core/board'
import { Link } from 'react-router'
import { useList } from '../../data/records.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { useRiskWords } from './words.ts'

const shownAssets = 25
/** Of one zone or device; the rest unfolds. */
const shownRisks = 3

/** Zone by zone, with the security level it needs and the one it has: IEC 62443-3-2. */
export function ByZone({ book }: { readonly book: losses.LossBook }) {
  const { matrix: words } = useRiskWords()
  const query = useList('zone', { limit: 200 })
  return (
    <Ready of={query}>
      {({ pages }) => {
        const zones = pages.flatMap(({ items }) => items)
        const rows = zones
          .map((zone) => ({ zone, risks: book.risks.filter((one) => one.zones.includes(zone.id)) }))
          .toSorted((a, b) => heaviest(b.risks) - heaviest(a.risks))
        return (
          <div className="scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.zone}</th>
                  <th scope="col">{words.needs}</th>
                  <th scope="col">{words.has}</th>
                  <th scope="col">{words.risks}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ zone, risks }) => {
                  const target = zone.values['security_level_target']
                  const achieved = zone.values['security_level_achieved']
                  const isBelow = Number(achieved) < Number(target)
                  return (
                    <tr key={zone.id}>
                      <td>
                        <RecordLink id={zone.id} />
                      </td>
                      <td>{target === undefined ? words.notSet : `SL ${target}`}</td>
                      <td className={isBelow ? 'broken' : undefined}>
                        {achieved === undefined ? words.notSet : `SL ${achieved}`}
                        {isBelow && ` · ${words.below}`}
                      </td>
                      <td>
                        <RiskList risks={risks} />
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        )
      }}
    </Ready>
  )
}

/** Device by device, the one with the heaviest risk first: ISO/IEC 27005 by asset. */
export function ByAsset({ book }: { readonly book: losses.LossBook }) {
  const { matrix: words } = useRiskWords()
  const ids = [...new Set(book.risks.flatMap(({ assets }) => assets))]
  const rows = ids
    .map((id) => ({ id, risks: book.risks.filter(({ assets }) => assets.includes(id)) }))
    .toSorted((a, b) => heaviest(b.risks) - heaviest(a.risks) || b.risks.length - a.risks.length)
  if (rows.length === 0) return <p>{words.noAssets}</p>
  return (
    <>
      <div className="scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.asset}</th>
              <th scope="col">{words.risks}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownAssets).map(({ id, risks }) => (
              <tr key={id}>
                <td>
                  <RecordLink id={id} />
                </td>
                <td>
                  <RiskList risks={risks} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shownAssets && (
        <p className="quiet">{words.more(rows.length - shownAssets)}</p>
      )}
    </>
  )
}

function RiskList({ risks }: { readonly risks: readonly losses.RiskEstimate[] }) {
  const { matrix: words } = useRiskWords()
  if (risks.length === 0) return <span className="quiet">{words.none}</span>
  const ordered = risks.toSorted((a, b) => weight(b) - weight(a))
  return (
    <>
      <RiskLinks risks={ordered.slice(0, shownRisks)} />
      {ordered.length > shownRisks && (
        <details>
          <summary>{words.more(ordered.length - shownRisks)}</summary>
          <RiskLinks risks={ordered.slice(shownRisks)} />
        </details>
      )}
    </>
  )
}

function RiskLinks({ risks }: { readonly risks: readonly losses.RiskEstimate[] }) {
  return (
    <ul className="plain">
      {risks.map((one) => (
        <li key={one.id}>
          <span className="quiet">
            {one.likelihood === null || one.impact === null
              ? '–'
              : `${one.likelihood} × ${one.impact}`}
          </span>{' '}
          <Link to={`/risks/${one.id}`}>{one.name}</Link>
        </li>
      ))}
    </ul>
  )
}

function weight({ likelihood, impact }: losses.RiskEstimate): number {
  return (likelihood ?? 0) * (impact ?? 0)
}

function heaviest(risks: readonly losses.RiskEstimate[]): number {
  return Math.max(0, ...risks.map(weight))
}
