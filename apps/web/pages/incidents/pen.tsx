// SPDX-License-Identifier: EUPL-1.2
import { Button, NativeSelect, Select, Textarea } from '@mantine/core'
import { registerTongue } from '@schouw/report/registers'
import { useMutation } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { storedFile } from '../../data/files.ts'
import type { Room } from '../../data/incidents.ts'
import { ChooseFile } from '../../parts/choose-file.tsx'
import { InstantField } from '../../parts/instant-field.tsx'
import { Refusal } from '../../parts/state.tsx'
import { useLanguage } from '../../words/language.tsx'
import { usePeople } from '../exercises/people.ts'
import { upper } from '../registers/page.tsx'
import type { useLogOutbox } from './log-outbox.ts'
import { useIncidentWords } from './words.ts'

const types = ['observation', 'action', 'decision', 'communication', 'handover'] as const
type Type = (typeof types)[number]

interface PenProps {
  readonly text: string
  readonly setText: (next: string) => void
  readonly forget: () => void
  readonly outbox: ReturnType<typeof useLogOutbox>
  readonly corrected: Room['log'][number] | null
  readonly onWritten: () => void
  readonly pen: RefObject<HTMLTextAreaElement | null>
}

/** One line: what, of which sort, when, with whom, and what is shown with it. */
export function Pen({ text, setText, forget, outbox, corrected, onWritten, pen }: PenProps) {
  const words = useIncidentWords()
  const [more, setMore] = useState<More>(nothing)
  const put = (files: readonly string[]) => {
    outbox.write({
      ...(corrected === null
        ? { type: more.type }
        : { type: 'correction', corrects: corrected.id }),
      text: text.trim(),
      ...(more.happened === '' ? {} : { happened_at: more.happened }),
      ...(more.person === null ? {} : { assignee: more.person }),
      ...(files.length === 0 ? {} : { files: [...new Set(files)] }),
    })
    forget()
    setMore(nothing)
    onWritten()
  }
  // A file goes first: a line without what it speaks of would look whole.
  const stored = useMutation({
    mutationFn: () => Promise.all(more.files.map(storedFile)),
    onSuccess: put,
  })
  const write = () => {
    if (text.trim() === '' || stored.isPending) return
    if (more.files.length === 0) put([])
    else stored.mutate()
  }
  return (
    <form
      className="pen no-print"
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      {corrected !== null && (
        <p>
          {words.correcting(corrected.number)}{' '}
          <Button size="compact-xs" variant="default" onClick={onWritten}>
            {words.cancel}
          </Button>
        </p>
      )}
      <Textarea
        ref={pen}
        label={words.write}
        description={words.writeHelp}
        autosize
        minRows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) write()
        }}
      />
      <MoreOf more={more} isCorrection={corrected !== null} onChange={setMore} />
      <Button type="submit" mt="xs" disabled={text.trim() === ''} loading={stored.isPending}>
        {words.send}
      </Button>
      <Refusal error={stored.error} />
    </form>
  )
}

interface More {
  readonly type: Type
  /** An instant; empty: now. */
  readonly happened: string
  readonly person: string | null
  readonly files: readonly File[]
}

const nothing: More = { type: 'observation', happened: '', person: null, files: [] }

interface MoreProps {
  readonly more: More
  readonly isCorrection: boolean
  readonly onChange: (more: More) => void
}

function MoreOf({ more, isCorrection, onChange }: MoreProps) {
  const { language } = useLanguage()
  const words = useIncidentWords()
  const tongue = registerTongue(language)
  const people = usePeople()
  return (
    <div className="row">
      {!isCorrection && (
        <NativeSelect
          label={words.lineType}
          value={more.type}
          data={types.map((value) => ({
            value,
            label: upper(tongue.code('incident-log-entry', value, 'type')),
          }))}
          onChange={(event) => onChange({ ...more, type: event.currentTarget.value as Type })}
        />
      )}
      <InstantField
        label={words.happened}
        description={words.happenedHelp}
        value={more.happened}
        onChange={(happened) => onChange({ ...more, happened })}
      />
      <Select
        label={words.withWhom[more.type]}
        data={people}
        value={more.person}
        onChange={(person) => onChange({ ...more, person })}
        searchable
        clearable
      />
      <ChooseFile<true>
        multiple
        label={words.lineFiles}
        value={[...more.files]}
        onChange={(files) => onChange({ ...more, files })}
      />
    </div>
  )
}
