// SPDX-License-Identifier: EUPL-1.2
// Pages for whoever has a link: no account, and nothing around them.
import { Problem } from '@schouw/contract/client'
import type { UseQueryResult } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef } from 'react'
import { isLanguage, type Language } from '../words/index.ts'
import { useLanguage } from '../words/language.tsx'
import { Ready } from './state.tsx'
import { Title } from './title.tsx'

/** The secret of the link: behind the sign it is sent to no server on the way, told to no page. */
export function linkToken(): string {
  return location.hash.slice(1)
}

interface BehindLinkProps<Data> {
  readonly token: string
  readonly of: UseQueryResult<Data>
  /** What is said when the link is none, or no longer. */
  readonly gone: { readonly title: string; readonly text: string }
  readonly children: (data: Data) => ReactNode
}

export function BehindLink<Data>({ token, of: query, gone, children }: BehindLinkProps<Data>) {
  const isRefused = query.error instanceof Problem && query.error.body.code === 'link-refused'
  return (
    <main id="content" className="narrow-page">
      {isRefused || token === '' ? (
        <>
          <Title name={gone.title} />
          <p>{gone.text}</p>
        </>
      ) : (
        <Ready of={query}>{children}</Ready>
      )}
    </main>
  )
}

/** What the reader's own browser asks for, else what the organisation speaks. */
export function preferredOr(theirs: Language | null): Language | null {
  const preferred = navigator.language.slice(0, 2)
  return isLanguage(preferred) ? preferred : theirs
}

/** Speaks it once; what the reader chooses after that stays. */
export function useSpokenOnce(wanted: Language | null): void {
  const { language, speak } = useLanguage()
  const isSpoken = useRef(false)
  useEffect(() => {
    if (isSpoken.current) return
    isSpoken.current = true
    if (wanted !== null && wanted !== language) speak(wanted)
  }, [wanted, language, speak])
}
