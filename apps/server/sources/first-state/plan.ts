// SPDX-License-Identifier: EUPL-1.2
import type { Actor, KindName, RecordVersion } from '@schouw/core/registers'
import type { TenantId } from '../../storage/session.ts'

/** In whose name, of what, and when. */
export interface Importing {
  readonly tenant: TenantId
  readonly actor: Actor
  readonly newId: () => string
  readonly now: string
  /** Why what was made retires again, when it ends halfway. */
  readonly reason: string
  /** What was brought: its name and the digest of its bytes. */
  readonly document: { readonly name: string; readonly sha256: string; readonly bytes: number }
}

/** A record that is to be made, and where it comes from. */
export interface Planned {
  readonly kind: KindName
  readonly id: string
  readonly values: Readonly<Record<string, unknown>>
  /** One in which a record of the kind may begin. */
  readonly state?: string
  readonly source: string
  /** The registers have it already: what is planned is added to it. */
  readonly isThere?: true
  /** What a half import left under the same key; it gets these values and no others. */
  readonly back?: RecordVersion
  /** What can only be said once everything is there, made as a change of it. */
  readonly afterwards?: Readonly<Record<string, unknown>>
  /** Where it is led to once it is there. */
  readonly move?: { readonly to: string; readonly reason?: string }
}

/** Something the input says that no record can hold as it stands. */
export interface LeftOut {
  readonly source: string
  readonly code: 'appointment-without-date' | 'no-such-person' | 'no-such-record' | 'not-a-value'
  readonly found: string
}

/** The records of a first state in the order in which they can be made. */
export class Plan {
  readonly planned: Planned[] = []
  readonly leftOut: LeftOut[] = []
  readonly #ids = new Map<string, string>()
  readonly #codes = new Map<string, number>()
  readonly #newId: () => string

  constructor(newId: () => string) {
    this.#newId = newId
  }

  /** The id is known under the kind and each of the names. */
  add(
    kind: KindName,
    names: readonly string[],
    values: Readonly<Record<string, unknown>>,
    rest: Pick<Planned, 'source' | 'state' | 'move'>,
  ): string {
    const id = this.#newId()
    for (const name of names) {
      const key = keyOf(kind, name)
      if (!this.#ids.has(key)) this.#ids.set(key, id)
    }
    this.planned.push({ kind, id, values: given(values), ...rest })
    return id
  }

  /** Where it is led to, of what is planned already. */
  leads(id: string, move: NonNullable<Planned['move']>): void {
    const at = this.planned.findIndex((one) => one.id === id)
    const one = this.planned[at]
    if (one !== undefined) this.planned[at] = { ...one, move }
  }

  /** Adds to what is planned already; for references that go round in a circle. */
  later(id: string, values: Readonly<Record<string, unknown>>): void {
    const at = this.planned.findIndex((one) => one.id === id)
    const one = this.planned[at]
    const more = given(values)
    if (one === undefined || Object.keys(more).length === 0) return
    this.planned[at] = { ...one, afterwards: { ...one.afterwards, ...more } }
  }

  find(kind: KindName, name: string | null | undefined): string | undefined {
    return name === null || name === undefined ? undefined : this.#ids.get(keyOf(kind, name))
  }

  /** As `find`, and says so when there is none. */
  wanted(kind: KindName, name: string | null | undefined, source: string): string | undefined {
    const id = this.find(kind, name)
    if (id === undefined && name !== null && name !== undefined && name !== '') {
      this.leftOut.push({ source, code: 'no-such-record', found: `${kind} ${name}`.slice(0, 120) })
    }
    return id
  }

  all(kind: KindName, names: readonly string[], source: string): readonly string[] {
    return [...new Set(names.flatMap((name) => this.wanted(kind, name, source) ?? []))]
  }

  /** A code of at most forty characters that no record of the kind has yet. */
  code(kind: KindName, name: string): string {
    const plain = line(name, 36) ?? kind
    const key = keyOf(kind, plain)
    const count = (this.#codes.get(key) ?? 0) + 1
    this.#codes.set(key, count)
    return count === 1 ? plain : `${plain.slice(0, 36)}-${count}`
  }
}

const keyOf = (kind: string, name: string) => `${kind} ${name.trim().toLowerCase()}`

/** What is not known is left away, and so is an empty list. */
export function given(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
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

/** The code of what the measurement itself brought: what comes first in it is the first. */
export function numbered(at: number): string {
  return `N-${String(at + 1).padStart(3, '0')}`
}

/** One line of at most so many characters; undefined when nothing is left. */
export function line(text: string | null | undefined, max: number): string | undefined {
  const plain = (text ?? '').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  if (plain === '') return undefined
  return plain.length <= max ? plain : `${plain.slice(0, max - 1).trimEnd()}…`
}

const longest = 20_000

/** Several lines. */
export function lines(...texts: readonly (string | null | undefined)[]): string | undefined {
  const joined = texts
    .map((text) => (text ?? '').trim())
    .filter((text) => text !== '')
    .join('\n')
  return joined === '' ? undefined : joined.slice(0, longest)
}

/** An instant in UTC from a calendar date. */
export function instant(date: string | null | undefined): string | undefined {
  return date === null || date === undefined ? undefined : `${date.slice(0, 10)}T00:00:00.000Z`
}
