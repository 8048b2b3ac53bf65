// SPDX-License-Identifier: EUPL-1.2
import type { KindName } from '@schouw/core/registers'

export type ItemKind = Extract<
  KindName,
  'measure' | 'requirement-answer' | 'finding' | 'action' | 'evidence-file'
>

/** A record by what the document calls it. */
export interface Link {
  readonly kind: ItemKind
  readonly key: string
}

/** A record that a document comes to. */
export interface Item {
  readonly kind: Exclude<ItemKind, 'evidence-file'>
  /** UUID in the document; of an answer its requirement. */
  readonly key: string
  /** JSON pointer. */
  readonly source: string
  readonly values: Readonly<Record<string, unknown>>
  /** Fields that lead to other records. */
  readonly links: Readonly<Record<string, readonly Link[]>>
  /** Says something more of a record that is there, and makes none. */
  readonly isOnlyMore?: true
}

/** Something the document says that no record is made of. */
export interface LeftOut {
  readonly source: string
  readonly code:
    | 'no-requirement-of-ours'
    | 'level-unknown'
    | 'severity-missing'
    | 'satisfied'
    | 'closed'
    | 'said-otherwise'
    | 'retired'
    | 'reference-missing'
    | 'limit'
  readonly found: string
}

export interface Planned {
  readonly items: readonly Item[]
  readonly leftOut: readonly LeftOut[]
}

export type Severity = 'low' | 'medium' | 'high' | 'critical'

export interface Circumstances {
  /** Our requirements for the name of one of theirs. */
  readonly oursFor: (control: string) => readonly string[]
  /** For findings of which the document does not tell; without one they are left out. */
  readonly severity: Severity | undefined
  /** A date, where the document has none. */
  readonly today: string
}

const longestText = 20_000

/** One line of at most so many characters. */
export function line(given: string, max: number): string {
  const plain = given.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return plain.length <= max ? plain : `${plain.slice(0, max - 1).trimEnd()}…`
}

export function lines(...given: readonly string[]): string {
  const parts = given.map((one) => one.trim()).filter((one) => one !== '')
  return [...new Set(parts)].join('\n\n').slice(0, longestText)
}

/** What is not known is left away, and so is an empty list. */
export function known(
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )
}

/** The day of an instant, as it is written. */
export function dayOf(at: string | null | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(at ?? '')?.[0]
  return day !== undefined && Number.isFinite(Date.parse(day)) ? day : undefined
}

/** A maturity of ours, 0 to 5. */
export function levelOf(said: string | undefined): number | undefined {
  return said !== undefined && /^[0-5]$/.test(said) ? Number(said) : undefined
}

const rungs = ['said', 'shown', 'tested'] as const
const ofMethod: Readonly<Record<string, (typeof rungs)[number]>> = {
  INTERVIEW: 'said',
  EXAMINE: 'shown',
  TEST: 'tested',
}

/** The strongest that any of the methods gives. */
export function evidenceLevelOf(methods: readonly string[]): string | undefined {
  const found = methods.flatMap((one) => ofMethod[one.toUpperCase()] ?? [])
  return rungs.findLast((one) => found.includes(one))
}

export function rungOf(said: string | undefined): string | undefined {
  return rungs.find((one) => one === said)
}
