// SPDX-License-Identifier: EUPL-1.2
import type { Line } from '../facts.ts'

/** To whom something has to be said in the first hours. */
export const audiences = ['staff', 'customers', 'press', 'authorities'] as const

export interface StatementLine {
  readonly id: string
  readonly name: string
  readonly audience: string
  readonly language: string | null
  readonly text: string
  readonly state: string
  readonly version: number
  readonly is_ready: boolean
}

/** Those that may still be used, by audience and language. */
export function statementLines(statements: readonly Line[]): readonly StatementLine[] {
  return statements
    .filter(({ state }) => state !== 'withdrawn')
    .map((line) => ({
      id: line.id,
      name: line.text('name') ?? '',
      audience: line.text('audience') ?? '',
      language: line.text('language'),
      text: line.text('text') ?? '',
      state: line.state,
      version: line.version,
      is_ready: line.state === 'approved',
    }))
    .toSorted((a, b) => {
      const [one, two] = [keyOf(a), keyOf(b)]
      return one < two ? -1 : one > two ? 1 : 0
    })
}

function keyOf({ audience, language, name, id }: StatementLine): string {
  const at = (audiences as readonly string[]).indexOf(audience)
  return `${at < 0 ? 9 : at} ${language ?? ''} ${name} ${id}`
}
