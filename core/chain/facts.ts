// SPDX-License-Identifier: EUPL-1.2
import { lines } from '@schouw/core/losses'
import type { KindName, RecordVersion } from '@schouw/core/registers'

/** Registers that the chain is made from. */
export const kindsOfChain = [
  'organisation',
  'supplier',
  'contract',
  'audit',
  'remote-access',
  'supplier-review',
  'process',
  'crown-jewel',
  'zone',
  'asset',
] as const satisfies readonly KindName[]

export interface ChainFacts {
  /** As they stood at one size of the log; retired ones may be among them. */
  readonly records: Readonly<Partial<Record<KindName, readonly RecordVersion[]>>>
  /** Registers that the reader may not see: what rests on them is unknown. */
  readonly hidden: readonly KindName[]
  /** The day it is for the organisation. */
  readonly today: string
}

export type Line = lines.Line
export type Row = lines.Row

export const { linesOf, lineOf } = lines

/** Lists by a key, in the order in which they came. */
export function grouped<Of>(
  all: readonly Of[],
  keysOf: (one: Of) => readonly string[],
): ReadonlyMap<string, readonly Of[]> {
  const found = new Map<string, Of[]>()
  for (const one of all) {
    for (const key of new Set(keysOf(one))) {
      const list = found.get(key)
      if (list === undefined) found.set(key, [one])
      else list.push(one)
    }
  }
  return found
}
