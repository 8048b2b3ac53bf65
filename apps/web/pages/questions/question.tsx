// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react'
import { Asking } from './asking.tsx'
import { useQuestionsWords } from './words.ts'

interface QuestionProps {
  readonly at: number
  readonly person: string
  readonly children: ReactNode
}

/** A question, its answer with what shows it, and room to ask on. */
export function Question({ at, person, children }: QuestionProps) {
  const questions = useQuestionsWords()
  const text = questions.asked[at] ?? ''
  return (
    <section aria-labelledby={`question-${at}`} className="question">
      <h2 id={`question-${at}`}>
        {at + 1}. {text}
      </h2>
      {children}
      <Asking about={text} person={person} />
    </section>
  )
}
