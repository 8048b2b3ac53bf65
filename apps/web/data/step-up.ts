// SPDX-License-Identifier: EUPL-1.2
import { Problem } from '@schouw/contract/client'

type Ask = () => Promise<boolean>

let ask: Ask | undefined

/** Who shows the question for a second factor; one at a time. */
export function answerStepUpBy(next: Ask): () => void {
  ask = next
  return () => {
    if (ask === next) ask = undefined
  }
}

/** Sensitive acts ask for the second factor again: shown, and then done after all. */
export async function steppedUp<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    const isAsked = error instanceof Problem && error.body.code === 'step-up-needed'
    if (!isAsked || ask === undefined || !(await ask())) throw error
    return act()
  }
}
