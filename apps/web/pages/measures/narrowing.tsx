// SPDX-License-Identifier: EUPL-1.2
import { Group, NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { isShown, type Show, shows } from './shows.ts'
import { useApplicabilityWords } from './words.ts'

type Narrowed = Parameters<typeof isShown>[0]

interface Narrowing<Row> {
  readonly isWanted: (row: Row) => boolean
  /** Whether anything is left out. */
  readonly isNarrow: boolean
  /** Where one says what to see; what else belongs in that row goes in. */
  readonly fields: (more?: ReactNode) => ReactNode
}

/** Requirements by how they stand and by a word; `textsOf` is where the word may stand. */
export function useNarrowing<Row extends Narrowed>(
  textsOf: (row: Row) => readonly string[],
): Narrowing<Row> {
  const words = useApplicabilityWords()
  const [show, setShow] = useState<Show>('all')
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  return {
    isWanted: (row) =>
      isShown(row, show) &&
      (wanted === '' || textsOf(row).some((one) => one.toLowerCase().includes(wanted))),
    isNarrow: wanted !== '' || show !== 'all',
    fields: (more) => (
      <Group gap="sm" align="end" my="sm" className="no-print">
        <NativeSelect
          size="xs"
          label={words.show}
          value={show}
          onChange={(event) => setShow(event.currentTarget.value as Show)}
          data={shows.map((value) => ({ value, label: words.shows[value] }))}
        />
        <TextInput
          size="xs"
          label={words.find}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {more}
      </Group>
    ),
  }
}
