// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ToRead } from '../../data/reading.ts'
import { Refusal } from '../../parts/state.tsx'
import { day, dayAndTime } from '../../words/dates.ts'
import { useLanguage } from '../../words/language.tsx'
import { useReadingWords } from './words.ts'

interface TextProps {
  readonly text: ToRead
  /** Heading of the text: `h1` is the page's own. */
  readonly heading: ReactNode
  readonly confirm: () => void
  readonly isBusy: boolean
  readonly error: unknown
  readonly openFile: () => void
}

/** What is to be read, and saying that one has. */
export function TextToRead({ text, heading, confirm, isBusy, error, openFile }: TextProps) {
  const { language } = useLanguage()
  const words = useReadingWords()
  const { read_at: readAt } = text
  return (
    <article>
      {heading}
      <p className="quiet">
        {words.version(text.version)}
        {text.due_on !== null && readAt === null && ` · ${words.due(day(text.due_on, language))}`}
      </p>
      {text.summary !== null && <Part title={words.short} text={text.summary} />}
      {text.changes !== null && <Part title={words.changes} text={text.changes} />}
      <Whole text={text} openFile={openFile} />
      <Refusal error={error} />
      {readAt !== null ? (
        <output className="answer">{words.read(dayAndTime(readAt, language))}</output>
      ) : text.is_in_force ? (
        <>
          <Button size="lg" loading={isBusy} onClick={confirm}>
            {words.confirm}
          </Button>
          <p className="quiet">{words.confirmHelp}</p>
        </>
      ) : (
        <p>{words.over}</p>
      )}
    </article>
  )
}

function Part({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <>
      <h2>{title}</h2>
      <p className="prose" style={{ whiteSpace: 'pre-line' }}>
        {text}
      </p>
    </>
  )
}

function Whole({ text, openFile }: { readonly text: ToRead; readonly openFile: () => void }) {
  const words = useReadingWords()
  const [isOpened, setIsOpened] = useState(false)
  if (text.text !== null) return <Part title={words.text} text={text.text} />
  if (text.file === null) return <p>{words.noText}</p>
  return (
    <p>
      <Button
        variant="default"
        onClick={() => {
          setIsOpened(true)
          openFile()
        }}
      >
        {words.file(text.file.name)}
        {isOpened && ' ✓'}
      </Button>
    </p>
  )
}
