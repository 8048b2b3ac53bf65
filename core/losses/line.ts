// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'

/** Values read field by field. What is absent, or of another type, is null. */
export interface Row {
  /** Whether anything was said, an empty list and a no among them. */
  has(field: string): boolean
  text(field: string): string | null
  number(field: string): number | null
  flag(field: string): boolean | null
  list(field: string): readonly string[]
  rows(field: string): readonly Row[]
}

export interface Line extends Row {
  readonly id: string
  readonly kind: KindName
  readonly version: number
  readonly state: string
  readonly isApproved: boolean
  /** The day on which it came into the register, and who brought it in: the ledger's own word. */
  readonly since: string
  readonly by: string
}

export function lineOf(record: RecordVersion): Line {
  const { id, kind, version, state, approval, values, created } = record
  const row = rowOf(values as Values)
  const isApproved = approval !== null
  const since = created.at.slice(0, 10)
  return { ...row, id, kind, version, state, isApproved, since, by: created.by }
}

type Values = Readonly<Record<string, unknown>>

export function rowOf(of: Values): Row {
  return {
    has: (field) => of[field] !== undefined,
    text: (field) => {
      const value = of[field]
      return typeof value === 'string' ? value : null
    },
    // Decimals are kept as text.
    number: (field) => {
      const value = of[field]
      if (typeof value === 'number') return value
      return typeof value === 'string' && value !== '' ? Number(value) : null
    },
    list: (field) => {
      const value = of[field]
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
    },
    flag: (field) => {
      const value = of[field]
      return typeof value === 'boolean' ? value : null
    },
    rows: (field) => {
      const value = of[field]
      return Array.isArray(value) ? value.filter(isValues).map(rowOf) : []
    },
  }
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a figure or sentence on the page leads to. */
export interface Ref {
  readonly kind: KindName
  readonly id: string
}

export function refOf({ kind, id }: Line): Ref {
  return { kind, id }
}
