// SPDX-License-Identifier: EUPL-1.2
import type { questions } from '@schouw/core/chain'

/** A question and what helps to answer it, by the name of the question. */
export interface QuestionWords {
  readonly sections: Readonly<Record<questions.Section, string>>
  readonly questions: Readonly<Record<string, readonly [question: string, help: string]>>
}

/** A clause by its subject: what it is called, why it matters, and a text to begin from. */
export type ClauseWords = Readonly<
  Record<string, readonly [title: string, why: string, text: string]>
>
