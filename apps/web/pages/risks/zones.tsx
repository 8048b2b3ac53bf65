// SPDX-License-Identifier: EUPL-1.2
import type { losses } from '@schouw/core/board'
import { Link } from 'react-router'
import { useList } from '../../data/records.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { Ready } from '../../parts/state.tsx'
import { Table } from '../../parts/table.tsx'
import { useRiskWords } from './words.ts'

const shownAssets = 25
/** Of one zone or device; the rest unfolds. */
const shownRisks = 3

/** Zone by zone, with the security level it needs and the one it has: IEC 62443-3-2. */
export function ByZone({ book }: { readonly book: losses.LossBook }) {
  const { matrix: words } = useRiskWords()
  const query = useList('zone', { limit: 200 })
  const said = (level: number | undefined) => (level === undefined ? words.notSet : `SL ${level}`)
  return (
    <Ready of={query}>
      {({ pages }) => {
        const zones = pages.flatMap(({ items }) => items)
        const rows = zones
          .map((zone) => ({ zone, risks: book.risks.filter((one) => one.zones.includes(zone.id)) }))
          .toSorted((a, b) => heaviest(b.risks) - heaviest(a.risks))
        return (
          <Table
            label={words.views.iec_62443_3_2}
            rows={rows}
            keyOf={({ zone }) => zone.id}
            columns={[
              { title: words.zone, is: 'head', cell: ({ zone }) => <RecordLink id={zone.id} /> },
              {
                title: words.needs,
                is: 'nowrap',
                cell: ({ zone: { values } }) => said(values.security_level_target),
              },
              {
                title: words.has,
                is: 'nowrap',
                tone: ({ zone }) => (isBelow(zone.values) ? 'broken' : undefined),
                cell: ({ zone: { values } }) =>
                  `${said(values.security_level_achieved)}${isBelow(values) ? ` · ${words.below}` : ''}`,
              },
              { title: words.risks, cell: ({ risks }) => <RiskList risks={risks} /> },
            ]}
          />
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
      <Table
        label={words.views.iso_27005}
        rows={rows.slice(0, shownAssets)}
        keyOf={({ id }) => id}
        columns={[
          { title: words.asset, is: 'head', cell: ({ id }) => <RecordLink id={id} /> },
          { title: words.risks, cell: ({ risks }) => <RiskList risks={risks} /> },
        ]}
      />
      {rows.length > shownAssets && (
        <p className="quiet">{words.more(rows.length - shownAssets)}</p>
      )}
    </>
  )
}

interface Levels {
  readonly security_level_target?: number
  readonly security_level_achieved?: number
}

/** Where one of the two is not known there is nothing to hold the other against. */
function isBelow({ security_level_target: needs, security_level_achieved: has }: Levels): boolean {
  return needs !== undefined && has !== undefined && has < needs
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
