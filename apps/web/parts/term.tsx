// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useRef, useState } from 'react'
import { languageBeside } from '../words/index.ts'
import { useLanguage } from '../words/language.tsx'
import './term.css'

/** Fetched when the first word is asked about, not before. */
export function useGlossary(isWanted: boolean) {
  return useQuery({
    queryKey: ['glossary'],
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (await import('@schouw/report/glossary')).explained,
  })
}

interface TermProps {
  /** As in the glossary. */
  readonly id: string
  readonly children: ReactNode
}

/** A word that explains itself: one sentence, and the word of the other language. */
export function Term({ id, children }: TermProps) {
  const { language } = useLanguage()
  const [isShown, setIsShown] = useState(false)
  const [isAtEnd, setIsAtEnd] = useState(false)
  const place = useRef<HTMLSpanElement>(null)
  const tip = useId()
  const found = useGlossary(isShown).data?.find((one) => one.id === id)
  const other = languageBeside[language]
  const show = () => {
    const left = place.current?.getBoundingClientRect().left ?? 0
    setIsAtEnd(left > window.innerWidth / 2)
    setIsShown(true)
  }
  const hide = () => setIsShown(false)
  return (
    // The tip is within reach of the pointer, and Escape takes it away.
    <span ref={place} className="term" onPointerEnter={show} onPointerLeave={hide}>
      <button
        type="button"
        aria-describedby={isShown ? tip : undefined}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={(event) => {
          if (event.key === 'Escape') hide()
        }}
      >
        {children}
      </button>
      {isShown && (
        <span role="tooltip" id={tip} className="tip" data-end={isAtEnd}>
          {found === undefined ? (
            '…'
          ) : (
            <>
              {found.meaning[language]}{' '}
              {found[other] !== found[language] && (
                <span className="quiet">
                  {other.toUpperCase()}: <span lang={other}>{found[other]}</span>
                </span>
              )}
            </>
          )}
        </span>
      )}
    </span>
  )
}

const mark = /\[\[([a-z_]+)\|([^\]]+)\]\]/

/** A text in which words are marked as `[[id|word]]`. */
export function Terms({ text }: { readonly text: string }): ReactNode {
  const parts: ReactNode[] = []
  let rest = text
  for (let found = mark.exec(rest); found !== null; found = mark.exec(rest)) {
    const [whole, id = '', word = ''] = found
    parts.push(
      rest.slice(0, found.index),
      <Term key={`${parts.length}-${id}`} id={id}>
        {word}
      </Term>,
    )
    rest = rest.slice(found.index + whole.length)
  }
  return [...parts, rest]
}

/** The same text with nothing marked: for titles, and for what is kept. */
export function withoutMarks(text: string): string {
  return text.replaceAll(new RegExp(mark, 'g'), '$2')
}
