// SPDX-License-Identifier: EUPL-1.2
import type { Room } from '../../data/incidents.ts'
import { RecordLink } from '../../parts/record-link.tsx'
import { useIncidentWords } from './words.ts'

/** Who wrote a line, and on whose behalf where that is somebody else. */
export function Whose({
  line,
}: {
  readonly line: Pick<Room['log'][number], 'author' | 'written_by'>
}) {
  const words = useIncidentWords()
  const { author, written_by: writer } = line
  if (writer === author) return <RecordLink id={author} />
  return (
    <>
      <RecordLink id={writer} /> {words.onBehalf} <RecordLink id={author} />
    </>
  )
}
