// SPDX-License-Identifier: EUPL-1.2
import { lines } from '@schouw/core/losses'
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
  'group',
  'contract',
  'supplier',
  'customer-questionnaire',
  'trust-share',
  'site',
  'crown-jewel',
  'process',
] as const satisfies readonly KindName[]

/** Registers that only figures are counted from; of assets the standing asks whether there are any. */
type KindOfFigures =
  | 'access-account'
  | 'asset'
  | 'awareness'
  | 'awareness-campaign'
  | 'exception'
  | 'person'
  | 'phishing-result'
  | 'remote-access'
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

/** A record read by the names of its fields. */
export type Line = lines.Line
export type Row = lines.Row
/** What a figure or sentence on the page leads to. */
export type Ref = lines.Ref

export const { lineOf, refOf, rowOf } = lines
