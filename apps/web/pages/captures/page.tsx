// SPDX-License-Identifier: EUPL-1.2
import { Alert, Button, TextInput } from '@mantine/core'
import { addressRange } from '@schouw/core/network'
import { useState } from 'react'
import type { Session } from '../../data/session.ts'
import { DropFile } from '../../parts/drop-file.tsx'
import { Glossed } from '../../parts/glossed.tsx'
import { NetworkPages } from '../../parts/network-pages.tsx'
import { Title } from '../../parts/title.tsx'
import { number } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import './captures.css'
import { Result } from './result.tsx'
import { type State, useInspection } from './use-inspection.ts'
import { useCapturesWords } from './words.ts'

/** A capture is read by the browser itself; what it shows is kept only when somebody says so. */
export function Captures({ session }: { readonly session: Session }) {
  const words = useCapturesWords()
  return (
    <>
      <NetworkPages />
      <Title name={words.title} />
      <p className="prose">
        <Glossed text={words.intro} />
      </p>
      <Inspecting session={session} />
    </>
  )
}

interface InspectingProps {
  readonly session: Session
  /** What was dropped elsewhere; reading begins at once. */
  readonly first?: readonly File[]
}

export function Inspecting({ session, first }: InspectingProps) {
  const words = useCapturesWords()
  const [text, setText] = useState('')
  const { state, start, stop } = useInspection(first)
  const ranges = text
    .split(/[\s,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const odd = ranges.find((range) => addressRange(range) === undefined)
  if (state.is === 'reading') return <Reading state={state} stop={stop} />
  if (state.is === 'done') {
    return (
      <Result
        inspected={state.inspected}
        session={session}
        again={first === undefined ? stop : undefined}
      />
    )
  }
  return (
    <>
      {state.is === 'failed' && (
        <Alert color="red" variant="outline" role="alert" my="sm">
          {words.failed}
        </Alert>
      )}
      <DropFile
        label={words.choose}
        hint={words.drop}
        isBusy={odd !== undefined}
        onFiles={(files) => start({ files: named(files), siteRanges: ranges })}
      />
      <TextInput
        maw="34rem"
        label={words.ranges}
        description={words.rangesHelp}
        value={text}
        error={odd === undefined ? undefined : words.rangesOdd(odd)}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </>
  )
}

/** Two of one name would be one in what is said of them. */
function named(files: readonly File[]): readonly File[] {
  const taken = new Set<string>()
  return files.map((file) => {
    let { name } = file
    for (let count = 2; taken.has(name); count += 1) name = `${count} ${file.name}`
    taken.add(name)
    return name === file.name ? file : new File([file], name)
  })
}

interface ReadingProps {
  readonly state: Extract<State, { is: 'reading' }>
  readonly stop: () => void
}

function Reading({ state, stop }: ReadingProps) {
  const words = useCapturesWords()
  const { language } = useLanguage()
  const { file, bytes, of, packets, isAddingUp } = state
  const size = (value: number) => `${number(value / 1_000_000, language, 1)} MB`
  return (
    <section className="reading" aria-busy>
      <h2>{words.reading(file)}</h2>
      <progress value={bytes} max={Math.max(1, of)} aria-label={words.reading(file)} />
      <output>
        {isAddingUp
          ? words.addingUp
          : words.progress(size(bytes), size(of), number(packets, language))}
      </output>
      <Button variant="default" size="xs" onClick={stop}>
        {words.stop}
      </Button>
    </section>
  )
}
