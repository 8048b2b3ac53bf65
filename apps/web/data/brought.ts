// SPDX-License-Identifier: EUPL-1.2
// Answers that came with the page itself: what it asks first is there before its script is.
import type { AnswerOf } from '@schouw/contract/client'

/** After this an answer is asked anew, as one that was asked for is. */
const freshMs = 10_000

/** Asked with a body that only the page knows: what came of it is taken by the names themselves. */
const names = '/api/v1/names'

const answers = new Map<string, unknown>(Object.entries(read()))

/** Each once: whoever asks again wants to know anew, and what is changed may change every answer. */
export function brought(method: string, path: string): unknown {
  const isChange = method !== 'GET' && path !== names
  if (isChange || performance.now() > freshMs) answers.clear()
  return method === 'GET' ? taken(path) : undefined
}

export function isBrought(path: string): boolean {
  return answers.has(path)
}

/** Of records that the other answers name. */
export function broughtNames(): AnswerOf<'POST /api/v1/names'>['items'] {
  return (taken(names) as AnswerOf<'POST /api/v1/names'> | undefined)?.items ?? []
}

function taken(path: string): unknown {
  const answer = answers.get(path)
  answers.delete(path)
  return answer
}

function read(): Record<string, unknown> {
  const block = document.getElementById('brought')
  block?.remove()
  return JSON.parse(block?.textContent ?? '{}')
}
