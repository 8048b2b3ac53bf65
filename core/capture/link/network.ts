// SPDX-License-Identifier: EUPL-1.2
import { cell } from '../readers/batch.ts'
import type { Arp } from './arp.ts'
import type { Fragments } from './fragments.ts'
import type { Ipv6Addresses } from './ipv6-addresses.ts'
import { linkKind } from './link-kinds.ts'
import type { Track } from './link-stage.ts'

/** What the network stage needs beside the packets. */
export interface Network extends Track {
  readonly fragments: Fragments
  readonly ipv6Addresses: Ipv6Addresses
  readonly arp: Arp
}

/** Offset of the destination MAC, -1 where the link has none. */
export function destinationMac({ cells }: Track, row: number): number {
  const link = cells[row + cell.link]
  const at = cells[row + cell.at]
  if (link === linkKind.ethernet) return cells[row + cell.kept] >= 6 ? at : -1
  return link === linkKind.fddi && cells[row + cell.macHigh] >= 0 ? at + 1 : -1
}

/** Offset of the source MAC, -1 where the link has none. */
export function sourceMac({ cells }: Track, row: number): number {
  if (cells[row + cell.macHigh] < 0) return -1
  const at = cells[row + cell.at]
  const link = cells[row + cell.link]
  if (link === linkKind.ethernet || link === linkKind.cooked1) return at + 6
  return link === linkKind.cooked2 ? at + 12 : at + 7
}
