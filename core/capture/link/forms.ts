// SPDX-License-Identifier: EUPL-1.2

/** How the type of a frame is to be read; part of the flow key (0 and 1 are IP). */
export const form = {
  ipv4: 0,
  ipv6: 1,
  /** EtherType. */
  ethernet: 2,
  /** (dsap << 8) | ssap. */
  llc: 3,
  /** SNAP protocol id; the organisation is read again from the frame. */
  snap: 4,
  /** Nothing is known of what follows. */
  none: 5,
} as const
