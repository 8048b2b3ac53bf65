// SPDX-License-Identifier: EUPL-1.2
import type { MapWords } from '../../words/pages/map-nl.ts'
import type { MapModel } from './model.ts'

/** Every conversation on a line; what a spreadsheet would take for a formula is text. */
export function csvOf({ nodes, zones, edges }: MapModel, words: MapWords): Blob {
  const zone = (at: number) => zones[nodes[at]?.zoneAt ?? 0]?.name ?? ''
  const rows = edges.map(({ from, to, service, verdict, packets, evidence }) => [
    nodes[from]?.name ?? '',
    zone(from),
    nodes[to]?.name ?? '',
    zone(to),
    service,
    words.verdicts[verdict],
    String(packets),
    evidence.capture ?? '',
    String(evidence.frame ?? ''),
  ])
  const lines = [words.csvHead, ...rows].map((row) => row.map(cell).join(';'))
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv' })
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
