// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'

/** Registers that the board's standing is made from. */
export const kindsOfStanding = [
  'organisation',
  'requirement-answer',
  'evidence-file',
  'restore-test',
  'backup',
  'exercise',
  'audit',
  'access-review',
  'certificate',
  'finding',
  'appointment',
  'decision',
  'risk',
  'acceptance',
  'kpi',
  'kpi-value',
  'action',
  'incident',
  'incident-report',
  'legal-entity',
  'site',
  'crown-jewel',
  'process',
] as const satisfies readonly KindName[]

/** Registers that only figures are counted from; of assets the standing asks whether there are any. */
type KindOfFigures =
  | 'asset'
  | 'awareness'
  | 'awareness-campaign'
  | 'contract'
  | 'exception'
  | 'person'
  | 'phishing-result'
  | 'process'
  | 'remote-access'
  | 'supplier'
  | 'supplier-review'
  | 'training'
  | 'zone'

export type KindOfStanding = (typeof kindsOfStanding)[number] | KindOfFigures

export interface StandingFacts {
  /** As they stood at one size of the log; retired ones may be among them. */
  readonly records: Readonly<Partial<Record<KindOfStanding, readonly RecordVersion[]>>>
  /** Registers that the reader may not see: what rests on them is unknown. */
  readonly hidden?: readonly KindName[]
  /** Instant in UTC. */
  readonly now: string
  /** The day it is for the organisation. */
  readonly today: string
}

/** The registers with retired records left out, read by the names of their fields. */
export class Registers {
  readonly #records: StandingFacts['records']

  constructor({ records }: StandingFacts) {
    this.#records = records
  }

  all(kind: KindOfStanding): readonly Line[] {
    return (this.#records[kind] ?? []).filter(({ retired }) => retired === null).map(lineOf)
  }
}

/** Values read field by field. What is absent, or of another type, is null. */
export interface Row {
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
  /** The day on which it came into the register. */
  readonly since: string
}

export function lineOf(record: RecordVersion): Line {
  const { id, kind, version, state, approval, values, created } = record
  const row = rowOf(values as Values)
  return {
    ...row,
    id,
    kind,
    version,
    state,
    isApproved: approval !== null,
    since: created.at.slice(0, 10),
  }
}

type Values = Readonly<Record<string, unknown>>

function rowOf(of: Values): Row {
  return {
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
