// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Session } from '../data/session.ts'
import { answerStepUpBy } from '../data/step-up.ts'

/** Fetched only when an act asks for it: most visits never do. */
const Question = lazy(async () => ({
  default: (await import('./step-up-question.tsx')).StepUpQuestion,
}))

/** The question for a second factor in the middle of an act. */
export function StepUp({ session }: { readonly session: Session }) {
  const [isOpen, setIsOpen] = useState(false)
  const [isWanted, setIsWanted] = useState(false)
  const settle = useRef<(isShown: boolean) => void>(() => {})
  useEffect(
    () =>
      answerStepUpBy(
        () =>
          new Promise((resolve) => {
            settle.current = resolve
            setIsWanted(true)
            setIsOpen(true)
          }),
      ),
    [],
  )
  if (!isWanted) return null
  const end = (isShown: boolean) => {
    setIsOpen(false)
    settle.current(isShown)
  }
  return (
    <Suspense fallback={null}>
      <Question session={session} isOpen={isOpen} end={end} />
    </Suspense>
  )
}
