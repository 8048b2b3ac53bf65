// SPDX-License-Identifier: EUPL-1.2

/** How a packet begins. Numbers, because they travel in a typed column. */
export const linkKind = {
  unknown: 0,
  ethernet: 1,
  cooked1: 2,
  cooked2: 3,
  rawIp: 4,
  /** Address family in the byte order of the capturing host. */
  null: 5,
  /** Address family in network byte order. */
  loopback: 6,
  fddi: 7,
} as const

/** Link types as in the capture file's header (tcpdump.org, "Link-layer header types"). */
const kinds: ReadonlyMap<number, number> = new Map([
  [0, linkKind.null],
  [1, linkKind.ethernet],
  [10, linkKind.fddi],
  [12, linkKind.rawIp],
  [14, linkKind.rawIp],
  [101, linkKind.rawIp],
  [108, linkKind.loopback],
  [113, linkKind.cooked1],
  [228, linkKind.rawIp],
  [229, linkKind.rawIp],
  [276, linkKind.cooked2],
])

export function kindOfLink(linkType: number): number {
  return kinds.get(linkType) ?? linkKind.unknown
}

export type LinkKind = (typeof linkKind)[keyof typeof linkKind]

/** A link type that is read as this kind; 147 (private use) for what nobody reads. */
export function linkTypeOf(kind: LinkKind): number {
  for (const [linkType, one] of kinds) if (one === kind) return linkType
  return 147
}
