// SPDX-License-Identifier: EUPL-1.2
import { Fragment, type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import type { Language } from '../words/index.ts'
import { useLanguage } from '../words/language.tsx'
import { type Spotter, spotted, spotterOf } from './spotted.ts'
import { Term, useGlossary } from './term.tsx'

const spotters = new Map<Language, Spotter>()

/** Which text of the page as it stands explains which word: the first one that has it. */
const explaining = new Map<string, string>()

/** Running text in which the words of the glossary explain themselves, once on a page. */
export function Glossed({ text }: { readonly text: string }): ReactNode {
  const { language } = useLanguage()
  const { data } = useGlossary(true)
  const own = useId()
  const pieces = useMemo(() => {
    if (data === undefined) return [text]
    const spotter = spotters.get(language) ?? spotterOf(data, language)
    spotters.set(language, spotter)
    return spotted(text, spotter)
  }, [data, language, text])
  const [first, setFirst] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const mine = pieces
      .flatMap((piece) => (typeof piece === 'string' ? [] : [piece.id]))
      .filter((id) => !explaining.has(id))
    for (const id of mine) explaining.set(id, own)
    setFirst(new Set(mine))
    return () => {
      for (const id of mine) explaining.delete(id)
    }
  }, [pieces, own])
  return pieces.map((piece, at) => {
    if (typeof piece === 'string') return <Fragment key={at}>{piece}</Fragment>
    const { id, word } = piece
    return first.has(id) ? (
      <Term key={at} id={id}>
        {word}
      </Term>
    ) : (
      <Fragment key={at}>{word}</Fragment>
    )
  })
}
