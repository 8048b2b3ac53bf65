// SPDX-License-Identifier: EUPL-1.2
import type { Block, Report, Table, Text } from '../view/index.ts'

/** Places that something leads to and that exist exactly once: only these become labels. */
export function anchorsOf(report: Report): ReadonlySet<string> {
  const ids = new Map<string, number>()
  const wanted = new Set<string>(['risks', 'decisions'])
  const place = (id: string | undefined) => {
    if (id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1)
  }
  const want = (text: Text) => {
    for (const { to, id } of text) {
      if (to !== undefined) wanted.add(to)
      place(id)
    }
  }
  const inTable = (table: Table) => {
    for (const row of table.rows) {
      place(row.id)
      row.cells.forEach(want)
    }
  }
  const inBlock = (block: Block): void => {
    if (block.kind === 'text' || block.kind === 'note') want(block.text)
    else if (block.kind === 'list') block.items.forEach(want)
    else if (block.kind === 'table') inTable(block.table)
    else if (block.kind === 'group') {
      place(block.id)
      ;[...(block.lead ?? []), ...block.blocks].forEach(inBlock)
    }
  }
  for (const section of report.sections) {
    place(section.id)
    section.blocks.forEach(inBlock)
  }
  const { front } = report
  front.scope.lines.forEach(want)
  want(front.scope.articles)
  inTable(front.dates.table)
  for (const figure of front.figures.list) want(figure.source)
  for (const stop of front.stops.list) want(stop.title)
  return new Set([...wanted].filter((id) => ids.get(id) === 1))
}
