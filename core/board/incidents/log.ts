// SPDX-License-Identifier: EUPL-1.2
import type { RecordVersion } from '@schouw/core/registers'
import { type Line, type Row, rowOf } from '../facts.ts'

/** A line of the log as the news of it tells. */
export interface NewLine extends Pick<RecordVersion, 'id' | 'values'> {
  readonly by: string
}

/** A line of the log as it was written. A corrected one stays, and says by what it was corrected. */
export interface RoomLine {
  readonly id: string
  readonly number: number
  readonly type: string
  readonly happened_at: string
  readonly recorded_at: string
  readonly text: string
  /** Whose word it is. */
  readonly author: string
  /** Who was signed in and wrote it: the author, or somebody on the author's behalf. */
  readonly written_by: string
  readonly assignee: string | null
  readonly step: number | null
  readonly process: string | null
  readonly report: string | null
  readonly cost_eur: number | null
  readonly files: readonly string[]
  readonly corrects: string | null
  readonly corrected_by: string | null
}

/** In the order in which it was written: what happened earlier may be written later. */
export function roomLog(lines: readonly Line[]): readonly RoomLine[] {
  const correctedBy = new Map<string, string>()
  for (const line of lines) {
    const corrects = line.text('corrects')
    if (corrects !== null) correctedBy.set(corrects, line.id)
  }
  return lines
    .map((line) => ({
      ...written(line, line),
      corrected_by: correctedBy.get(line.id) ?? null,
    }))
    .toSorted((a, b) => a.number - b.number)
}

/** The log with one more line, wherever it belongs; the same log when the line is there already. */
export function withLine(log: readonly RoomLine[], news: NewLine): readonly RoomLine[] {
  if (log.some(({ id }) => id === news.id)) return log
  const line = written(news, rowOf(news.values))
  const before = log.map((one) =>
    one.id === line.corrects ? { ...one, corrected_by: line.id } : one,
  )
  const corrected_by = log.find(({ corrects }) => corrects === line.id)?.id ?? null
  return [...before, { ...line, corrected_by }].toSorted((a, b) => a.number - b.number)
}

function written(
  { id, by }: { readonly id: string; readonly by: string },
  line: Row,
): Omit<RoomLine, 'corrected_by'> {
  return {
    id,
    number: line.number('number') ?? 0,
    type: line.text('type') ?? '',
    happened_at: line.text('happened_at') ?? '',
    recorded_at: line.text('recorded_at') ?? '',
    text: line.text('text') ?? '',
    author: line.text('author') ?? '',
    written_by: by,
    assignee: line.text('assignee'),
    step: line.number('step'),
    process: line.text('process'),
    report: line.text('report'),
    cost_eur: line.number('cost_eur'),
    files: line.list('files'),
    corrects: line.text('corrects'),
  }
}

/** Lines that still count: a correction counts, what it corrects does not. */
export function standingLines(log: readonly RoomLine[]): readonly RoomLine[] {
  return log.filter(({ corrected_by }) => corrected_by === null)
}
