// SPDX-License-Identifier: EUPL-1.2
import type { Refusal } from '@schouw/core/registers'

export type Expected = Extract<Refusal, { readonly code: 'field-refused' }>['expected']
type Rule = Expected['rule']
type Format = Extract<Expected, { readonly rule: 'format' }>['format']
/** What is known of a rule that was broken. */
type Broken<R extends Rule> = Expected extends infer E
  ? E extends { readonly rule: infer Rules }
    ? R extends Rules
      ? E
      : never
    : never
  : never

/** One thing that was refused, as the server tells it. */
export interface Fault {
  readonly code: string
  readonly path?: string | undefined
  readonly [fact: string]: unknown
}

/** Turns names into words while a sentence is made. */
export interface Naming {
  readonly field: (name: string) => string
  readonly code: (code: string) => string
  readonly kind: (name: string) => string
}

/** What is expected by each rule, with an example; a rule without words does not compile. */
export interface FaultWords {
  /** Reads a found value that the server has shortened to text. */
  readonly found: { readonly [What in 'text' | 'list' | 'other']: (found: string) => string }
  readonly expected: (what: string) => string
  readonly rules: { readonly [R in Rule]: (of: Broken<R>, naming: Naming) => string }
  /** As they stand behind `expected:`. */
  readonly formats: Readonly<Record<Format, string>>
  readonly codes: Readonly<Record<string, (fault: Fault, naming: Naming) => string>>
  /** Above a form of which something was refused. */
  readonly count: (count: number) => string
  readonly other: (code: string) => string
}
