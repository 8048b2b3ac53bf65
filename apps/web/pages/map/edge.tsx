// SPDX-License-Identifier: EUPL-1.2
import { operationName } from '@schouw/report/protocols'
import { Link } from 'react-router'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import type { MapEdge, MapModel } from './model.ts'
import { useMapWords } from './words.ts'

/** `WS-0057 opens s7comm tcp/102 to L1-PLC01`, and where that was seen. */
export function Sentence({ model, edge }: { readonly model: MapModel; readonly edge: MapEdge }) {
  const words = useMapWords()
  const name = (at: number) => model.nodes[at]?.name ?? '?'
  const zone = (at: number) => model.zones[model.nodes[at]?.zoneAt ?? 0]?.name ?? '?'
  return (
    <>
      <strong>{name(edge.from)}</strong> ({zone(edge.from)}) {words.opens}{' '}
      <span className="mono">{edge.service}</span> {words.to} <strong>{name(edge.to)}</strong> (
      {zone(edge.to)}). <Evidence edge={edge} />
    </>
  )
}

export function Evidence({ edge }: { readonly edge: MapEdge }) {
  const words = useMapWords()
  const { language } = useLanguage()
  const { source, capture, frame } = edge.evidence
  const acts = edge.operations.filter(({ effect }) => effect !== 'read')
  return (
    <span className="quiet">
      {acts.length > 0 &&
        `${acts.map((one) => `${operationName(one.name)} ${one.count}×`).join(', ')}. `}
      <Link to={`/import/sources/${source}`}>{capture ?? words.source}</Link>
      {frame !== null && `, ${words.frame(number(frame, language))}`}
    </span>
  )
}
