// SPDX-License-Identifier: EUPL-1.2
import type { KindName, RecordVersion } from '@schouw/core/registers'
import { type Line, lineOf } from './line.ts'

/** Registers that the estimates are made from. */
export const kindsOfLosses = [
  'organisation',
  'risk',
  'treatment',
  'acceptance',
  'process',
  'crown-jewel',
  'measure',
  'restore-test',
] as const satisfies readonly KindName[]

export interface LossFacts {
  /** As they stood at one size of the log; retired ones may be among them. */
  readonly records: Readonly<Partial<Record<KindName, readonly RecordVersion[]>>>
  /** The day it is for the organisation. */
  readonly today: string
}

/** A risk that is closed or rejected is no longer one of the register's. */
export function isAnswered({ state }: { readonly state: string }): boolean {
  return state === 'closed' || state === 'rejected'
}

/** Those of a register that still stand, in order of code, so that the same gives the same. */
export function linesOf({ records }: LossFacts, kind: KindName): readonly Line[] {
  return (records[kind] ?? [])
    .filter(({ retired }) => retired === null)
    .map(lineOf)
    .toSorted((a, b) => order(a.text('code') ?? '', b.text('code') ?? '') || order(a.id, b.id))
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
