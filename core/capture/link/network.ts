// SPDX-License-Identifier: EUPL-1.2
import { cell } from '../readers/batch.ts'
import type { Arp } from './arp.ts'
import type { Fragments } from './fragments.ts'
import type { Ipv6Addresses } from './ipv6-addresses.ts'
import { linkKind } from './link-kinds.ts'
import type { Track } from './track.ts'

// Constants of this module are folded into the code; imported ones are loaded at every use.
const { at: cellAt, kept: cellKept, link: cellLink, macHigh: cellMacHigh } = cell
const {
  cooked1: linkCooked1,
  cooked2: linkCooked2,
  ethernet: linkEthernet,
  fddi: linkFddi,
} = linkKind

/** What the network stage needs beside the packets. */
export interface Network extends Track {
  readonly fragments: Fragments
  readonly ipv6Addresses: Ipv6Addresses
  readonly arp: Arp
}

/** Offset of the destination MAC, -1 where the link has none. */
export function destinationMac({ cells }: Track, row: number): number {
  const link = cells[row + cellLink]
  const at = cells[row + cellAt]
  if (link === linkEthernet) return cells[row + cellKept] >= 6 ? at : -1
  return link === linkFddi && cells[row + cellMacHigh] >= 0 ? at + 1 : -1
}

/** Offset of the source MAC, -1 where the link has none. */
export function sourceMac({ cells }: Track, row: number): number {
  if (cells[row + cellMacHigh] < 0) return -1
  const at = cells[row + cellAt]
  const link = cells[row + cellLink]
  if (link === linkEthernet || link === linkCooked1) return at + 6
  return link === linkCooked2 ? at + 12 : at + 7
}
